import type { IncomingMessage, ServerResponse } from 'node:http'
import Negotiator from 'negotiator'
import { writeBody } from '../connections/write-body.ts'
import type { CachedResponse } from './cached-response.ts'

/** Header of a response that could not be compared with the current database. */
export const STALE = { Warning: '110 - "Response is Stale"' }

/** Sends a cached response: 304 if the client has it, compressed if the client accepts gzip. */
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

/** Returns the headers of a 304, which has no body. Some names come from a library in lower case. */
const withoutBodyHeaders = (headers: CachedResponse['plainHeaders']): CachedResponse['plainHeaders'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_BODY.includes(name.toLowerCase())))

/** Returns whether the client accepts gzip. A header with weights is parsed; others need a search only. */
export const takesGzip = (request: IncomingMessage): boolean => {
  const header = String(request.headers['accept-encoding'] ?? '')
  if (!header.includes(';')) return header.includes('gzip')
  return new Negotiator(request).encoding(['gzip', 'identity']) === 'gzip'
}

/** Returns whether If-None-Match has the ETag. */
export function hasAlready(request: IncomingMessage, etag: string): boolean {
  const header = request.headers['if-none-match']
  if (header === undefined) return false
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')
}
