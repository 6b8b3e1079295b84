import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { BodyStream } from './stream-body.ts'

/** Compresses a stream in a thread of the pool. Its end or its destruction ends the source; an error of the source is its own. */
export function gzipStream(source: BodyStream): BodyStream {
  const gzip = createGzip()
  pipeline(Readable.from(source), gzip, () => undefined)
  return gzip
}
