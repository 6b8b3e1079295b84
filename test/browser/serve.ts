import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  readonly status?: number
}

export interface Served {
  /** Origin such as 'http://127.0.0.1:34567'. Another port is another origin. */
  readonly origin: string
  /** All requests except favicons, in order. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[]
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' }

/** Serves fixtures by path on a free port. A function computes the response from the URL. */
export async function serve(
  routes: Readonly<Record<string, Answer | string | ((url: URL) => Answer | string)>>,
): Promise<Served> {
  const requests: { path: string; headers: IncomingHttpHeaders }[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end()
    requests.push({ path: url.pathname + url.search, headers: request.headers })
    const route = routes[url.pathname]
    if (route === undefined) return response.writeHead(404).end('Nothing here.')
    const found = typeof route === 'function' ? route(url) : route
    const { body, headers, status = 200 } = typeof found === 'string' ? { body: found } : found
    const type = TYPES[url.pathname.split('.').at(-1) ?? ''] ?? 'text/html'
    return response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${toPort(server.address())}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const toPort = (address: unknown): number => (address as AddressInfo).port
