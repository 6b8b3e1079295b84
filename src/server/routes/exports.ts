import { boundSlug } from '../../pages/bound-slug.ts'
import { EMBEDDABLE, type EmbedKind } from '../../pages/embed/embed-request.ts'
import { wholeLinkedData } from '../../pages/linked-data.ts'
import { readSubject } from '../../pages/page-topic.ts'
import { pick } from '../cache/canonical-path.ts'
import { bodyOf } from '../refusal.ts'
import { DATA_HEADERS, type Route } from './route.ts'

/** /export/claim/x-sells-user-data.jsonld?lang=&asOf= : what a page shows, as linked data. */
export const exportRoute: Route = {
  pattern: new RegExp(`^/export/(${EMBEDDABLE.join('|')})/([^/]+)\\.jsonld$`),
  needsLanguage: true,
  options: ({ query }) => pick(query, 'lang', 'asOf'),
  answer: async ({ parts, messages, context }) => {
    const [kindText, wanted = ''] = parts
    const kind = EMBEDDABLE.find((one): one is EmbedKind => one === kindText) ?? 'claim'
    const slug = boundSlug(kind, wanted)
    const at = await context.store.revisionAt(context.asOf)
    const subject = await readSubject(context.store, { kind, slug, messages, at, asOf: context.asOf })
    if (!subject) return NONE
    return { status: 200, headers: DATA_HEADERS, body: JSON.stringify(await wholeLinkedData(subject, context, at)) }
  },
}

const NONE = {
  status: 404,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: bodyOf({ code: 'NOT_FOUND', message: 'There is nothing of that name to export.' }),
}
