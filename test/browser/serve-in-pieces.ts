import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Pieces {
  /** Bytes of one piece of a document. */
  readonly bytes: number
  /** Resolves when the browser has shown what it has; the next piece is sent then. */
  readonly shown: () => Promise<unknown>
}

export interface SlowOrigin {
  readonly origin: string
  readonly stop: () => Promise<void>
}

const PASSED_ON = ['content-type', 'content-security-policy', 'cache-control']

/**
 * Serves another origin on a free port as a slow line would: HTML in pieces, of which the first holds the head and the begin
 * of the body, and all other files at once.
 */
export async function serveInPieces(of: string, { bytes, shown }: Pieces): Promise<SlowOrigin> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(`${of}${request.url}`, { headers: { accept: request.headers.accept ?? '*/*' } })
    const body = Buffer.from(await answer.arrayBuffer())
    response.writeHead(
      answer.status,
      Object.fromEntries([...answer.headers].filter(([key]) => PASSED_ON.includes(key))),
    )
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return response.end(body)
    let sent = 0
    // A browser shows nothing before it has a body.
    for (let next = body.indexOf('<body') + bytes; sent < body.length; next += bytes) {
      response.write(body.subarray(sent, next))
      sent = next
      await shown()
    }
    return response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
