import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DomainError, ErrorCode } from '../domain/errors.ts'
import { shortenMessage } from '../text/short-message.ts'
import { writeBody } from './connections/write-body.ts'
import { JSON_TYPE, negotiateType, RESULT_TYPE } from './negotiate-type.ts'

/** HTTP status of each error code that fails a complete response. Other codes are 500. */
export const STATUS_OF_CODE: Readonly<Partial<Record<ErrorCode, number>>> = {
  TIMEOUT: 504,
  BUSY: 503,
  RATE_LIMITED: 429,
  STORE_UNAVAILABLE: 503,
  STORE_LOCKED: 503,
  STORE_DAMAGED: 503,
  DISK_FULL: 503,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
}

/** Value of Retry-After with a 503. */
export const RETRY_AFTER_SECONDS = '5'

/** Headers of refusals by status. */
export const HEADERS_OF_STATUS: Readonly<Partial<Record<number, Readonly<Record<string, string>>>>> = {
  401: { 'WWW-Authenticate': 'Bearer realm="Sanad"' },
  503: { 'Retry-After': RETRY_AFTER_SECONDS },
}

/** Response to a request that is not served: a status, an error code and a message for people. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

const codes = new WeakMap<ServerResponse, string>()

/** Returns the code of the refusal that was sent, for metrics. Null for other responses. */
export const refusalCodeOf = (response: ServerResponse): string | null => codes.get(response) ?? null

/** Records the code of a refusal for `refusalCodeOf`. */
export function logRefusal(response: ServerResponse, { code }: Pick<Refusal, 'code'>): void {
  codes.set(response, code)
}

/** Sends a refusal as a GraphQL error, in the JSON type that the client prefers; application/json if it takes neither. */
export function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  logRefusal(response, refusal)
  send(
    response,
    refusal.status,
    {
      'Content-Type': negotiateType(request.headers.accept, [JSON_TYPE, RESULT_TYPE]) ?? JSON_TYPE,
      'Cache-Control': 'no-store',
      Vary: 'Accept',
      ...refusal.headers,
    },
    bodyOf(refusal),
  )
}

/** Returns the JSON of a refusal, with its message shortened. `boundErrors` does the same for errors of GraphQL. */
export function bodyOf({ message, code }: Pick<Refusal, 'message' | 'code'>): string {
  // A busy server sends the same refusal many times.
  if (last.message === message && last.code === code) return last.body
  const body = JSON.stringify({ errors: [{ message: shortenMessage(message), extensions: { code } }] })
  last = { message, code, body }
  return body
}

let last = { message: '', code: '', body: '' }

/** Sends a complete response, unless its head was sent or its client has left. */
export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) })
  writeBody(response, body)
}

/** Redirects to the canonical spelling of a path, with status 308, so that a POST stays a POST. */
export function redirectTo(response: ServerResponse, location: string): void {
  const headers = { Location: location, 'Cache-Control': 'public, max-age=60', 'Content-Length': 0 }
  if (!response.headersSent && !response.destroyed) response.writeHead(308, headers).end()
}

/** Returns the refusal for an error. An error with status 500 gets a general message; its own is logged. */
export function toRefusal(error: DomainError): Refusal {
  const status = STATUS_OF_CODE[error.code] ?? 500
  const message =
    status === 500
      ? 'An unexpected error occurred on the server: quote X-Request-Id when you report it.'
      : error.message
  return { status, code: status === 500 ? 'INTERNAL' : error.code, message, headers: HEADERS_OF_STATUS[status] ?? {} }
}
