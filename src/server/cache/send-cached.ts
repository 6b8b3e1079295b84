import type { IncomingMessage, ServerResponse } from 'node:http'
import Negotiator from 'negotiator'
import { writeBody } from '../connections/write-body.ts'
import type { CachedResponse, FlatHeaders } from './cached-response.ts'

/** Header of a response that could not be compared with the current database. */
export const STALE: FlatHeaders = ['warning', '110 - "Response is Stale"']

/**
 * Sends a cached response: 304 if the client has it, compressed if the client accepts gzip.
 * @param more headers beside those of the cached response
 */
export function sendCached(
  request: IncomingMessage,
  response: ServerResponse,
  { status, plain, gzip }: CachedResponse,
  more: FlatHeaders = [],
): void {
  if (response.headersSent || response.destroyed) return
  const { body, etag, headers } = gzip !== null && takesGzip(request) ? gzip : plain
  if (status === 200 && hasAlready(request, etag)) {
    response.writeHead(304, [...more, ...withoutBodyHeaders(headers)]).end()
    return
  }
  response.writeHead(status, [...more, ...headers])
  writeBody(response, body)
}

const BODY_HEADERS = ['content-length', 'content-encoding']

/** Returns the headers of a 304, which has no body. */
const withoutBodyHeaders = (headers: FlatHeaders): FlatHeaders =>
  headers.filter((_, i) => !BODY_HEADERS.includes(headers[i - (i % 2)] ?? ''))

/** Returns whether the client accepts gzip. Only a header with weights needs a parser. */
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
