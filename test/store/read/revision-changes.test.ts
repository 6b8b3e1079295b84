import { describe, expect, it } from 'vitest'
import { toRevisionNumber } from '../../../src/domain/revision-number.ts'
import { createRevisionChanges } from '../../../src/store/read/revision-changes.ts'
import { fc, propertyRuns } from '../../property-runs.ts'

const at = toRevisionNumber
const THINGS = ['Claim:a', 'Claim:b', 'Entity:c']

describe('revision changes', () => {
  it('keep the version of a thing until it changes', () => {
    const changes = createRevisionChanges()
    changes.advance(at(5), [])
    changes.advance(at(7), [
      { number: at(6), changed: ['Claim:a'], touched: ['Claim:a', 'Entity:c'] },
      { number: at(7), changed: ['Claim:b', 'Renames'], touched: ['Claim:b', 'Renames'] },
    ])
    expect(THINGS.map((thing) => changes.versionOf(thing, at(7)))).toEqual([6, 7, 5])
    expect(THINGS.map((thing) => changes.listVersionOf(thing, at(7)))).toEqual([6, 7, 6])
    expect(changes.versionOf('Claim:', at(6))).toBe(6)
    expect(changes.versionOf('Claim:b', at(6))).toBe(5)
    expect(changes.versionOf('Claim:b', at(3))).toBe(3)
    expect([...(changes.changedBetween(at(6), at(7)) ?? [])]).toEqual(['Claim:b', 'Renames'])
    expect(changes.changedBetween(at(4), at(7))).toBeNull()
  })

  it('are forgotten after a revision whose changes are not known, and after a database with fewer revisions', () => {
    const changes = createRevisionChanges()
    changes.advance(at(5), [])
    changes.advance(at(6), [{ number: at(6), changed: null, touched: null }])
    expect(changes.versionOf('Claim:a', at(6))).toBe(6)
    expect(changes.versionOf('Claim:a', at(5))).toBe(5)
    changes.advance(at(2), [])
    expect(changes.newest()).toBe(2)
  })

  it('give equal versions to revisions of equal content only', () => {
    const revision = fc.record({ changed: fc.subarray(THINGS), isKnown: fc.boolean() })
    fc.assert(
      fc.property(fc.array(revision, { maxLength: 12 }), fc.nat(12), fc.nat(12), (revisions, one, other) => {
        const changes = createRevisionChanges()
        changes.advance(at(0), [])
        for (const [i, { changed, isKnown }] of revisions.entries()) {
          const keys = isKnown ? changed : null
          changes.advance(at(i + 1), [{ number: at(i + 1), changed: keys, touched: keys }])
        }
        const [from, to] = [one, other].map((n) => Math.min(n, revisions.length)).sort((a, b) => a - b)
        for (const thing of THINGS) {
          const isChanged = revisions.slice(from, to).some(({ changed }) => changed.includes(thing))
          const isEqual = changes.versionOf(thing, at(from ?? 0)) === changes.versionOf(thing, at(to ?? 0))
          if (isEqual && from !== to) expect(isChanged).toBe(false)
        }
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})
