import { fontFiles } from '../widgets/fonts.ts'
import { createWorkElsewhere } from './work-elsewhere.ts'

export interface PngRenderer {
  /** Width in px; the height follows. */
  readonly render: (svg: string, width: number) => Promise<Buffer>
}

/** Draws SVG as PNG off the request's thread: a picture takes far longer than a page. */
export function createPngRenderer(): PngRenderer {
  const draw = createWorkElsewhere<{ readonly svg: string; readonly width: number }, Uint8Array>(
    new URL('./png-worker.mjs', import.meta.url),
    { fonts: fontFiles() },
  )
  return { render: async (svg, width) => Buffer.from(await draw({ svg, width })) }
}
