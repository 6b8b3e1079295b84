import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { toAssertionId } from '../../src/domain/assertion-id.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import type { ClaimStatus, Status } from '../../src/domain/claim-status-types.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { Polarity } from '../../src/domain/stance.ts'
import {
  ACTS,
  type Act,
  acts,
  assertion,
  claimRecord,
  isFirst,
  isIndependent,
  says,
  sets,
  status,
} from './status-acts.ts'

const strength = ({ status: s, polarity }: ClaimStatus): number =>
  polarity === 'AFFIRMS' ? ['SPECULATED', 'ALLEGED', 'REPORTED', 'STATED', 'CONFIRMED'].indexOf(s) + 1 : 0
const isNobodys = (act: Act): boolean => act.who === 'nobody' || act.stance === 'SPECULATES'
const GIVEN_BY_COUNTING: readonly Status[] = ['DISPUTED', 'DENIED', 'CONFIRMED', 'STATED', 'REPORTED']

describe('claim status', () => {
  const rows: readonly [string, readonly Act[], Status, Polarity | null][] = [
    ['without assertions', [], 'UNKNOWN', null],
    [
      'counting claimants on both sides',
      acts(['STATES', 'AFFIRMS', 'party'], ['DENIES', 'NEGATES', 'mouth']),
      'DISPUTED',
      null,
    ],
    ['the first party denies', acts(['DENIES', 'NEGATES', 'party']), 'DENIED', 'NEGATES'],
    ['the first party states the negation', acts(['STATES', 'NEGATES', 'mouth']), 'STATED', 'NEGATES'],
    ['the first party confirms the negation', acts(['CONFIRMS', 'NEGATES', 'party']), 'STATED', 'NEGATES'],
    ['its unsigned document states the negation', acts(['STATES', 'NEGATES', 'paper']), 'STATED', 'NEGATES'],
    [
      'an independent claimant does not confirm a negation',
      acts(['STATES', 'NEGATES', 'party'], ['STATES', 'NEGATES', 'other']),
      'STATED',
      'NEGATES',
    ],
    [
      'a denial by a third party does not make the negation of the party a denial',
      acts(['STATES', 'NEGATES', 'party'], ['DENIES', 'NEGATES', 'other']),
      'STATED',
      'NEGATES',
    ],
    [
      'a speculation, and the negation of the party',
      acts(['SPECULATES', 'AFFIRMS', 'other'], ['STATES', 'NEGATES', 'party']),
      'STATED',
      'NEGATES',
    ],
    ['the first party confirms', acts(['CONFIRMS', 'AFFIRMS', 'mouth']), 'CONFIRMED', 'AFFIRMS'],
    [
      'an independent claimant beside the first party',
      acts(['STATES', 'AFFIRMS', 'party'], ['STATES', 'AFFIRMS', 'other']),
      'CONFIRMED',
      'AFFIRMS',
    ],
    [
      'an echo is not independent',
      acts(['STATES', 'AFFIRMS', 'party'], ['STATES', 'AFFIRMS', 'echo']),
      'STATED',
      'AFFIRMS',
    ],
    [
      'a second speaker for the party is not independent',
      acts(['STATES', 'AFFIRMS', 'party'], ['STATES', 'AFFIRMS', 'mouth']),
      'STATED',
      'AFFIRMS',
    ],
    [
      'its own unsigned document is not independent',
      acts(['STATES', 'AFFIRMS', 'party'], ['STATES', 'AFFIRMS', 'paper']),
      'STATED',
      'AFFIRMS',
    ],
    [
      'an unsigned document of its speaker is not independent',
      acts(['STATES', 'AFFIRMS', 'party'], ['STATES', 'AFFIRMS', 'letter']),
      'STATED',
      'AFFIRMS',
    ],
    [
      'a claimant that it prints is not independent',
      acts(['STATES', 'AFFIRMS', 'party'], ['STATES', 'AFFIRMS', 'guest']),
      'STATED',
      'AFFIRMS',
    ],
    ['its unsigned document denies', acts(['DENIES', 'NEGATES', 'paper']), 'DENIED', 'NEGATES'],
    ['a third party states', acts(['STATES', 'AFFIRMS', 'other']), 'REPORTED', 'AFFIRMS'],
    ['a third party denies', acts(['DENIES', 'NEGATES', 'other']), 'REPORTED', 'NEGATES'],
    ['a claimant alleges', acts(['ALLEGES', 'AFFIRMS', 'other']), 'ALLEGED', 'AFFIRMS'],
    ['it is reported', acts(['STATES', 'AFFIRMS', 'nobody']), 'ALLEGED', 'AFFIRMS'],
    ['a claimant speculates', acts(['SPECULATES', 'AFFIRMS', 'other']), 'SPECULATED', 'AFFIRMS'],
    [
      'speculations on both sides',
      acts(['SPECULATES', 'AFFIRMS', 'other'], ['SPECULATES', 'NEGATES', 'echo']),
      'SPECULATED',
      null,
    ],
    ['only reports of unknowns', acts(['REPORTS_UNKNOWN', 'UNKNOWN', 'other']), 'UNKNOWN', null],
    [
      'a speculation denied by the party',
      acts(['SPECULATES', 'AFFIRMS', 'other'], ['DENIES', 'NEGATES', 'party']),
      'DENIED',
      'NEGATES',
    ],
  ]
  it.each(rows)('is that of the table: %s', (_, given, expected, polarity) => {
    expect(status(given)).toMatchObject({ status: expected, polarity })
  })

  it('names all negations by first parties as deciding a denial, and no others', () => {
    const response = status(
      acts(
        ['STATES', 'NEGATES', 'party'],
        ['DENIES', 'NEGATES', 'mouth'],
        ['DENIES', 'NEGATES', 'other'],
        ['SPECULATES', 'AFFIRMS', 'other'],
      ),
    )
    expect(response).toMatchObject({ status: 'DENIED', polarity: 'NEGATES', because: ['a0', 'a1'] })
  })

  it('marks a party on both sides, and treats REPORTS_UNKNOWN as a caveat', () => {
    const response = status(
      acts(['STATES', 'AFFIRMS', 'party'], ['DENIES', 'NEGATES', 'mouth'], ['REPORTS_UNKNOWN', 'UNKNOWN', 'echo']),
    )
    expect(response).toMatchObject({ contradictsItself: true, because: ['a0', 'a1'], caveats: ['a2'] })
  })

  it('is RETRACTED after the only assertion was retracted, and UNKNOWN after it was withdrawn', () => {
    const said = assertion({ stance: 'STATES', polarity: 'AFFIRMS', who: 'party' }, 0)
    const back: Assertion = {
      ...said,
      id: toAssertionId('back'),
      stance: 'RETRACTS',
      polarity: 'UNKNOWN',
      retracts: toAssertionId('a0'),
    }
    expect(claimStatus(claimRecord([said, back])).status).toBe('RETRACTED')
    expect(claimStatus(claimRecord([{ ...said, withdrawn: 'entered twice' }])).status).toBe('UNKNOWN')
  })

  it('treats an unsigned document of the party or its speaker as the word of the party', () => {
    const said = assertion({ stance: 'STATES', polarity: 'AFFIRMS', who: 'party' }, 0)
    const unsigned = (sourceId: string): Assertion => ({
      ...assertion({ stance: 'STATES', polarity: 'AFFIRMS', who: 'other' }, 1),
      claimantId: null,
      sourceId: toSlug(sourceId),
    })
    expect(claimStatus(claimRecord([said, unsigned('post')])).status).toBe('STATED')
    expect(claimStatus(claimRecord([unsigned('post')])).status).toBe('STATED')
    expect(claimStatus(claimRecord([said, unsigned('report')])).status).toBe('CONFIRMED')
    const quoted: Assertion = { ...unsigned('post'), evidentiality: 'DIRECT_QUOTE' }
    expect(claimStatus(claimRecord([quoted])).status).toBe('REPORTED')
    expect(claimStatus(claimRecord([said, quoted])).status).toBe('STATED')
  })

  it('counts only assertions valid on the given day', () => {
    const said = {
      ...assertion({ stance: 'STATES', polarity: 'AFFIRMS', who: 'party' }, 0),
      heldFrom: '2023-09-29',
      heldUntil: '2024-11-14',
    }
    expect(claimStatus(claimRecord([said]), { validOn: '2023-09-30' }).status).toBe('STATED')
    expect(claimStatus(claimRecord([said]), { validOn: '2025-01-01' }).status).toBe('UNKNOWN')
  })

  it('counts an unsigned document of a speaker for the party only within the period', () => {
    const early = { ...assertion({ stance: 'STATES', polarity: 'AFFIRMS', who: 'letter' }, 0), assertedAt: '2021' }
    expect(claimStatus(claimRecord([early])).status).toBe('REPORTED')
    expect(claimStatus(claimRecord([{ ...early, assertedAt: null }])).status).toBe('STATED')
  })

  it('treats a printed claimant without a known entity as another party', () => {
    const paper = assertion({ stance: 'STATES', polarity: 'AFFIRMS', who: 'paper' }, 0)
    const printed = { value: 'some customers', language: 'en' }
    expect(claimStatus(claimRecord([{ ...paper, claimantAsPrinted: printed }])).status).toBe('REPORTED')
  })

  it('counts a speaker for the party only within the period', () => {
    const early = { ...assertion({ stance: 'DENIES', polarity: 'NEGATES', who: 'mouth' }, 0), assertedAt: '2021' }
    expect(claimStatus(claimRecord([early])).status).toBe('REPORTED')
    expect(claimStatus(claimRecord([{ ...early, assertedAt: null }])).status).toBe('DENIED')
  })
})

describe('claim status over all sets of one to three acts', () => {
  it('is total, independent of order, and never strengthened by a negation, a guess or hearsay', () => {
    let tried = 0
    for (const set of sets()) {
      tried += 1
      const response = status(set)
      const turned = status([...set].reverse())
      if (turned.status !== response.status || turned.polarity !== response.polarity)
        expect(turned, JSON.stringify(set)).toEqual(response)
      for (const [index, added] of set.entries()) {
        const before = set.filter((_, other) => other !== index)
        if (before.length === 0) continue
        const earlier = status(before)
        if (added.polarity === 'NEGATES' && strength(response) > strength(earlier))
          expect.fail(`negation: ${JSON.stringify(set)}`)
        const isSame = earlier.status === response.status && earlier.polarity === response.polarity
        if (isNobodys(added) && GIVEN_BY_COUNTING.includes(earlier.status) && !isSame) {
          expect.fail(`guess: ${JSON.stringify(set)}`)
        }
      }
      if (response.status !== 'CONFIRMED') continue
      const confirmed = set.some((act) => act.stance === 'CONFIRMS' && isFirst(act))
      if (!confirmed && !set.some((act) => says(act) && isIndependent(act, set))) {
        expect.fail(`second mouth, or its echo: ${JSON.stringify(set)}`)
      }
    }
    expect(tried).toBe(
      ACTS.length + (ACTS.length * (ACTS.length + 1)) / 2 + (ACTS.length * (ACTS.length + 1) * (ACTS.length + 2)) / 6,
    )
  })
})
