import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ErrorCode } from '../../domain/errors.ts'
import { JSON_TYPE } from '../negotiate-type.ts'
import { bodyOf } from '../refusal.ts'

interface ClientError {
  readonly status: string
  readonly code: ErrorCode
  readonly message: string
}
const UNREADABLE: ClientError = {
  status: '400 Bad Request',
  code: 'BAD_INPUT',
  message: 'This is not a valid HTTP request: correct its first line, its headers or its body.',
}
const CLIENT_ERRORS: Readonly<Record<string, ClientError>> = {
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    code: 'LIMIT_EXCEEDED',
    message: 'The URL and the headers have more than 16 KiB: send the query by POST, as JSON.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    code: 'TIMEOUT',
    message: 'The request arrived too slowly: send it again without pauses.',
  },
}

/**
 * Responds to input that is no HTTP request with a JSON error, which Node would not send. The connection is destroyed after
 * `lingerMs`; until then the client can read the response.
 */
export function sendClientError(error: NodeJS.ErrnoException, socket: Duplex, lingerMs: number): void {
  const hasSentNothing = socket instanceof Socket && socket.bytesRead === 0
  if (error.code === 'ECONNRESET' || hasSentNothing || !(socket.writable || socket.writableEnded)) {
    socket.destroy()
    return
  }
  // The refusal was sent before, and the client still sends.
  if (socket.writableEnded) return
  const { status, code, message } = CLIENT_ERRORS[error.code ?? ''] ?? UNREADABLE
  const body = bodyOf({ code, message })
  const headers = [`Content-Length: ${Buffer.byteLength(body)}`, `Content-Type: ${JSON_TYPE}`, 'Connection: close']
  socket.end([`HTTP/1.1 ${status}`, ...headers, '', body].join('\r\n'))
  setTimeout(() => socket.destroy(), lingerMs).unref()
}
