import DataLoader from 'dataloader'
import { describe, expect, it } from 'vitest'
import { createSlices, mapInSlices } from '../../src/thread/slices.ts'

const ITEMS = Array.from({ length: 60 }, (_, i) => i)

/** Works for about a millisecond. */
function work(): void {
  const untilMs = performance.now() + 1
  while (performance.now() < untilMs);
}

/** Counts the turns of the event loop until the work is done. */
async function countTurns(run: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let isDone = false
  const count = (): void => {
    turns += 1
    if (!isDone) setImmediate(count)
  }
  setImmediate(count)
  await run()
  isDone = true
  return turns
}

function readItem(item: number): number {
  work()
  return item
}

const readAll = (items: Iterable<number | Promise<number>>): Promise<number[]> =>
  Promise.all(
    Array.from(items, (item) => {
      if (item instanceof Promise) return item.then(readItem)
      return readItem(item)
    }),
  )

describe('slices of a request', () => {
  it('return short lists unchanged, and the result of short work without a promise', () => {
    const slices = createSlices()
    const items = [1, 2, 3]
    expect(slices.list(items)).toBe(items)
    expect(slices.run(() => 'done')).toBe('done')
    expect([...slices.list(ITEMS)]).toEqual(ITEMS)
  })

  it('spread a list of 60 ms over many turns of the event loop, in its order', async () => {
    let read: readonly number[] = []
    const turns = await countTurns(async () => (read = await readAll(createSlices().list(ITEMS))))
    expect(read).toEqual(ITEMS)
    // A slice is 2.5 ms: 24 turns on an idle machine, more if it is busy.
    expect(turns).toBeGreaterThan(7)
  })

  it('spread work of single fields too', async () => {
    const slices = createSlices()
    const turns = await countTurns(() => Promise.all(ITEMS.map(() => slices.run(work))))
    expect(turns).toBeGreaterThan(7)
  })

  it('pass an error of late work on, and then go on', async () => {
    const slices = createSlices()
    const late = ITEMS.map(() => slices.run(work))
    const failing = Promise.resolve(
      slices.run(() => {
        throw new Error('late')
      }),
    )
    await expect(failing).rejects.toThrow('late')
    await Promise.all(late)
    expect(await slices.run(() => 'after')).toBe('after')
  })

  it('let a loader wait for all items, so that it reads them in one batch', async () => {
    const slices = createSlices()
    const batches: number[] = []
    const loader = new DataLoader<number, number>(
      async (keys) => {
        batches.push(keys.length)
        return keys
      },
      { batchScheduleFn: slices.afterItems },
    )
    const load = (item: number): Promise<number> => {
      work()
      return loader.load(item)
    }
    const read = Array.from(slices.list(ITEMS), (item) => (item instanceof Promise ? item.then(load) : load(item)))
    expect(await Promise.all(read)).toEqual(ITEMS)
    expect(batches).toEqual([ITEMS.length])
  })

  it('alternate between requests: a later short one ends before an earlier long one', async () => {
    const ended: string[] = []
    const long = readAll(createSlices().list([...ITEMS, ...ITEMS])).then(() => ended.push('long'))
    const short = readAll(createSlices().list(ITEMS.slice(0, 10))).then(() => ended.push('short'))
    await Promise.all([long, short])
    expect(ended).toEqual(['short', 'long'])
  })

  it('let short work pass long work that had many slices', async () => {
    const ended: string[] = []
    const long = Array.from({ length: 4 }, () => readAll(createSlices().list([...ITEMS, ...ITEMS])))
    const longs = long.map((one, i) => one.then(() => ended.push(`long ${i}`)))
    await new Promise((resolve) => setTimeout(resolve, 60))
    const short = readAll(createSlices().list(ITEMS.slice(0, 8))).then(() => ended.push('short'))
    await Promise.all([...longs, short])
    expect(ended[0]).toBe('short')
  })

  it('drop the waiting work of a request that has ended, and continue the others', async () => {
    let isOver = false
    let done = 0
    const left = createSlices(() => isOver)
    for (const item of left.list(ITEMS)) {
      if (item instanceof Promise) void item.then(() => (done += 1))
      else work()
    }
    isOver = true
    expect(await readAll(createSlices().list(ITEMS))).toEqual(ITEMS)
    expect(done).toBe(0)
  })
})

describe('map in slices', () => {
  it('keeps the order over many turns of the event loop', async () => {
    let made: readonly string[] = []
    const turns = await countTurns(async () => {
      made = await mapInSlices(ITEMS, (item) => {
        work()
        return `#${item}`
      })
    })
    expect(made).toEqual(ITEMS.map((item) => `#${item}`))
    expect(turns).toBeGreaterThan(7)
  })

  it('rejects with the error of an item', async () => {
    const failing = mapInSlices(ITEMS, (item) => {
      work()
      if (item === 30) throw new Error('item 30')
      return item
    })
    await expect(failing).rejects.toThrow('item 30')
  })
})
