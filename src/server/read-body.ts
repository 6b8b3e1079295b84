import type { IncomingMessage } from 'node:http'
import { refuseGraphQLBody, refuseGraphQLUrl } from './graphql/parse-graphql-request.ts'
import type { Refusal } from './refusal.ts'

/** Maximum of the request body, in bytes: about a hundred times the largest example. */
export const MAX_BODY_BYTES = 256 * 1024

/** Maximum of chunks of a body: about ten times those of the largest body in Ethernet packets. */
const MAX_PIECES = 2000

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

const NOT_UTF8: Refusal = { status: 400, code: 'BAD_INPUT', message: 'The body is not valid UTF-8.' }

/**
 * Reads the text of a POST body, or a refusal: 415 wrong type, 411 no length, 413 too large, 400 no GraphQL request.
 */
export async function readBody(request: IncomingMessage): Promise<{ text: string } | { refusal: Refusal }> {
  const unread = refuseByHeaders(request)
  if (unread) return { refusal: unread }
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const part = Buffer.from(chunk)
      bytes += part.byteLength
      if (bytes > MAX_BODY_BYTES) return { refusal: TOO_LARGE }
      if (chunks.length >= MAX_PIECES) return { refusal: TOO_MANY_PIECES }
      chunks.push(part)
    }
  } catch {
    return { refusal: { status: 400, code: 'BAD_INPUT', message: 'The body ended before it was whole.' } }
  }
  const text = decode(Buffer.concat(chunks))
  if (text === null) return { refusal: NOT_UTF8 }
  const refusal = refuseGraphQLBody(text)
  return refusal ? { refusal } : { text }
}

/** Checks the URL of a GET request, which has no body. Other methods are refused later. */
export function readUrl(request: IncomingMessage): { text: null } | { refusal: Refusal } {
  const refusal = request.method === 'GET' ? refuseGraphQLUrl(request.url ?? '/') : null
  return refusal ? { refusal } : { text: null }
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

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
