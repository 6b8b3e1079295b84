import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CachedAnswer } from './byte-cache.ts'

/** Sends bytes with a strong ETag; 304 to whoever has them, compressed to whoever takes that. */
export function sendCached(request: IncomingMessage, response: ServerResponse, answer: CachedAnswer): void {
  if (response.headersSent || response.destroyed) return
  const { status, headers, gzip } = answer
  const isCompressed = gzip !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = isCompressed ? gzip : answer.body
  // The compressed bytes are others, so their tag is another one.
  const etag = isCompressed ? `"${answer.etag}-gz"` : `"${answer.etag}"`
  const own = { ...headers, ETag: etag, ...(gzip === null ? {} : { Vary: 'Accept-Encoding' }) }
  if (status === 200 && matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, own).end()
    return
  }
  const coding = isCompressed ? { 'Content-Encoding': 'gzip' } : {}
  response.writeHead(status, { ...own, ...coding, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
}
