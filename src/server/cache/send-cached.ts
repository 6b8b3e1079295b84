import type { IncomingMessage, ServerResponse } from 'node:http'
import Negotiator from 'negotiator'
import { writeBody } from '../connections/write-body.ts'
import type { CachedResponse } from './cached-response.ts'

/** Says of an answer that the record could not be asked whether it still holds. */
export const STALE = { Warning: '110 - "Response is Stale"' }

/** Sends bytes with a strong ETag; 304 to whoever has them, compressed to whoever takes that. */
export function sendCached(
  request: IncomingMessage,
  response: ServerResponse,
  cached: CachedResponse,
  more?: Readonly<Record<string, string>>,
): void {
  if (response.headersSent || response.destroyed) return
  const { status, gzip } = cached
  const isCompressed = gzip !== null && takesGzip(request)
  const headers = isCompressed ? cached.gzipHeaders : cached.plainHeaders
  if (status === 200 && hasAlready(request, String(headers.ETag))) {
    response.writeHead(304, { ...withoutBodyHeaders(headers), ...more }).end()
    return
  }
  response.writeHead(status, more ? { ...headers, ...more } : headers)
  writeBody(response, isCompressed ? gzip : cached.body)
}

const OF_THE_BODY = ['content-length', 'content-encoding']

/** Headers of a 304: it has no body. Some names come from a library, in lower case. */
const withoutBodyHeaders = (headers: CachedResponse['plainHeaders']): CachedResponse['plainHeaders'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_BODY.includes(name.toLowerCase())))

/** Most say it plainly; the others are read by the rules. */
export const takesGzip = (request: IncomingMessage): boolean => {
  const header = String(request.headers['accept-encoding'] ?? '')
  if (!header.includes(';')) return header.includes('gzip')
  return new Negotiator(request).encoding(['gzip', 'identity']) === 'gzip'
}

/** Whether a client says that it has the body with a certain ETag. */
export function hasAlready(request: IncomingMessage, etag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
}
