import { createHash } from 'node:crypto'
import type { Cache } from '../../cache/create-cache.ts'
import { bufferBytes, toOwnBytes } from '../../cache/own-bytes.ts'
import { fontFiles } from '../../fonts/fonts.ts'
import { withoutBoxes } from '../../widgets/drawing/picture-text.ts'
import { createWorkerQueue } from './worker-queue.ts'

export interface PngRenderer {
  /** @param width in px; the height follows from the SVG */
  readonly render: (svg: string, width: number) => Promise<Buffer>
}

/**
 * Creates a renderer of SVG to PNG in a worker thread, since a picture takes far longer than a page. Pictures are cached by
 * a hash of their SVG, which a new revision seldom changes, from their second request on.
 */
export function createPngRenderer(cache: Cache): PngRenderer {
  const draw = createWorkerQueue<{ readonly svg: string; readonly width: number }, Uint8Array>(
    new URL('./png-worker.mjs', import.meta.url),
    { fonts: fontFiles() },
  )
  const pictures = cache.namespace<Buffer>('pictures', { bytesOf: bufferBytes, waitsForSecond: () => true })
  const drawing = new Map<string, Promise<Buffer>>()
  async function drawOnce(hash: string, svg: string, width: number): Promise<Buffer> {
    const picture = toOwnBytes(await draw({ svg: withoutBoxes(svg), width }))
    pictures.set(hash, picture)
    return picture
  }
  return {
    render(svg, width) {
      const hash = createHash('sha256').update(`${width} ${svg}`).digest('base64url')
      const known = pictures.get(hash)
      if (known) return Promise.resolve(known)
      const awaited = drawing.get(hash)
      if (awaited) return awaited
      const made = drawOnce(hash, svg, width).finally(() => drawing.delete(hash))
      drawing.set(hash, made)
      return made
    },
  }
}
