import type { ServerResponse } from 'node:http'
import { SLICE_BYTES } from './write-body.ts'

/** Chunks of a body: a generator, a Node stream or a web stream. Text is sent as UTF-8. */
export type BodyStream = AsyncIterable<Uint8Array | string>

/**
 * Sends chunks as the source makes them, each after the client has taken the one before. The head is sent with the first
 * chunk, so a source that fails before it can still get an error response.
 *
 * The source is stopped when the client leaves. HEAD sends no chunk and starts no generator.
 *
 * @param writeHead sends the status and the headers
 * @throws the error of a source that fails before its first chunk. After that the connection is closed without the end of
 *   the body, so that the client sees an incomplete response, and the error is passed to `onBroken`.
 */
export async function streamBody(
  response: ServerResponse,
  source: BodyStream,
  { writeHead, onBroken }: { readonly writeHead: () => void; readonly onBroken: (error: unknown) => void },
): Promise<void> {
  const chunks = source[Symbol.asyncIterator]()
  const stopSource = (): void => {
    // A Node stream that waits for data ends only when it is destroyed.
    if ('destroy' in source && typeof source.destroy === 'function') source.destroy()
    chunks.return?.().catch(() => undefined)
  }
  if (response.req.method === 'HEAD' || response.destroyed) {
    stopSource()
    if (response.destroyed) return
    writeHead()
    response.end()
    return
  }
  response.once('close', stopSource)
  try {
    for (let next = await orLeft(response, chunks.next()); ; next = await orLeft(response, chunks.next())) {
      if (next === LEFT) return
      if (!response.headersSent) writeHead()
      if (next.done) break
      await writeSlices(response, next.value)
    }
    response.end()
  } catch (error) {
    stopSource()
    if (response.destroyed) return
    if (!response.headersSent) throw error
    onBroken(error)
    breakOff(response)
  } finally {
    response.off('close', stopSource)
  }
}

/** Closes the connection without the last chunk. A body without chunked encoding needs a reset to be seen as incomplete. */
function breakOff(response: ServerResponse): void {
  const { socket, chunkedEncoding } = response
  if (socket === null) response.destroy()
  else if (chunkedEncoding) socket.destroySoon()
  else socket.resetAndDestroy()
}

const LEFT = Symbol('the client left')

/** Resolves with LEFT when the client leaves, since the source may never yield again. */
function orLeft<T>(response: ServerResponse, awaited: Promise<T>): Promise<T | typeof LEFT> {
  return new Promise((resolve, reject) => {
    if (response.destroyed) resolve(LEFT)
    const leave = (): void => resolve(LEFT)
    response.once('close', leave)
    awaited.then(resolve, reject).finally(() => response.off('close', leave))
  })
}

/** Writes a chunk in slices, so that the progress of a slow client is visible. */
async function writeSlices(response: ServerResponse, chunk: Uint8Array | string): Promise<void> {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  for (let offset = 0; offset < bytes.length && !response.destroyed; offset += SLICE_BYTES) {
    if (response.write(bytes.subarray(offset, offset + SLICE_BYTES))) continue
    await orLeft(response, new Promise((resolve) => response.once('drain', resolve)))
  }
}
