import type { ServerResponse } from 'node:http'

/** Size of a slice, in bytes. The progress of a slow client is visible in steps of this size. */
export const SLICE_BYTES = 64 * 1024

const bodies = new WeakMap<ServerResponse, Buffer>()

/**
 * Ends a response with its body. A large body is written in slices, each after the client has read the one before. The
 * buffer is shared with the cached response, and released when the connection closes.
 */
export function writeBody(response: ServerResponse, body: string | Buffer): void {
  if (response.req.method === 'HEAD') {
    response.end()
    return
  }
  if (Buffer.byteLength(body) <= SLICE_BYTES) {
    response.end(body)
    return
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  bodies.set(response, bytes)
  let offset = 0
  const writeNext = (): void => {
    while (offset + SLICE_BYTES < bytes.length) {
      const slice = bytes.subarray(offset, offset + SLICE_BYTES)
      offset += SLICE_BYTES
      if (!response.write(slice)) {
        response.once('drain', writeNext)
        return
      }
    }
    response.end(bytes.subarray(offset))
  }
  writeNext()
}

/** Returns the large body of a response that is being sent. Null for a small one, which its connection buffers. */
export const bodyInTransit = (response: ServerResponse): Buffer | null => bodies.get(response) ?? null
