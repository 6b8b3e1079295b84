import { CONTEXT_PATH, contextDocument } from '../../exports/jsonld-context.ts'
import { type CompleteRoute, DATA_HEADERS } from './route.ts'

/** /context.jsonld : the context of all linked data. It is the same for every language and revision. */
export const contextRoute: CompleteRoute = {
  pattern: new RegExp(`^${CONTEXT_PATH.replace('.', '\\.')}$`),
  dependsOnViewer: false,
  needsLanguage: false,
  parameters: { known: [], repeatable: [], foreign: 'REFUSED' },
  options: () => new URLSearchParams(),
  respond: async () => ({ status: 200, headers: DATA_HEADERS, body: contextDocument() }),
}
