import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Refusal } from '../refusal.ts'
import { type GraphQLParameters, parseGraphQLBody } from './parse-graphql-request.ts'

/** Maximum of the request body, in bytes: about a hundred times the largest example. */
export const MAX_BODY_BYTES = 256 * 1024

/** Maximum of chunks of a body: about ten times those of the largest body in Ethernet packets. */
const MAX_PIECES = 2000

const BYTE_ORDER_MARK = '\ufeff'

const TOO_MANY_PIECES: Refusal = {
  status: 413,
  code: 'LIMIT_EXCEEDED',
  message: `The body comes in more than ${MAX_PIECES} pieces; send it in larger ones.`,
}

const TOO_LARGE: Refusal = {
  status: 413,
  code: 'LIMIT_EXCEEDED',
  message: `The body is larger than ${MAX_BODY_BYTES / 1024} KiB; ask for less at once.`,
}

const INCOMPLETE: Refusal = { status: 400, code: 'BAD_INPUT', message: 'The body ended before it was whole.' }

const NOT_UTF8: Refusal = { status: 400, code: 'BAD_INPUT', message: 'The body is not valid UTF-8.' }

/** A GraphQL request with the length of its text in UTF-16 units, or a refusal. */
export type ReadRequest =
  | { readonly parameters: GraphQLParameters; readonly length: number }
  | { readonly refusal: Refusal }

/** Reads a POST body. Refusals: 415 wrong type, 411 no length, 413 too large, 400 no GraphQL request. */
export async function readBody(request: IncomingMessage): Promise<ReadRequest> {
  const bytes = refuseByHeaders(request) ?? (await receive(request))
  if (!Buffer.isBuffer(bytes)) return { refusal: bytes }
  const text = decode(bytes)
  return text === null ? { refusal: NOT_UTF8 } : { ...parseGraphQLBody(text), length: text.length }
}

/** Receives the bytes of a body, and stops at the first that is too many. */
function receive(request: IncomingMessage): Promise<Buffer | Refusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const take = (chunk: Buffer): void => {
      bytes += chunk.byteLength
      if (bytes > MAX_BODY_BYTES) finish(TOO_LARGE)
      else if (chunks.length >= MAX_PIECES) finish(TOO_MANY_PIECES)
      else chunks.push(chunk)
    }
    const end = (): void => finish(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    const fail = (): void => finish(INCOMPLETE)
    function finish(result: Buffer | Refusal): void {
      request.off('data', take).off('end', end).off('error', fail).off('close', fail)
      resolve(result)
    }
    if (request.destroyed || request.readableEnded) fail()
    else request.on('data', take).once('end', end).once('error', fail).once('close', fail)
  })
}

function refuseByHeaders(request: IncomingMessage): Refusal | null {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  // A page of another origin can send urlencoded, multipart and plain text without a preflight request, but no JSON.
  if (type !== 'application/json') {
    return {
      status: 415,
      code: 'BAD_INPUT',
      message: 'Send the query as JSON, with the header Content-Type: application/json.',
      headers: { 'Accept-Post': 'application/json' },
    }
  }
  const length = request.headers['content-length']
  if (length === undefined && request.headers['transfer-encoding'] === undefined) {
    return { status: 411, code: 'BAD_INPUT', message: 'Send the header Content-Length, and a body.' }
  }
  return Number(length ?? 0) > MAX_BODY_BYTES ? TOO_LARGE : null
}

/** Returns null for bytes that are not UTF-8. A byte order mark is left out. */
function decode(bytes: Buffer): string | null {
  if (!isUtf8(bytes)) return null
  const text = bytes.toString('utf8')
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}
