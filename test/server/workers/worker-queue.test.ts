import { describe, expect, it } from 'vitest'
import { fontFiles } from '../../../src/fonts/fonts.ts'
import { createWorkerQueue } from '../../../src/server/workers/worker-queue.ts'

const PNG_WORKER = new URL('../../../src/server/workers/png-worker.mjs', import.meta.url)
const square = (size: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="1"/>`
const widthOf = (png: Uint8Array): number => new DataView(png.buffer, png.byteOffset).getUint32(16)

describe('worker queue', () => {
  const draw = () => createWorkerQueue<{ svg: string; width: number }, Uint8Array>(PNG_WORKER, { fonts: fontFiles() })

  it('finishes pieces in order, and rejects pieces past its bound', async () => {
    const work = draw()
    const pieces = Array.from({ length: 40 }, (_, i) => work({ svg: square(i + 1), width: i + 1 }))
    const done = await Promise.allSettled(pieces)
    const refused = done.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(9)
    expect(refused.every(({ reason }) => reason.code === 'BUSY')).toBe(true)
    const widths = done.flatMap((one) => (one.status === 'fulfilled' ? [widthOf(one.value)] : []))
    expect(widths).toEqual(Array.from({ length: 31 }, (_, i) => i + 1))
  })

  it('continues after a piece that fails', async () => {
    const work = draw()
    const pieces = [work({ svg: 'no picture', width: 1 }), work({ svg: square(7), width: 7 })]
    const [failed, made] = await Promise.allSettled(pieces)
    expect(failed?.status).toBe('rejected')
    expect(made?.status === 'fulfilled' && widthOf(made.value)).toBe(7)
  })

  const AT_ODDS = `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ value }) => {
      if (value === 'never ends') for (;;);
      if (value === 'ends') process.exit(0)
      parentPort.postMessage({ value, message: '' })
    })`
  it.each([
    ['never ends', 'TIMEOUT'],
    ['ends', 'INTERNAL'],
  ])('aborts a piece whose thread %s, with the code %s, and continues in a new thread', async (value, code) => {
    const work = createWorkerQueue<string, string>(
      new URL(`data:text/javascript,${encodeURIComponent(AT_ODDS)}`),
      {},
      3000,
    )
    const [before, lost, after] = await Promise.allSettled([work('before'), work(value), work('after')])
    expect(before).toMatchObject({ value: 'before' })
    expect(lost).toMatchObject({ reason: { code } })
    expect(after).toMatchObject({ value: 'after' })
    expect(await work('later')).toBe('later')
  })
})
