import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { siteIcon } from '../../pages/site-icon.ts'
import { hasAlready, takesGzip } from '../cache/send-cached.ts'
import { lazy } from '../lazy.ts'
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
 * The page's own script runs and nothing else: none that got in by other ways, none from elsewhere, none made from text.
 * The editor starts its workers from blobs, and writes its styles while it runs.
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

/** The editor draws boxes around ’ and –, which quotes are full of. */
const STYLE = '.graphiql-response .unicode-highlight { border: 0 !important; background: none !important }'

/** The page with an editor for queries, made once at the first visit and kept. */
export function createPlayground(
  examples: readonly PlaygroundExample[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const page = lazy(() => renderPage(examples))
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
    const type = { 'Content-Type': 'text/html; charset=utf-8' }
    if (isCompressed) {
      send(response, 200, { ...headers, ...type, 'Content-Encoding': 'gzip' }, compressed)
    } else {
      send(response, 200, { ...headers, ...type }, html)
    }
  }
}

async function renderPage(examples: readonly PlaygroundExample[]): Promise<Page> {
  // Nine megabytes of editor: only a process that shows it pays for it.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const tabs = examples.map((example, i) => ({ query: toTabText(example, i === 0) }))
  const icon = siteIcon()
  const text = renderGraphiQL({
    title: 'Sanad',
    favicon: `data:image/svg+xml,${encodeURIComponent(icon)}`,
    logo: `<a href="/" aria-label="Sanad" style="display: flex; width: 28px">${icon}</a>`,
    endpoint: '/graphql',
    credentials: 'omit',
    defaultTabs: tabs,
    schemaDescription: true,
    // No question here has variables, and the API knows no headers: the room is for the question.
    defaultEditorToolsVisibility: false,
    isHeadersEditorEnabled: false,
    ...(tabs[0] ? { defaultQuery: tabs[0].query } : {}),
  }).replace('</head>', `<style>${STYLE}</style></head>`)
  const html = Buffer.from(text.trim())
  const compressed = await promisify(gzip)(html, { level: 6 })
  const etag = createHash('sha256').update(html).digest('base64url').slice(0, 22)
  return { html, compressed, etag, policy: policyFor(scriptOf(text)) }
}

/** All of the page's scripts are one element; strings in it may hold its beginning, never its end. */
function scriptOf(html: string): string {
  const [begin, end] = ['<script>', '</script>']
  return html.slice(html.indexOf(begin) + begin.length, html.lastIndexOf(end))
}

/** The first tab, which is what a visitor sees first, says how to go on. */
function toTabText({ title, text }: PlaygroundExample, isFirst: boolean): string {
  const [first, ...rest] = (text.trimStart().startsWith('#') ? text : `# ${title}\n${text}`).split('\n')
  const hint = isFirst ? ['# ▶ asks it; each other tab is another question.'] : []
  return [first, ...hint, ...rest].join('\n')
}
