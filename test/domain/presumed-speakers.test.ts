import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import type { ClaimRecord } from '../../src/domain/claim-record.ts'
import { claimStatus, representatives, speakerRoleOf } from '../../src/domain/claim-status.ts'
import type { SpeaksFor } from '../../src/domain/entity.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { maybeDate } from './claims-at-random.ts'
import { withSlugs } from './plain-slugs.ts'
import { ACTS, type Act, assertion, claimRecord, sets, type Who } from './status-acts.ts'

const presumed = (of: ClaimRecord) =>
  representatives(of, claimStatus(of)).flatMap(({ periods: _, ...one }) => (one.why === null ? [] : [one]))
const period = (validFrom: string | null, validTo: string | null, entityId = 'x'): SpeaksFor => ({
  entityId: toSlug(entityId),
  validFrom,
  validTo,
})
/** An assertion by a speaker on a day, with the periods in which the speaker speaks for X. */
const said = (who: Who, assertedAt: string | null, ...periods: readonly SpeaksFor[]): ClaimRecord => ({
  ...claimRecord([{ ...assertion({ stance: 'DENIES', polarity: 'NEGATES', who }, 0), assertedAt }]),
  speaksFor: { musk: periods },
})
const because = (why: string, speakerId = 'musk') => [{ assertionId: 'a0', speakerId, partyIds: ['x'], why }]

describe('presumed speaker', () => {
  it.each([
    ['the day of the assertion is unknown', said('mouth', null, period('2022', null)), because('DAY_UNKNOWN')],
    ['neither the day nor a period is known', said('mouth', null, period(null, null)), because('DAY_UNKNOWN')],
    ['no period is known', said('mouth', '2023-08-31', period(null, null)), because('PERIOD_UNKNOWN')],
    ['the beginning is not known', said('mouth', '2023', period(null, '2024')), because('PERIOD_UNKNOWN')],
    ['the day is known by its year only', said('mouth', '2022', period('2022-10', null)), because('PERIOD_UNKNOWN')],
    ['a document is not dated', said('letter', null, period('2022', null)), because('DAY_UNKNOWN')],
  ])('is reported where %s', (_, given, expected) => {
    expect(claimStatus(given).status).toBe('DENIED')
    expect(presumed(given)).toEqual(expected)
  })

  it.each([
    ['a known beginning and no end', said('mouth', '2023-08-31', period('2022', null))],
    ['one certain period among others', said('mouth', '2023-08-31', period(null, null), period('2022', '2024'))],
    ['the party itself, whenever it spoke', said('party', null, period(null, null))],
    ['its own undated document', said('paper', null, period(null, null))],
  ])('is not reported for %s', (_, given) => {
    expect(claimStatus(given).status).toBe('DENIED')
    expect(presumed(given)).toEqual([])
  })

  it('is not reported for another party or period, and counts as another party', () => {
    for (const given of [said('mouth', null, period(null, null, 'xai')), said('mouth', '2021', period('2022', null))]) {
      expect(claimStatus(given).status).toBe('REPORTED')
      expect(presumed(given)).toEqual([])
    }
  })

  it('has every party that the speaker may have spoken for', () => {
    const { claim, ...rest } = said('mouth', '2023', period(null, null, 'xai'), period('2023-05', null))
    const owns: ClaimRecord = {
      ...rest,
      claim: { ...claim, predicate: 'OWNS', object: { kind: 'Entity', id: toSlug('xai') } },
    }
    expect(presumed(owns).map(({ partyIds }) => partyIds)).toEqual([['x', 'xai']])
  })

  it('is absent where days and periods are known, and is every deciding speaker where they are unknown', () => {
    for (const set of sets()) {
      const known = claimRecord(set.map(assertion))
      if (presumed(known).length > 0) expect.fail(JSON.stringify(set))
      const undated = claimRecord(set.map(assertion).map((one) => ({ ...one, assertedAt: null })))
      const decided = claimStatus(undated).because
      const mouths = set.flatMap(({ who }: Act, i) => (who === 'mouth' || who === 'letter' ? [`a${i}`] : []))
      const expected = mouths.filter((id) => decided.includes(toAssertionId(id))).join()
      const found = presumed(undated).map(({ assertionId }) => assertionId)
      if (found.join() !== expected) expect(found.join(), JSON.stringify(set)).toBe(expected)
    }
  })

  const acts = fc
    .array(fc.tuple(fc.constantFrom(...ACTS), maybeDate), { minLength: 1, maxLength: 3 })
    .map((all) =>
      all.map(([act, assertedAt], i): Assertion => withSlugs<Assertion>({ ...assertion(act, i), assertedAt })),
    )
  const periods = fc.array(
    fc.record({ entityId: fc.constantFrom(toSlug('x'), toSlug('xai')), validFrom: maybeDate, validTo: maybeDate }),
    { maxLength: 3 },
  )

  it('decides the status, and is a first party through uncertain periods only, for random data', () => {
    let found = 0
    fc.assert(
      fc.property(acts, periods, (assertions, musk) => {
        const given: ClaimRecord = { ...claimRecord(assertions), speaksFor: { musk } }
        const status = claimStatus(given)
        for (const { assertionId, speakerId, partyIds, why } of representatives(given, status)) {
          if (why === null) continue
          const one = assertions.find(({ id }) => id === assertionId)
          if (!one) return expect.fail(assertionId)
          found += 1
          expect(status.because).toContain(assertionId)
          expect(speakerRoleOf(one, given)).toBe('first')
          expect(speakerRoleOf(one, { ...given, speaksFor: {} })).toBe('third')
          expect(musk.map(({ entityId }) => entityId)).toEqual(expect.arrayContaining([...partyIds]))
          expect(speakerId).toBe('musk')
          expect(why === 'DAY_UNKNOWN').toBe(one.assertedAt === null)
        }
      }),
      { numRuns: propertyRuns(4000) },
    )
    expect(found).toBeGreaterThan(propertyRuns(100))
  })
})
