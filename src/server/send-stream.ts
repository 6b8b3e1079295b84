import { isTextType, toCached, VIEWER_HEADERS } from './cache/cached-response.ts'
import { hasAlready, sendCached, takesGzip } from './cache/send-cached.ts'
import { gzipStream } from './connections/gzip-stream.ts'
import { streamBody } from './connections/stream-body.ts'
import { errorDetail } from './error-log.ts'
import type { Exchange } from './exchange.ts'
import type { Log } from './log.ts'
import type { RouteRequest, StreamedRoute } from './routes/route.ts'

/**
 * Sends the response of a streamed route. The promise resolves after the last chunk, so that the request occupies its place in
 * the lane while the source reads from the store.
 */
export async function sendStream(
  exchange: Exchange,
  route: StreamedRoute,
  request: RouteRequest,
  log: Log,
): Promise<void> {
  const { response, requestId } = exchange
  const left = new AbortController()
  response.once('close', () => left.abort())
  const made = await route.stream({ ...request, left: left.signal })
  if ('body' in made) return sendCached(exchange.request, response, toCached(made))
  const { status, headers: own, etag, stream } = made
  const headers: Readonly<Record<string, string>> = {
    ...own,
    // Weak, since the compressed form has the same ETag.
    ...(etag && { ETag: `W/${etag}` }),
    Vary: 'Accept-Encoding',
    ...(route.dependsOnViewer && VIEWER_HEADERS),
  }
  if (etag !== undefined && hasAlready(exchange.request, etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const isCompressed = takesGzip(exchange.request) && isTextType(headers['Content-Type'])
  const encoded = { ...headers, ...(isCompressed && { 'Content-Encoding': 'gzip' }) }
  await streamBody(response, isCompressed ? gzipStream(stream) : stream, {
    writeHead: () => response.writeHead(status, encoded),
    onBroken: (error) => log({ level: 'error', event: 'stream-failed', requestId, detail: errorDetail(error) }),
  })
}
