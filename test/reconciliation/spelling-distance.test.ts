import { describe, expect, it } from 'vitest'
import { spellingDistance } from '../../src/reconciliation/spelling-distance.ts'
import { fc, propertyRuns } from '../property-runs.ts'

/** Reference implementation: the complete table of distances. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const isSwapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const steps = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)]
      const line = table[i]
      if (line) line[j] = Math.min(...steps, isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY)
    }
  }
  return at(a.length, b.length)
}

const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...'abc0é'), { maxLength }).map((letters) => letters.join(''))

describe('distance of spellings', () => {
  it('is the plain distance for texts of other lengths, short and long, in and beyond ASCII', () => {
    fc.assert(
      fc.property(text(60), text(60), (one, other) => {
        fc.pre(one.length !== other.length)
        expect(spellingDistance(one, other)).toBe(plainDistance(one, other))
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('has two errors at most for two swapped parts that begin and end otherwise, wherever they are', () => {
    fc.assert(
      fc.property(text(8), text(8), text(8), text(8), (start, one, other, end) => {
        fc.pre(one.at(0) !== other.at(0) && one.at(-1) !== other.at(-1))
        const [written, meant] = [start + one + other + end, start + other + one + end]
        expect(spellingDistance(written, meant)).toBe(Math.min(2, plainDistance(written, meant)))
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it.each([
    ['lapakbuka', 'bukalapak', 2],
    ['toktik', 'tiktok', 2],
    ['twitter', 'twitetr', 1],
    ['twitter', 'tiwtter', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['a'.repeat(200), 'a'.repeat(64), 0],
  ])('from %s to %s is %d', (one, other, errors) => {
    expect(spellingDistance(one, other)).toBe(errors)
  })
})
