import { connect, type Socket } from 'node:net'
import type { LoadRequest } from './load.ts'

/** A request as bytes, prepared once. */
export interface PreparedRequest {
  readonly name: string
  readonly bytes: Buffer
}

export interface LoadAnswer {
  readonly status: number
  readonly retryAfterSeconds: number | null
  /** Size of the head and the body. */
  readonly bytes: number
  /** The body of a connection that collects bodies; else empty. */
  readonly body: Buffer
}

export interface LoadConnection {
  /** Rejects with the error code if the connection fails before the response is complete. */
  readonly ask: (request: PreparedRequest) => Promise<LoadAnswer>
  readonly isOpen: () => boolean
  readonly close: () => void
}

interface Expected {
  readonly resolve: (answer: LoadAnswer) => void
  readonly reject: (error: Error) => void
}

const END_OF_HEAD = Buffer.from('\r\n\r\n')
const NO_BODY = Buffer.alloc(0)

export function prepareRequest(request: LoadRequest, host: string): PreparedRequest {
  const { name, method, path, headers = {}, body = '' } = request
  const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host}`]
  for (const [key, value] of Object.entries(headers)) lines.push(`${key}: ${value}`)
  if (method === 'POST') lines.push(`Content-Length: ${Buffer.byteLength(body)}`)
  return { name, bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`) }
}

/**
 * A kept-alive connection with one request at a time. Parses only the headers that give the end of a response.
 *
 * @param collectsBody whether responses have their body
 */
export function openConnection(port: number, host: string, localAddress: string, collectsBody = false): LoadConnection {
  let expected: Expected | null = null
  let head: Buffer = Buffer.alloc(0)
  /** Remaining bytes of the body; null while the head is read. */
  let missing: number | null = null
  let answer: LoadAnswer = { status: 0, retryAfterSeconds: null, bytes: 0, body: NO_BODY }
  let parts: Buffer[] = []
  let closesAfter = false
  const socket: Socket = connect({ port, host, localAddress, noDelay: true })

  function fail(code: string): void {
    const waiting = expected
    expected = null
    socket.destroy()
    waiting?.reject(new Error(code))
  }

  function finish(): void {
    const waiting = expected
    expected = null
    missing = null
    if (closesAfter) socket.destroy()
    const body = parts.length === 1 ? (parts[0] ?? NO_BODY) : parts.length === 0 ? NO_BODY : Buffer.concat(parts)
    parts = []
    waiting?.resolve({ ...answer, body })
  }

  function readHead(chunk: Buffer): void {
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
    const end = head.indexOf(END_OF_HEAD)
    if (end < 0) return
    const text = head.toString('latin1', 0, end)
    const body = head.subarray(end + END_OF_HEAD.length)
    head = Buffer.alloc(0)
    const status = Number(text.slice(9, 12))
    const retryAfter = headerOf(text, 'retry-after')
    closesAfter = headerOf(text, 'connection')?.toLowerCase() === 'close'
    const length = headerOf(text, 'content-length')
    const hasBody = status !== 204 && status !== 304
    const bytes = end + END_OF_HEAD.length + (hasBody ? Number(length) : 0)
    answer = { status, retryAfterSeconds: retryAfter === null ? null : Number(retryAfter), bytes, body: NO_BODY }
    if (hasBody && length === null) fail('NO_CONTENT_LENGTH')
    else readBody(hasBody ? Number(length) : 0, body)
  }

  function readBody(before: number, received: Buffer): void {
    missing = before - received.length
    if (collectsBody && received.length > 0) parts.push(received)
    if (missing <= 0) finish()
  }

  socket.on('data', (chunk) => {
    if (expected === null) return fail('UNASKED_BYTES')
    if (missing === null) readHead(chunk)
    else readBody(missing, chunk)
  })
  socket.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'ERROR'))
  socket.on('close', () => fail('CLOSED'))

  return {
    ask(request) {
      return new Promise((resolve, reject) => {
        expected = { resolve, reject }
        if (socket.destroyed) fail('CLOSED')
        else socket.write(request.bytes)
      })
    },
    isOpen: () => !socket.destroyed,
    close: () => socket.destroy(),
  }
}

function headerOf(head: string, name: string): string | null {
  const found = new RegExp(`\r\n${name}: *([^\r]*)`, 'i').exec(head)
  return found?.[1] ?? null
}
