import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { siteIcon } from '../../pages/site-icon.ts'
import { hasAlready, takesGzip } from '../cache/send-cached.ts'
import { lazy } from '../lazy.ts'
import { API_PATH } from '../methods.ts'
import { HTML_TYPE } from '../negotiate-type.ts'
import { send } from '../refusal.ts'

export interface PlaygroundExample {
  readonly name: string
  readonly title: string
  readonly text: string
}

interface Page {
  readonly html: Buffer
  readonly compressed: Buffer
  readonly etag: string
  readonly policy: string
}

/**
 * Returns a content security policy for the page's own script alone, identified by its hash. The editor starts its
 * workers from blobs and sets its styles at run time.
 */
const policyFor = (script: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Removes the boxes that the editor draws around ’ and –, which are frequent in quotes. */
const STYLE = '.graphiql-response .unicode-highlight { border: 0 !important; background: none !important }'

/**
 * Creates the handler of the playground, whose page is rendered at the first request and cached.
 * @param basePath path of PUBLIC_URL
 */
export function createPlayground(
  examples: readonly PlaygroundExample[],
  basePath: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const page = lazy(() => renderPage(examples, basePath))
  return async (request, response) => {
    const { html, compressed, etag, policy } = await page.load()
    const isCompressed = takesGzip(request)
    const headers = {
      ETag: isCompressed ? `"${etag}-gz"` : `"${etag}"`,
      'Cache-Control': 'no-cache',
      Vary: 'Accept, Accept-Encoding',
      'Content-Security-Policy': policy,
      'X-Frame-Options': 'DENY',
    }
    if (hasAlready(request, headers.ETag)) {
      response.writeHead(304, headers).end()
      return
    }
    const type = { 'Content-Type': HTML_TYPE }
    if (isCompressed) {
      send(response, 200, { ...headers, ...type, 'Content-Encoding': 'gzip' }, compressed)
    } else {
      send(response, 200, { ...headers, ...type }, html)
    }
  }
}

async function renderPage(examples: readonly PlaygroundExample[], basePath: string): Promise<Page> {
  // The editor has nine megabytes, so only a process that shows it loads it.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const tabs = examples.map((example, i) => ({ query: toTabText(example, i === 0) }))
  const icon = siteIcon()
  const text = renderGraphiQL({
    title: 'Sanad',
    favicon: `data:image/svg+xml,${encodeURIComponent(icon)}`,
    logo: `<a href="${basePath}/" aria-label="Sanad" style="display: flex; width: 28px">${icon}</a>`,
    endpoint: `${basePath}${API_PATH}`,
    credentials: 'omit',
    defaultTabs: tabs,
    schemaDescription: true,
    // The examples have no variables and the API uses no headers, so the query gets the room.
    defaultEditorToolsVisibility: false,
    isHeadersEditorEnabled: false,
    ...(tabs[0] ? { defaultQuery: tabs[0].query } : {}),
  }).replace('</head>', `<style>${STYLE}</style></head>`)
  const html = Buffer.from(text.trim())
  const compressed = await promisify(gzip)(html, { level: 6 })
  const etag = createHash('sha256').update(html).digest('base64url').slice(0, 22)
  return { html, compressed, etag, policy: policyFor(scriptOf(text)) }
}

/** Returns the script of the page, which is one element. Strings in it may contain `<script>`, never `</script>`. */
function scriptOf(html: string): string {
  const [begin, end] = ['<script>', '</script>']
  return html.slice(html.indexOf(begin) + begin.length, html.lastIndexOf(end))
}

/** Returns the text of a tab. The first tab has a hint about the others. */
function toTabText({ title, text }: PlaygroundExample, isFirst: boolean): string {
  const [first, ...rest] = (text.trimStart().startsWith('#') ? text : `# ${title}\n${text}`).split('\n')
  const hint = isFirst ? ['# ▶ runs the query; each other tab has another one.'] : []
  return [first, ...hint, ...rest].join('\n')
}
