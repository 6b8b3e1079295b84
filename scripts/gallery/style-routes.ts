import { EMBED_HEADERS, PAGE_HEADERS, type Route } from '../../src/server/routes/route.ts'
import { STYLE_CSS_PATH, statusesPage, styleCss, stylePage } from './style-page.ts'

const BASE = {
  dependsOnViewer: false,
  parameters: { known: ['lang', 'theme'], repeatable: [], foreign: 'IGNORED' },
  options: ({ query }) => query,
} satisfies Partial<Route>

/** Routes of the specimen: /style, /style/statuses, /style/style.css. Only the gallery gives them to a server. */
export const styleRoutes: readonly Route[] = [
  {
    ...BASE,
    needsLanguage: true,
    pattern: /^\/style$/,
    respond: ({ context }) => Promise.resolve({ status: 200, headers: PAGE_HEADERS, body: stylePage(context) }),
  },
  {
    ...BASE,
    needsLanguage: true,
    pattern: /^\/style\/statuses$/,
    respond: ({ query, context }) => {
      const body = statusesPage(query.get('theme') === 'dark' ? 'dark' : 'light', context)
      return Promise.resolve({ status: 200, headers: EMBED_HEADERS, body })
    },
  },
  {
    ...BASE,
    needsLanguage: false,
    pattern: new RegExp(`^${STYLE_CSS_PATH.replace('.', '\\.')}$`),
    respond: () =>
      Promise.resolve({ status: 200, headers: { 'Content-Type': 'text/css; charset=utf-8' }, body: styleCss() }),
  },
]
