import { boundSlug } from '../../pages/bound-slug.ts'
import { EMBEDDABLE, type EmbedKind } from '../../pages/embed/embed-request.ts'
import { allLinkedData } from '../../pages/linked-data.ts'
import { readTopic } from '../../pages/page-topic.ts'
import { pick } from '../cache/canonical-path.ts'
import { bodyOf } from '../refusal.ts'
import { DATA_HEADERS, type Route } from './route.ts'

/** /export/claim/x-sells-user-data.jsonld?lang=&asOf= : what a page shows, as linked data. */
export const exportRoute: Route = {
  pattern: new RegExp(`^/export/(${EMBEDDABLE.join('|')})/([^/]+)\\.jsonld$`),
  needsLanguage: true,
  parameters: { known: ['lang', 'asOf'], repeatable: [], foreign: 'REFUSED' },
  options: ({ query }) => pick(query, 'lang', 'asOf'),
  respond: async ({ parts, messages, context }) => {
    const [kindText, wanted = ''] = parts
    const kind = EMBEDDABLE.find((one): one is EmbedKind => one === kindText) ?? 'claim'
    const slug = boundSlug(kind, wanted)
    const revision = await context.store.revisionAt(context.asOf)
    const topic = await readTopic(context.store, { kind, slug, messages, revision, asOf: context.asOf })
    if (!topic) return NONE
    return { status: 200, headers: DATA_HEADERS, body: JSON.stringify(await allLinkedData(topic, context, revision)) }
  },
}

const NONE = {
  status: 404,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: bodyOf({ code: 'NOT_FOUND', message: 'There is nothing of that name to export.' }),
}
