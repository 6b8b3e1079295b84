/** Overhead of a buffer in V8: 190 bytes on its heap, as test/cache/budget.test.ts measures it, the rest beside it. */
const BUFFER_BYTES = 350

/** Memory that a buffer of its own size takes, in bytes. */
export const bufferBytes = ({ length }: Buffer): number => BUFFER_BYTES + length

/** A buffer of its own size: a short one of Node's pool, or a result of zlib, keeps up to 16 KB more in memory. */
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
