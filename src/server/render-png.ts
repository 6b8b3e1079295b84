import { createHash } from 'node:crypto'
import { fontFiles } from '../widgets/fonts.ts'
import { createByteCache } from './byte-cache.ts'
import { createWorkElsewhere } from './work-elsewhere.ts'

export interface PngRenderer {
  /** Width in px; the height follows. */
  readonly render: (svg: string, width: number) => Promise<Buffer>
}

const MAX_BYTES = 16 * 1024 * 1024

/**
 * Draws SVG as PNG off the request's thread: a picture takes far longer than a page. Kept by the hash of its content,
 * since a drawing seldom changes when the record does.
 */
export function createPngRenderer(): PngRenderer {
  const draw = createWorkElsewhere<{ readonly svg: string; readonly width: number }, Uint8Array>(
    new URL('./png-worker.mjs', import.meta.url),
    { fonts: fontFiles() },
  )
  const pictures = createByteCache(MAX_BYTES)
  return {
    async render(svg, width) {
      const hash = createHash('sha256').update(`${width} ${svg}`).digest('base64url')
      const made = await pictures.get(hash, 0, async () => {
        return { status: 200, headers: {}, body: Buffer.from(await draw({ svg, width })) }
      })
      return made.body
    },
  }
}
