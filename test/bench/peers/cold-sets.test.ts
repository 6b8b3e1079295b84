import { describe, expect, it } from 'vitest'
import { splitSets } from './cold-sets.ts'
import type { Variables } from './variable-sets.ts'

const setsOf = (things: number, sizes: number): readonly Variables[] =>
  Array.from({ length: sizes }, (_, first) =>
    Array.from({ length: things }, (__, thing) => ({ slug: `e${thing}`, first })),
  ).flat()

describe('cold sets of variables', () => {
  it('name no thing of the warm-up, and each thing once where there are many', () => {
    const sets = setsOf(300, 2)
    const { warmUp, once, things } = splitSets(sets)
    const slugs = (indexes: readonly number[]) => new Set(indexes.map((index) => sets[index]?.['slug']))
    expect(slugs(once).size).toBe(once.length)
    expect([once.length, things]).toEqual([150, 150])
    expect([...slugs(once)].filter((slug) => slugs(warmUp).has(slug))).toEqual([])
  })

  it('repeat things, and never a set, where there are few', () => {
    const { once, things } = splitSets(setsOf(20, 10))
    expect([once.length, things, new Set(once).size]).toEqual([50, 10, 50])
  })
})
