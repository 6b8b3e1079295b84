import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { BodyStream } from './stream-body.ts'

/**
 * Compresses a stream in a thread of the pool. The source starts when the first chunk is read, and is destroyed with the
 * compressed stream. An error of the source ends the compressed stream with the same error.
 */
export function gzipStream(source: BodyStream): BodyStream & { readonly destroy: () => void } {
  const gzip = createGzip()
  async function* chunks(): AsyncGenerator<Uint8Array> {
    pipeline(Readable.from(source), gzip, () => undefined)
    yield* gzip
  }
  return {
    [Symbol.asyncIterator]: chunks,
    destroy() {
      gzip.destroy()
      // A source that waits for data ends only when it is destroyed.
      if ('destroy' in source && typeof source.destroy === 'function') source.destroy()
    },
  }
}
