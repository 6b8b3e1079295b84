import type { ServerResponse } from 'node:http'

/** Bytes handed to a connection at a time: a slow reader's progress is seen in steps of this size. */
const SLICE_BYTES = 64 * 1024

const bodies = new WeakMap<ServerResponse, Buffer>()

/**
 * Ends a response with its body. A large one is handed over in slices, each once the client has taken the one before,
 * so that the rest stays one buffer, shared where the body is cached, and can be dropped with the connection.
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

/** The large body that a response is being sent from; null for a small one, which its connection holds. */
export const bodyInTransit = (response: ServerResponse): Buffer | null => bodies.get(response) ?? null
