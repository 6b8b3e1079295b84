import type { Assertion } from '../../src/domain/assertion.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { ClaimDetails } from '../../src/domain/claim-details.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { LEGAL_POLARITIES, STANCES } from '../../src/domain/stance.ts'
import { assertion } from '../contracts/small-dataset.ts'
import { fc } from '../property-runs.ts'
import { type PlainSlugs, withSlugs } from './plain-slugs.ts'

/** A claim as the store reads it, with the status of its assertions. */
export function wholeClaim(
  frame: Partial<PlainSlugs<Claim>> & { readonly id: string },
  assertions: readonly Assertion[] = [],
  recordedIn: Readonly<Record<string, RevisionNumber>> = {},
): ClaimDetails {
  const claim = withSlugs<Claim>({
    subject: { kind: 'Entity', id: 'x' },
    predicate: 'COLLECTS',
    data: [],
    uses: [],
    object: null,
    condition: null,
    validFrom: null,
    validTo: null,
    ...frame,
  })
  const record = { claim, assertions, speaksFor: {}, sources: {} }
  return {
    ...record,
    status: claimStatus(record),
    relations: [],
    assessments: [],
    changedIn: toRevisionNumber(1),
    recordedIn,
    namedEntities: [],
    namedSources: [],
    namedConcepts: [],
  }
}

/** Few years, months and days of every precision, so that they coincide often. */
export const partialDate: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('2022', '2023'), fc.constantFrom('', '-02', '-08', '-12'), fc.constantFrom('', '-01', '-28'))
  .map(([year, month, day]) => (month === '' ? year : `${year}${month}${day}`))
export const maybeDate = fc.option(partialDate)

/** Assertions on one claim, some of them withdrawn. */
export const assertionsOn = (claimId: string): fc.Arbitrary<readonly Assertion[]> =>
  fc
    .array(
      fc.record({
        stance: fc.constantFrom(...STANCES),
        isNegated: fc.boolean(),
        claimantId: fc.constantFrom('x', 'musk', null),
        assertedAt: maybeDate,
        heldFrom: maybeDate,
        heldUntil: maybeDate,
        withdrawn: fc.option(fc.constant('our mistake'), { freq: 4 }),
      }),
      { maxLength: 4 },
    )
    .map((all) =>
      all.map(({ isNegated, ...rest }, i) =>
        assertion(`${claimId}-${i}`, claimId, {
          ...rest,
          polarity: LEGAL_POLARITIES[rest.stance].at(isNegated ? -1 : 0) ?? 'UNKNOWN',
        }),
      ),
    )
