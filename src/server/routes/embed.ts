import { embedPage } from '../../pages/embed/embed-page.ts'
import {
  EMBED_PARAMETERS,
  EMBEDDABLE,
  type EmbedKind,
  type EmbedRequest,
  formatEmbed,
  parseEmbed,
} from '../../pages/embed/embed-request.ts'
import { type CompleteRoute, EMBED_HEADERS, type RouteRequest } from './route.ts'

/**
 * /embed/claim/x-sells-user-data?view=&lang=&theme=&status=&limit=&asOf= : articles contain these URLs permanently, so
 * parameters may be added and never removed.
 */
export const embedRoute: CompleteRoute = {
  pattern: new RegExp(`^/embed/(${EMBEDDABLE.join('|')})/([^/]+)$`),
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: EMBED_PARAMETERS,
  options: ({ parts, query }) => new URLSearchParams(formatEmbed(readRequest(parts, query))),
  respond: async ({ parts, query, context }) => {
    const request = readRequest(parts, query)
    const { status, html } = await embedPage(request, { ...context, asOf: request.asOf })
    return { status, headers: EMBED_HEADERS, body: html }
  },
}

/** Parses the path and the query of a widget's URL. */
export function readRequest(parts: RouteRequest['parts'], query: URLSearchParams): EmbedRequest {
  const kind = EMBEDDABLE.find((one): one is EmbedKind => one === parts[0]) ?? 'claim'
  return parseEmbed(kind, parts[1] ?? '', query)
}
