import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import type { ClaimRecord } from '../../src/domain/claim-record.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import type { ClaimStatus, Status } from '../../src/domain/claim-status-types.ts'
import { type Evidentiality, LEGAL_POLARITIES, type Polarity, STANCES, type Stance } from '../../src/domain/stance.ts'

type Act = { stance: Stance; polarity: Polarity; who: Who }
type Who = 'party' | 'mouth' | 'other' | 'echo' | 'nobody'

/** Five kinds of speaker: the subject, who speaks for it, an independent party, one resting on its document, nobody. */
const SPEAKERS: Readonly<Record<Who, { claimantId: string | null; sourceId: string; evidentiality: Evidentiality }>> = {
  party: { claimantId: 'x', sourceId: 'policy', evidentiality: 'PRIMARY_DOCUMENT' },
  mouth: { claimantId: 'musk', sourceId: 'post', evidentiality: 'DIRECT_QUOTE' },
  other: { claimantId: 'reporter', sourceId: 'report', evidentiality: 'PRIMARY_DOCUMENT' },
  echo: { claimantId: 'blogger', sourceId: 'article', evidentiality: 'INDIRECT_SPEECH' },
  nobody: { claimantId: null, sourceId: 'article', evidentiality: 'HEARSAY' },
}

const assertion = ({ stance, polarity, who }: Act, index: number): Assertion => ({
  id: `a${index}`,
  claimId: 'c',
  stance,
  polarity,
  certainty: 'CERTAIN',
  ...SPEAKERS[who],
  claimantAsPrinted: null,
  via: [],
  quote: null,
  assertedAt: '2023-08-31',
  heldFrom: null,
  heldUntil: null,
  retracts: null,
  withdrawn: null,
})

const record = (assertions: readonly Assertion[]): ClaimRecord => ({
  claim: {
    id: 'c',
    subject: { kind: 'Entity', id: 'x' },
    predicate: 'COLLECTS',
    data: ['biometric'],
    uses: [],
    object: null,
    condition: null,
    validFrom: null,
    validTo: null,
  },
  assertions,
  speaksFor: { musk: [{ entityId: 'x', validFrom: '2022-10', validTo: null }] },
  sources: {
    policy: { derivation: 'KNOWN', publishedBy: 'x', ancestors: [] },
    post: { derivation: 'KNOWN', publishedBy: 'musk', ancestors: [] },
    report: { derivation: 'KNOWN', publishedBy: 'reporter', ancestors: [] },
    article: { derivation: 'KNOWN', publishedBy: null, ancestors: ['policy'] },
  },
})
const status = (acts: readonly Act[]): ClaimStatus => claimStatus(record(acts.map(assertion)))

const ACTS: readonly Act[] = STANCES.filter((s) => s !== 'RETRACTS').flatMap((stance) =>
  LEGAL_POLARITIES[stance].flatMap((polarity) =>
    (Object.keys(SPEAKERS) as Who[]).map((who) => ({ stance, polarity, who })),
  ),
)
function* sets(): Generator<readonly Act[]> {
  for (const [i, a] of ACTS.entries()) {
    yield [a]
    for (const [j, b] of ACTS.entries()) {
      if (j < i) continue
      yield [a, b]
      for (const c of ACTS.slice(j)) yield [a, b, c]
    }
  }
}
const strength = ({ status: s, polarity }: ClaimStatus): number =>
  polarity === 'AFFIRMS' ? ['SPECULATED', 'ALLEGED', 'REPORTED', 'STATED', 'CONFIRMED'].indexOf(s) + 1 : 0
const isNobodys = (act: Act): boolean => act.who === 'nobody' || act.stance === 'SPECULATES'
const GIVEN_BY_COUNTING: readonly Status[] = ['DISPUTED', 'DENIED', 'CONFIRMED', 'STATED', 'REPORTED']

const acts = (...given: readonly [Stance, Polarity, Who][]): readonly Act[] =>
  given.map(([stance, polarity, who]) => ({ stance, polarity, who }))

describe('the status table, row by row', () => {
  const rows: readonly [string, readonly Act[], Status, Polarity | null][] = [
    ['there never was an assertion', [], 'UNKNOWN', null],
    [
      'counting voices on both sides',
      acts(['STATES', 'AFFIRMS', 'party'], ['DENIES', 'NEGATES', 'mouth']),
      'DISPUTED',
      null,
    ],
    ['the first party denies', acts(['DENIES', 'NEGATES', 'party']), 'DENIED', 'NEGATES'],
    ['the first party states that it is not so', acts(['STATES', 'NEGATES', 'mouth']), 'DENIED', 'NEGATES'],
    ['the first party confirms', acts(['CONFIRMS', 'AFFIRMS', 'mouth']), 'CONFIRMED', 'AFFIRMS'],
    [
      'an independent voice beside the first party',
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
      'a second mouth is not independent',
      acts(['STATES', 'AFFIRMS', 'party'], ['STATES', 'AFFIRMS', 'mouth']),
      'STATED',
      'AFFIRMS',
    ],
    ['a third party states', acts(['STATES', 'AFFIRMS', 'other']), 'REPORTED', 'AFFIRMS'],
    ['a third party denies', acts(['DENIES', 'NEGATES', 'other']), 'REPORTED', 'NEGATES'],
    ['somebody alleges', acts(['ALLEGES', 'AFFIRMS', 'other']), 'ALLEGED', 'AFFIRMS'],
    ['it is said', acts(['STATES', 'AFFIRMS', 'nobody']), 'ALLEGED', 'AFFIRMS'],
    ['somebody guesses', acts(['SPECULATES', 'AFFIRMS', 'other']), 'SPECULATED', 'AFFIRMS'],
    [
      'guesses both ways',
      acts(['SPECULATES', 'AFFIRMS', 'other'], ['SPECULATES', 'NEGATES', 'echo']),
      'SPECULATED',
      null,
    ],
    ['only reports that it is not known', acts(['REPORTS_UNKNOWN', 'UNKNOWN', 'other']), 'UNKNOWN', null],
    [
      'a guess denied by the party',
      acts(['SPECULATES', 'AFFIRMS', 'other'], ['DENIES', 'NEGATES', 'party']),
      'DENIED',
      'NEGATES',
    ],
  ]
  it.each(rows)('%s', (_, given, expected, polarity) => {
    expect(status(given)).toMatchObject({ status: expected, polarity })
  })

  it('says that a party stands on both sides, and keeps what is not known as a caveat', () => {
    const answer = status(
      acts(['STATES', 'AFFIRMS', 'party'], ['DENIES', 'NEGATES', 'mouth'], ['REPORTS_UNKNOWN', 'UNKNOWN', 'echo']),
    )
    expect(answer).toMatchObject({ contradictsItself: true, because: ['a0', 'a1'], caveats: ['a2'] })
  })

  it('is RETRACTED when the only word was taken back, and never by a withdrawal', () => {
    const said = assertion({ stance: 'STATES', polarity: 'AFFIRMS', who: 'party' }, 0)
    const back: Assertion = { ...said, id: 'back', stance: 'RETRACTS', polarity: 'UNKNOWN', retracts: 'a0' }
    expect(claimStatus(record([said, back])).status).toBe('RETRACTED')
    expect(claimStatus(record([{ ...said, withdrawn: 'entered twice' }])).status).toBe('UNKNOWN')
  })

  it('counts only what was held on the day asked for', () => {
    const said = {
      ...assertion({ stance: 'STATES', polarity: 'AFFIRMS', who: 'party' }, 0),
      heldFrom: '2023-09-29',
      heldUntil: '2024-11-14',
    }
    expect(claimStatus(record([said]), { validOn: '2023-09-30' }).status).toBe('STATED')
    expect(claimStatus(record([said]), { validOn: '2025-01-01' }).status).toBe('UNKNOWN')
  })

  it('hears who spoke for the party only within the period', () => {
    const early = { ...assertion({ stance: 'DENIES', polarity: 'NEGATES', who: 'mouth' }, 0), assertedAt: '2021' }
    expect(claimStatus(record([early])).status).toBe('REPORTED')
    expect(claimStatus(record([{ ...early, assertedAt: null }])).status).toBe('DENIED')
  })
})

describe('properties over all sets of one to three acts', () => {
  it('is total, independent of order, and never strengthened by a negation, a guess or hearsay', () => {
    let tried = 0
    for (const set of sets()) {
      tried += 1
      const answer = status(set)
      const turned = status([...set].reverse())
      if (turned.status !== answer.status || turned.polarity !== answer.polarity)
        expect(turned, JSON.stringify(set)).toEqual(answer)
      for (const [index, added] of set.entries()) {
        const before = set.filter((_, other) => other !== index)
        if (before.length === 0) continue
        const earlier = status(before)
        if (added.polarity === 'NEGATES' && strength(answer) > strength(earlier))
          expect.fail(`negation: ${JSON.stringify(set)}`)
        if (isNobodys(added) && GIVEN_BY_COUNTING.includes(earlier.status) && earlier.status !== answer.status) {
          expect.fail(`guess: ${JSON.stringify(set)}`)
        }
      }
      const confirmed = answer.status === 'CONFIRMED'
      const confirmers = set.filter((a) => a.stance === 'CONFIRMS' && (a.who === 'party' || a.who === 'mouth'))
      if (confirmed && confirmers.length === 0 && !set.some((a) => a.who === 'other' || a.who === 'echo')) {
        expect.fail(`second mouth: ${JSON.stringify(set)}`)
      }
    }
    expect(tried).toBe(
      ACTS.length + (ACTS.length * (ACTS.length + 1)) / 2 + (ACTS.length * (ACTS.length + 1) * (ACTS.length + 2)) / 6,
    )
  })
})
