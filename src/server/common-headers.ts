import { RATE_LIMIT_HEADERS } from './admission/gate.ts'
import type { FlatHeaders } from './cache/cached-response.ts'

/** Pages of every origin may read responses, without credentials: the server uses no cookies. */
const COMMON_HEADERS: FlatHeaders = [
  ...['access-control-allow-origin', '*'],
  ...['access-control-expose-headers', ['X-Request-Id', 'Retry-After', 'ETag', ...RATE_LIMIT_HEADERS].join(', ')],
  ...['x-content-type-options', 'nosniff'],
  ...['referrer-policy', 'no-referrer'],
]
/** Header of responses while the server stops. */
const CLOSING: FlatHeaders = ['connection', 'close']

/** Returns the headers of every response. @param closing whether the connection closes after it */
export const commonHeaders = (requestId: string, closing: boolean): FlatHeaders => [
  ...COMMON_HEADERS,
  'x-request-id',
  requestId,
  ...(closing ? CLOSING : []),
]
