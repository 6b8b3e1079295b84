import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { BodyStream } from './stream-body.ts'

/**
 * Compresses a stream in a thread of the pool. The source is started with the first chunk that is taken, and ended with the
 * compressed stream. An error of the source is an error of the compressed stream.
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
      // A source that waits for more ends only when it is destroyed itself.
      if ('destroy' in source && typeof source.destroy === 'function') source.destroy()
    },
  }
}
