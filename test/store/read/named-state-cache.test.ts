import { describe, expect, it } from 'vitest'
import { createCache } from '../../../src/cache/create-cache.ts'
import type { Row } from '../../../src/store/engines/engine.ts'
import { createNamedStateCache } from '../../../src/store/read/named-state-cache.ts'

const AT = 7
const refOf = (id: string) => ({ thing: `Source:${id}`, hash: Number(id.slice(1)) })

/** Room for eight documents of the shelf: no entry may take more than an eighth. */
const roomForEight = () => createCache({ maxBytes: 8 * OF_ONE_BYTES })
const OF_ONE_BYTES = 340

/** Documents whose JSON is of one length, and the ids that were asked for. */
function shelf() {
  const asked: string[][] = []
  const fetch = async (things: readonly string[], revision: number): Promise<readonly Row[]> => {
    expect(revision).toBe(AT)
    const ids = things.map((thing) => thing.replace('Source:', ''))
    asked.push(ids)
    return ids.map((id) => ({
      ...refOf(id),
      json: JSON.stringify({ id }),
      ancestors: ['a'],
    }))
  }
  return { asked, fetch }
}

describe('rows held by content', () => {
  it('fetches each once, all that are missing in one statement', async () => {
    const { asked, fetch } = shelf()
    const read = createNamedStateCache(roomForEight(), fetch)
    await read([refOf('s1'), refOf('s2'), refOf('s1')], AT)
    const found = await read([refOf('s2'), refOf('s3')], AT)
    expect(asked).toEqual([['s1', 's2'], ['s3']])
    expect([...found.values()]).toEqual(
      ['s2', 's3'].map((id) => ({ kind: 'Source', source: { id }, ancestors: ['a'], bytes: expect.any(Number) })),
    )
  })

  it('asks nothing where there is nothing to fetch', async () => {
    const { asked, fetch } = shelf()
    expect((await createNamedStateCache(roomForEight(), fetch)([], AT)).size).toBe(0)
    expect(asked).toEqual([])
  })

  it('fetches a row again whose content is another', async () => {
    const { asked, fetch } = shelf()
    const read = createNamedStateCache(roomForEight(), fetch)
    await read([refOf('s1')], AT)
    await read([{ thing: 'Source:s1', hash: 99 }], AT)
    expect(asked).toEqual([['s1'], ['s1']])
  })

  it('lets the least recently used go when it holds too much', async () => {
    const { asked, fetch } = shelf()
    const read = createNamedStateCache(roomForEight(), fetch)
    const eight = Array.from({ length: 8 }, (_, i) => `s${i + 1}`)
    for (const id of [...eight, 's1', 's9', 's1', 's2']) await read([refOf(id)], AT)
    expect(asked.flat()).toEqual([...eight, 's9', 's2'])
  })

  it('hands out what it cannot hold', async () => {
    const { fetch } = shelf()
    expect((await createNamedStateCache(createCache({ maxBytes: 8 }), fetch)([refOf('s1')], AT)).size).toBe(1)
  })
})
