import { describe, expect, it } from 'vitest'
import { createCache } from '../../../src/cache/create-cache.ts'
import { toRevisionNumber } from '../../../src/domain/revision-number.ts'
import type { Row } from '../../../src/store/engines/engine.ts'
import { createNamedStateCache } from '../../../src/store/read/named-state-cache.ts'

const AT = 7
const refOf = (id: string) => ({ thing: `Source:${id}`, hash: Number(id.slice(1)) })

/** Room for eight documents. One entry may take an eighth at most. */
const roomForEight = () => createCache({ maxBytes: 8 * OF_ONE_BYTES })
const OF_ONE_BYTES = 340

/** Documents whose JSON has one length, and the ids that were fetched. */
function shelf() {
  const requested: string[][] = []
  const fetch = async (things: readonly string[], revision: number): Promise<readonly Row[]> => {
    expect(revision).toBe(AT)
    const ids = things.map((thing) => thing.replace('Source:', ''))
    requested.push(ids)
    return ids.map((id) => ({
      ...refOf(id),
      json: JSON.stringify({ id }),
      ancestors: ['a'],
    }))
  }
  return { requested, fetch }
}

describe('named-state cache', () => {
  it('fetches each state once, all missing states in one statement', async () => {
    const { requested, fetch } = shelf()
    const read = createNamedStateCache(roomForEight(), fetch)
    await read([refOf('s1'), refOf('s2'), refOf('s1')], toRevisionNumber(AT))
    const found = await read([refOf('s2'), refOf('s3')], toRevisionNumber(AT))
    expect(requested).toEqual([['s1', 's2'], ['s3']])
    expect([...found.values()]).toEqual(
      ['s2', 's3'].map((id) => ({ kind: 'Source', source: { id }, ancestors: ['a'], bytes: expect.any(Number) })),
    )
  })

  it('runs no statement without a missing state', async () => {
    const { requested, fetch } = shelf()
    expect((await createNamedStateCache(roomForEight(), fetch)([], toRevisionNumber(AT))).size).toBe(0)
    expect(requested).toEqual([])
  })

  it('fetches a state again when its hash changed', async () => {
    const { requested, fetch } = shelf()
    const read = createNamedStateCache(roomForEight(), fetch)
    await read([refOf('s1')], toRevisionNumber(AT))
    await read([{ thing: 'Source:s1', hash: 99 }], toRevisionNumber(AT))
    expect(requested).toEqual([['s1'], ['s1']])
  })

  it('evicts the least recently used state when it is full', async () => {
    const { requested, fetch } = shelf()
    const read = createNamedStateCache(roomForEight(), fetch)
    const eight = Array.from({ length: 8 }, (_, i) => `s${i + 1}`)
    for (const id of [...eight, 's1', 's9', 's1', 's2']) await read([refOf(id)], toRevisionNumber(AT))
    expect(requested.flat()).toEqual([...eight, 's9', 's2'])
  })

  it('returns a state that is too large to cache', async () => {
    const { fetch } = shelf()
    expect(
      (await createNamedStateCache(createCache({ maxBytes: 8 }), fetch)([refOf('s1')], toRevisionNumber(AT))).size,
    ).toBe(1)
  })
})
