import { describe, expect, it } from 'vitest'
import type { Concept } from '../../src/domain/concept.ts'
import { conceptTree, narrowerOf, withNarrower } from '../../src/domain/concept-tree.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { fc } from '../property-runs.ts'
import { withSlugs } from './plain-slugs.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
/** Any directed graph, even with cycles that a check of seeds rejects: reading it must still end. */
const concepts: fc.Arbitrary<readonly Concept[]> = fc
  .tuple(...IDS.map(() => fc.subarray(IDS, { maxLength: 2 })))
  .map((all) =>
    all.map((broader, i): Concept => {
      return withSlugs<Concept>({
        id: IDS[i] ?? '',
        kind: 'Use',
        names: [],
        externalIds: [],
        definition: {},
        broader: broader.map(toSlug),
      })
    }),
  )
const id = fc.constantFrom(...IDS)

/** Whether `to` is reachable from `from` over broader concepts. */
function isBelow(from: string, to: string, all: readonly Concept[], seen: readonly string[] = []): boolean {
  if (from === to) return true
  const up = all.find((concept) => concept.id === from)?.broader ?? []
  return up.some((next) => !seen.includes(next) && isBelow(next, to, all, [...seen, from]))
}

describe('concept tree', () => {
  it('has below a concept the concept itself and all narrower ones, each once', () => {
    fc.assert(
      fc.property(concepts, id, (all, top) => {
        const expected = IDS.filter((one) => isBelow(one, top, all))
        expect(withNarrower(toSlug(top), conceptTree(all)).toSorted()).toEqual(expected)
      }),
    )
  })

  it('has directly below a concept those that name it as broader', () => {
    fc.assert(
      fc.property(concepts, id, (all, top) => {
        const expected = all.filter(({ broader }) => broader.includes(toSlug(top))).map((concept) => concept.id)
        expect(narrowerOf(top, conceptTree(all)).map((concept) => concept.id)).toEqual(expected)
        for (const below of expected) expect(withNarrower(toSlug(top), conceptTree(all))).toContain(below)
      }),
    )
  })

  it('has nothing below an unknown concept', () => {
    fc.assert(
      fc.property(concepts, (all) => {
        expect(withNarrower(toSlug('misspelt'), conceptTree(all))).toEqual([])
      }),
    )
  })
})
