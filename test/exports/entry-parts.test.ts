import { describe, expect, it } from 'vitest'
import { createEntryParts, THINGS_OF_PART } from '../../src/exports/entry-parts.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { hostileText } from './hostile-text.ts'

const LARGE = 1 << 30
const PARTS = 4

const entry = fc.record({ place: fc.integer({ min: 0, max: PARTS * THINGS_OF_PART - 1 }), text: hostileText })

describe('the entries of things in memory', () => {
  it('are returned unchanged by part, in the order in which they were added', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 300 }), fc.integer({ min: 1, max: 400 }), (entries, copies) => {
        const parts = createEntryParts(0, LARGE)
        const added = entries.map(({ place, text }) => [place, text.repeat(copies)] as const)
        for (const one of added) parts.add(one[0], JSON.stringify(one))
        for (let first = 0; first < PARTS * THINGS_OF_PART; first += THINGS_OF_PART) {
          const own = added.filter(([place]) => place >= first && place < first + THINGS_OF_PART)
          expect([...parts.take(first)].flat()).toEqual(own)
        }
      }),
      { numRuns: propertyRuns(20) },
    )
  })

  it('leave out the last part while they take more memory than they may, and always have the first', () => {
    const parts = createEntryParts(THINGS_OF_PART, 100_000)
    const noise = (i: number): string => JSON.stringify(Array.from({ length: 50 }, (_, n) => Math.sin(i * 50 + n)))
    for (let i = 0; i < 600; i += 1) {
      for (let part = 1; part <= PARTS; part += 1) parts.add(part * THINGS_OF_PART + (i % THINGS_OF_PART), noise(i))
    }
    expect(parts.accepts(THINGS_OF_PART - 1)).toBe(false)
    expect(parts.accepts(2 * THINGS_OF_PART - 1)).toBe(true)
    expect(parts.accepts(2 * THINGS_OF_PART)).toBe(false)
    expect([...parts.take(THINGS_OF_PART)].flat()).toHaveLength(600)
    expect([...parts.take(2 * THINGS_OF_PART)]).toEqual([])
  })
})
