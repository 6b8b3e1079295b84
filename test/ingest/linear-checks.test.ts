import { describe, expect, it } from 'vitest'
import { nodesInCycles } from '../../src/domain/rules/nodes-in-cycles.ts'
import { overlapping } from '../../src/domain/rules/overlapping.ts'
import { createSuggestions, nearest } from '../../src/text/nearest.ts'
import { fc } from '../property-runs.ts'

const graph = fc
  .array(fc.array(fc.nat(7), { maxLength: 3 }), { maxLength: 8 })
  .map((all) => new Map(all.map((to, i) => [`${i}`, to.map(String)])))
const intervals = fc.array(fc.record({ group: fc.nat(1), begin: fc.nat(9), end: fc.nat(9) }), { maxLength: 8 })

/** Reference: follows every path to its end. */
function leadsBack(node: string, next: ReadonlyMap<string, readonly string[]>): boolean {
  const reached = new Set(next.get(node))
  for (const one of reached) for (const further of next.get(one) ?? []) reached.add(further)
  return reached.has(node)
}

describe('nodes in cycles', () => {
  it('are those on a path that leads back to them', () => {
    const property = fc.property(graph, (next) => {
      expect([...nodesInCycles(next)].sort()).toEqual([...next.keys()].filter((node) => leadsBack(node, next)).sort())
    })
    fc.assert(property)
  })

  it('are found in a closed chain of 100,000', () => {
    const chain = Array.from({ length: 100_000 }, (_, i): [string, string[]] => [`${i}`, [`${(i + 1) % 100_000}`]])
    expect(nodesInCycles(new Map(chain)).size).toBe(100_000)
  })
})

describe('overlapping items', () => {
  it.each([
    ['touching', (begin: string, end: string) => begin <= end],
    ['not touching', (begin: string, end: string) => begin < end],
  ])('are found exactly where items overlap: %s', (_, isWithin) => {
    const property = fc.property(intervals, (items) => {
      const [beginOf, endOf] = [({ begin }: { begin: number }) => `${begin}`, ({ end }: { end: number }) => `${end}`]
      const overlap = {
        groupOf: ({ group }: { group: number }) => (group === 0 ? null : '1'),
        beginOf,
        endOf,
        isWithin,
      }
      type Interval = (typeof items)[number]
      const meet = (a: Interval, b: Interval): boolean => {
        const [begin = '', end = ''] = [[beginOf(a), beginOf(b)].sort()[1], [endOf(a), endOf(b)].sort()[0]]
        return a !== b && a.group === 1 && b.group === 1 && isWithin(begin, end)
      }
      const found = overlapping(items, overlap)
      for (const { item, index, other } of found) {
        expect(meet(item, other)).toBe(true)
        expect(items.indexOf(other)).toBeLessThan(index)
      }
      expect(found.length > 0).toBe(items.some((a) => items.some((b) => meet(a, b))))
    })
    fc.assert(property)
  })
})

describe('suggestions', () => {
  it('name the nearest word, within a quarter of its characters', () => {
    expect(nearest('polcy', ['police-of-x', 'policy', 'post'])).toBe('policy')
    expect(nearest('something-else', ['policy'])).toBeNull()
  })
  it('end when their budget is used up', () => {
    const suggest = createSuggestions(40)
    expect(suggest('polcy', ['policy'])).toBe('policy')
    expect(suggest('polcy', ['policy'])).toBeNull()
  })
})
