import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { send } from './refusal.ts'

export interface PlaygroundExample {
  readonly name: string
  readonly question: string
  readonly text: string
}

interface Page {
  readonly html: Buffer
  readonly compressed: Buffer
  readonly etag: string
}

/** Nothing from elsewhere is loaded, whatever the page asks for; the editor starts its workers from blobs. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page with an editor for queries, made once at the first visit and kept. */
export function createPlayground(
  examples: readonly PlaygroundExample[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let page: Promise<Page> | null = null
  return async (request, response) => {
    page ??= renderPage(examples)
    const { html, compressed, etag } = await page
    const headers = {
      ETag: etag,
      'Cache-Control': 'no-cache',
      Vary: 'Accept, Accept-Encoding',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Frame-Options': 'DENY',
    }
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end()
      return
    }
    const type = { 'Content-Type': 'text/html; charset=utf-8' }
    if (/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
      send(response, 200, { ...headers, ...type, 'Content-Encoding': 'gzip' }, compressed)
    } else {
      send(response, 200, { ...headers, ...type }, html)
    }
  }
}

export function wantsPage(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html')
}

async function renderPage(examples: readonly PlaygroundExample[]): Promise<Page> {
  // Nine megabytes of editor: only a process that shows it pays for it.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const tabs = examples.map((example) => ({ query: toTabText(example) }))
  const html = Buffer.from(
    renderGraphiQL({
      title: 'Sanad: ask the record',
      endpoint: '/graphql',
      credentials: 'omit',
      defaultTabs: tabs,
      ...(tabs[0] ? { defaultQuery: tabs[0].query } : {}),
    }).trim(),
  )
  const compressed = await promisify(gzip)(html, { level: 6 })
  return { html, compressed, etag: `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"` }
}

function toTabText({ question, text }: PlaygroundExample): string {
  return text.trimStart().startsWith('#') ? text : `# ${question}\n${text}`
}
