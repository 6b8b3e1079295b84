import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { DomainError } from '../domain/errors.ts'
import { FONT_FILES } from '../widgets/drawing/measure-text.ts'

interface Waiting {
  readonly resolve: (png: Buffer) => void
  readonly reject: (error: Error) => void
}

const MOST_WAITING = 50

export interface PngRenderer {
  /** Width in px; the height follows. */
  readonly render: (svg: string, width: number) => Promise<Buffer>
}

/** Draws SVG as PNG in a thread of its own, one after the other: a picture takes far longer than a page. */
export function createPngRenderer(): PngRenderer {
  let worker: Worker | null = null
  let next = 0
  const waiting = new Map<number, Waiting>()

  function start(): Worker {
    const started = new Worker(WORKER, { workerData: { fonts: Object.values(FONT_FILES) } })
    // It must not keep a process alive that wants to end.
    started.unref()
    started.on('message', ({ id, png, message }: { id: number; png: Uint8Array | null; message: string }) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (png) asked?.resolve(Buffer.from(png))
      else asked?.reject(new Error(message))
    })
    started.on('error', (error: Error) => {
      for (const asked of waiting.values()) asked.reject(error)
      waiting.clear()
      worker = null
    })
    return started
  }

  return {
    render: (svg, width) => {
      if (waiting.size >= MOST_WAITING) {
        return Promise.reject(new DomainError('BUSY', 'Too many pictures are being drawn; try again later.'))
      }
      worker ??= start()
      next += 1
      const id = next
      const drawn = new Promise<Buffer>((resolve, reject) => waiting.set(id, { resolve, reject }))
      worker.postMessage({ id, svg, width })
      return drawn
    },
  }
}

/** Plain JavaScript, so that it runs as it is from the sources and from the build. */
const WORKER = fileURLToPath(new URL('./png-worker.mjs', import.meta.url))
