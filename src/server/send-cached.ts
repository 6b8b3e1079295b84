import type { IncomingMessage, ServerResponse } from 'node:http'
import Negotiator from 'negotiator'
import type { CachedAnswer } from './byte-cache.ts'
import { writeBody } from './write-body.ts'

/** Says of an answer that the record could not be asked whether it still holds. */
export const STALE = { Warning: '110 - "Response is Stale"' }

/** Sends bytes with a strong ETag; 304 to whoever has them, compressed to whoever takes that. */
export function sendCached(
  request: IncomingMessage,
  response: ServerResponse,
  answer: CachedAnswer,
  more?: Readonly<Record<string, string>>,
): void {
  if (response.headersSent || response.destroyed) return
  const { status, gzip } = answer
  const isCompressed = gzip !== null && takesGzip(request)
  const headers = isCompressed ? answer.gzipHeaders : answer.plainHeaders
  if (status === 200 && matches(request.headers['if-none-match'], String(headers.ETag))) {
    const { 'Content-Length': _length, 'Content-Encoding': _coding, ...kept } = headers
    response.writeHead(304, { ...kept, ...more }).end()
    return
  }
  response.writeHead(status, more ? { ...headers, ...more } : headers)
  writeBody(response, isCompressed ? gzip : answer.body)
}

/** Most say it plainly; the others are read by the rules. */
const takesGzip = (request: IncomingMessage): boolean => {
  const header = String(request.headers['accept-encoding'] ?? '')
  if (!header.includes(';')) return header.includes('gzip')
  return new Negotiator(request).encoding(['gzip', 'identity']) === 'gzip'
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
}
