import { embedPage } from '../../pages/embed-page.ts'
import { EMBEDDABLE, type EmbedKind, parseEmbed } from '../../pages/embed-request.ts'
import { FRAME_HEADERS, type Route } from './route.ts'

/** /embed/claim/x-sells-user-data?view=&lang=&theme=&status=&limit=&asOf= : in articles for ever, additive only. */
export const embedRoute: Route = {
  pattern: new RegExp(`^/embed/(${EMBEDDABLE.join('|')})/([^/]+)$`),
  needsLanguage: true,
  answer: async ({ parts, query, context }) => {
    const kind = EMBEDDABLE.find((one): one is EmbedKind => one === parts[0]) ?? 'claim'
    const request = parseEmbed(kind, parts[1] ?? '', query)
    const { status, html } = await embedPage(request, { ...context, asOf: request.asOf })
    return { status, headers: FRAME_HEADERS, body: html }
  },
}
