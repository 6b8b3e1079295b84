import { describe, expect, it } from 'vitest'
import { choosePicture, closestOwnWord, hasOwnWord } from '../../src/domain/choose-picture.ts'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { conceptTree, withNarrower } from '../../src/domain/concept-tree.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { assertion } from '../contracts/small-dataset.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { assertionsOn, wholeClaim } from './claims-at-random.ts'

const DATA = ['user-data', 'body', 'face', 'finger']
const TREE = conceptTree(
  DATA.map((id, i) => ({ id: toSlug(id), broader: i === 0 ? [] : [toSlug(i === 1 ? 'user-data' : 'body')] })),
)

const claims: fc.Arbitrary<readonly ClaimDetails[]> = fc
  .array(
    fc.record({
      subject: fc.constantFrom('x', 'xai').map((id) => ({ kind: 'Entity' as const, id })),
      predicate: fc.constantFrom('COLLECTS', 'USES_FOR', 'SELLS'),
      data: fc.subarray(DATA),
      uses: fc.subarray(['train', 'advertise'], { maxLength: 1 }),
      assertions: assertionsOn('c'),
    }),
    { maxLength: 20 },
  )
  .map((all) =>
    all.map(({ assertions, ...frame }, i) =>
      wholeClaim(
        { id: `c-${i}`, ...frame },
        assertions.map((a) => ({ ...a, claimId: toSlug(`c-${i}`) })),
      ),
    ),
  )

const idsOf = (chosen: readonly ClaimDetails[]): readonly string[] => chosen.map(({ claim }) => claim.id)
const kindsOf = ({ claim }: ClaimDetails): ReadonlySet<string> =>
  new Set(claim.data.flatMap((id) => withNarrower(id, TREE)))

describe('the claims of a picture', () => {
  it('never show a claim without the word of its subject on the same or a narrower kind of data', () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 12 }), (all, limit) => {
        const chosen = choosePicture(all, limit, TREE)
        for (const details of chosen.filter((one) => !hasOwnWord(one))) {
          const speaks = ({ claim }: ClaimDetails): boolean =>
            claim.subject.id === details.claim.subject.id && claim.data.some((id) => kindsOf(details).has(id))
          const spoken = all.filter((one) => hasOwnWord(one) && speaks(one))
          if (spoken.length > 0) expect(chosen.some((one) => spoken.includes(one))).toBe(true)
          const sameUse = spoken.filter(
            ({ claim }) =>
              claim.predicate === details.claim.predicate && String(claim.uses) === String(details.claim.uses),
          )
          if (sameUse.length > 0) expect(chosen.some((one) => sameUse.includes(one))).toBe(true)
        }
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('are at most as many as requested, each once, and the same for every order of the claims', () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 12 }), (all, limit) => {
        const chosen = idsOf(choosePicture(all, limit, TREE))
        expect(chosen.length).toBeLessThanOrEqual(limit)
        expect(new Set(chosen).size).toBe(chosen.length)
        expect(idsOf(choosePicture(all.toReversed(), limit, TREE))).toEqual(chosen)
      }),
      { numRuns: propertyRuns(100) },
    )
  })

  it('are all claims where they fit', () => {
    fc.assert(
      fc.property(claims, (all) => {
        expect([...idsOf(choosePicture(all, all.length, TREE))].sort()).toEqual([...idsOf(all)].sort())
      }),
      { numRuns: propertyRuns(50) },
    )
  })

  it('stand beside an allegation with the closest word: of the same predicate before one of the same data', () => {
    const said = (id: string, predicate: 'COLLECTS' | 'SELLS', data: string): ClaimDetails =>
      wholeClaim({ id, predicate, data: [data] }, [assertion(`${id}-said`, id, { claimantId: toSlug('x') })])
    const alleged = wholeClaim({ id: 'alleged', predicate: 'COLLECTS', data: ['body'] }, [
      assertion('alleged-said', 'alleged', { stance: 'ALLEGES', claimantId: null, evidentiality: 'HEARSAY' }),
    ])
    const spoken = [said('sells-body', 'SELLS', 'body'), said('collects-face', 'COLLECTS', 'face')]
    expect(closestOwnWord(alleged, spoken, TREE)?.claim.id).toBe('collects-face')
    expect(closestOwnWord(alleged, [said('collects-user-data', 'COLLECTS', 'user-data')], TREE)).toBeNull()
    expect(idsOf(choosePicture([alleged, ...spoken], 1, TREE))).not.toContain('alleged')
  })
})
