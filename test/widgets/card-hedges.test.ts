import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { claimCard } from '../../src/widgets/view/claim-card.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { claimRecord, DENIES, MUSK, names, said } from '../domain/spoken-claims.ts'

const WILL = { tense: 'FUTURE' as const }
const MAY = { certainty: 'POSSIBLE' as const }
const UNSURE = { certainty: 'UNDERSPECIFIED' as const }
const UNKNOWN = { stance: 'REPORTS_UNKNOWN' as const, polarity: 'UNKNOWN' as const, claimantId: 'bloomberg' }
const GUESS = { stance: 'SPECULATES' as const, claimantId: 'bloomberg', sourceId: 'article' }

function cardOf(language: string, ...given: readonly Partial<PlainSlugs<Assertion>>[]) {
  const record = claimRecord(given.map((one, i) => said(one, i)))
  const beside = {
    relations: [],
    assessments: [],
    namedEntities: [],
    namedSources: [],
    changedIn: toRevisionNumber(1),
    recordedIn: {},
  }
  return claimCard(
    { ...record, ...beside, status: claimStatus(record) },
    names,
    messagesIn(language),
    linksIn(language, null),
  )
}

describe("claimants below a card's heading", () => {
  it.each<[string, readonly Partial<PlainSlugs<Assertion>>[], string, string]>([
    ['omit the hedge that the heading has', [{ ...WILL, ...MAY }], 'X may in future collect biometric data', '— X'],
    [
      'mark a claimant who speaks about the present',
      [WILL, { ...GUESS }],
      'X will collect biometric data',
      '— X; guessed by Bloomberg (not of the future)',
    ],
    [
      'mark a claimant who speaks about the future',
      [{}, { ...MUSK, ...DENIES, ...WILL }],
      'X collects biometric data',
      '— X; denied by Elon Musk (of the future)',
    ],
    [
      'mark a claimant without a hedge',
      [MAY, GUESS],
      'X may collect biometric data',
      '— X; guessed by Bloomberg (without a hedge)',
    ],
    [
      'mark a claimant of unknown certainty',
      [MAY, { ...GUESS, ...UNSURE }],
      'X may collect biometric data',
      '— X; guessed by Bloomberg (how sure is not said)',
    ],
    [
      'mark the only claimant with a hedge',
      [{}, { ...GUESS, ...MAY }],
      'X collects biometric data',
      '— X; guessed by Bloomberg (possibly)',
    ],
  ])('%s', (_, given, heading, line) => {
    const { proposition, claimants } = cardOf('en', ...given)
    expect([proposition, claimants]).toEqual([heading, line])
  })

  it('mark a claimant of unknown certainty in Indonesian', () => {
    expect(cardOf('id', MAY, { ...GUESS, ...UNSURE }).claimants).toContain(
      'Bloomberg (tingkat keyakinan tidak disebutkan)',
    )
    expect(cardOf('id', WILL, GUESS).claimants).toContain('Bloomberg (bukan tentang masa depan)')
  })
})

describe('claimant who reports that a claim is unknown', () => {
  it('mentions the future in the caveat, unless the heading does, and in the line', () => {
    const besides = cardOf('en', {}, { ...UNKNOWN, ...WILL })
    expect(besides.caveat).toBe('not known: Bloomberg (of the future)')
    expect(besides.utterances.map(({ act }) => act)).toContainEqual(
      expect.stringMatching(/^says that it is not known \(of the future; /),
    )
    expect(cardOf('en', { ...UNKNOWN, ...WILL }).caveat).toBe('not known: Bloomberg')
  })

  it('has one line for all that one sentence reports as missing, and two where one part is about the future', () => {
    const evidence = { ...UNKNOWN, lacks: 'EVIDENCE' as const }
    const details = { ...UNKNOWN, lacks: 'DETAIL' as const }
    expect(cardOf('en', evidence, details).utterances.map(({ act }) => act.split(' (')[0])).toEqual([
      'says that there is no evidence for it and that there are no further details on it',
    ])
    expect(cardOf('en', evidence, { ...details, ...WILL }).utterances).toHaveLength(2)
  })
})
