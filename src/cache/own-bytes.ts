/**
 * Overhead of a buffer in V8, in bytes: 190 on its heap, as test/cache/budget.test.ts measures it, the rest outside.
 */
const BUFFER_BYTES = 350

/** Returns the memory of a buffer from `toOwnBytes`, in bytes. */
export const bufferBytes = ({ length }: Buffer): number => BUFFER_BYTES + length

/**
 * Returns the content in a buffer of exactly its size. A buffer from Node's pool or from zlib would keep up to
 * 16 KB more in memory.
 */
export function toOwnBytes(body: string | Uint8Array): Buffer {
  if (typeof body === 'string') {
    const own = Buffer.allocUnsafeSlow(Buffer.byteLength(body))
    own.write(body)
    return own
  }
  if (body.buffer.byteLength === body.length) return Buffer.from(body.buffer)
  const own = Buffer.allocUnsafeSlow(body.length)
  own.set(body)
  return own
}
