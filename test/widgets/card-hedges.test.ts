import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { claimCard } from '../../src/widgets/view/claim-card.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { claimRecord, names, said } from '../domain/spoken-claims.ts'

const WILL = { tense: 'FUTURE' as const }
const UNKNOWN = { stance: 'REPORTS_UNKNOWN' as const, polarity: 'UNKNOWN' as const, claimantId: 'bloomberg' }

function cardOf(language: string, ...given: readonly Partial<PlainSlugs<Assertion>>[]) {
  const record = claimRecord(given.map((one, i) => said(one, i)))
  const beside = {
    relations: [],
    assessments: [],
    namedEntities: [],
    namedSources: [],
    namedConcepts: [],
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

describe('claimant who reports that a claim is unknown', () => {
  it('is named with the future in the line', () => {
    const besides = cardOf('en', {}, { ...UNKNOWN, ...WILL })
    expect(besides.utterances.map(({ act }) => act)).toContainEqual(
      expect.stringMatching(/^says that it is not yet known \(in future; /),
    )
  })

  it('has one line for all that one sentence reports as missing, and two where one part is about the future', () => {
    const evidence = { ...UNKNOWN, lacks: 'EVIDENCE' as const }
    const details = { ...UNKNOWN, lacks: 'DETAIL' as const }
    expect(cardOf('en', evidence, details).utterances.map(({ act }) => act.split(' (')[0])).toEqual([
      'says that there is no evidence for it yet and that there are no further details on it yet',
    ])
    expect(cardOf('en', evidence, { ...details, ...WILL }).utterances).toHaveLength(2)
  })
})
