import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Refusal } from './refusal.ts'

/** Maximum of a request body, in bytes. */
export const MAX_BODY_BYTES = 256 * 1024

/** Maximum of chunks of a body: about ten times those of the largest body in Ethernet packets. */
const MAX_CHUNKS = 2000

const BYTE_ORDER_MARK = '\ufeff'

const TOO_MANY_CHUNKS: Refusal = {
  status: 413,
  code: 'LIMIT_EXCEEDED',
  message: `The body comes in more than ${MAX_CHUNKS} chunks; send larger ones.`,
}

const TOO_LARGE: Refusal = {
  status: 413,
  code: 'LIMIT_EXCEEDED',
  message: `The body is larger than ${MAX_BODY_BYTES / 1024} KiB; send less at once.`,
}

const INCOMPLETE: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  message: 'The body ended before it was complete; send it again.',
}

const NOT_UTF8: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  message: 'The body is not valid UTF-8: encode it as UTF-8.',
}

/**
 * Receives the text of a POST. Refusals: 415 for another media type than `mediaTypes`, 411 without a length, 413 too large, 400
 * for bytes that are not UTF-8 or end early. A byte order mark is left out.
 * @param mediaTypes accepted types without parameters, in lower case
 */
export async function receiveBody(
  request: IncomingMessage,
  mediaTypes: readonly string[],
): Promise<{ readonly text: string } | { readonly refusal: Refusal }> {
  const bytes = refuseByHeaders(request, mediaTypes) ?? (await receive(request))
  if (!Buffer.isBuffer(bytes)) return { refusal: bytes }
  const text = decode(bytes)
  return text === null ? { refusal: NOT_UTF8 } : { text }
}

/** Receives the bytes of a body, and stops at the first that is too many. */
function receive(request: IncomingMessage): Promise<Buffer | Refusal> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const take = (chunk: Buffer): void => {
      bytes += chunk.byteLength
      if (bytes > MAX_BODY_BYTES) finish(TOO_LARGE)
      else if (chunks.length >= MAX_CHUNKS) finish(TOO_MANY_CHUNKS)
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

function refuseByHeaders(request: IncomingMessage, mediaTypes: readonly string[]): Refusal | null {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type === undefined || !mediaTypes.includes(type)) {
    const known = mediaTypes.join(' or ')
    return {
      status: 415,
      code: 'BAD_INPUT',
      message: `Send the body as ${known}, with the header Content-Type.`,
      headers: { 'Accept-Post': mediaTypes.join(', ') },
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
