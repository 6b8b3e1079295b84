import { describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { claimStatus } from '../../src/domain/claim-status.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { statusMeaning } from '../../src/sentences/status-meaning.ts'
import type { PlainSlugs } from '../domain/plain-slugs.ts'
import { claimRecord, said } from '../domain/spoken-claims.ts'

const whole = (...given: readonly Partial<PlainSlugs<Assertion>>[]) => {
  const judged = claimRecord(given.map((one, i) => said(one, i)))
  const unused = {
    relations: [],
    assessments: [],
    namedEntities: [],
    namedSources: [],
    namedConcepts: [],
    changedIn: toRevisionNumber(1),
    recordedIn: {},
  }
  return { ...judged, ...unused, status: claimStatus(judged) }
}
const INDEPENDENT = { claimantId: 'bloomberg', sourceId: 'article', evidentiality: 'DIRECT_QUOTE' } as const

describe.each(MESSAGES)('meaning of a status, in $name', (messages) => {
  const { ui } = messages

  it('names the confirming party of a confirmed claim', () => {
    expect(statusMeaning(whole({ stance: 'CONFIRMS' }), messages)).toBe(ui.statusMeans.CONFIRMED)
    expect(statusMeaning(whole({}, { ...INDEPENDENT, stance: 'CONFIRMS' }), messages)).toBe(ui.saidByOthersToo)
    expect(statusMeaning(whole({}, INDEPENDENT), messages)).toBe(ui.saidByOthersToo)
  })

  it('differs for the negating side of a status', () => {
    const negated = { stance: 'STATES', polarity: 'NEGATES' } as const
    expect(statusMeaning(whole(negated), messages)).toBe(ui.statusMeans.STATED_NOT)
    expect(statusMeaning(whole({ ...INDEPENDENT, ...negated }), messages)).toBe(ui.statusMeans.REPORTED_NOT)
    expect(statusMeaning(whole({ stance: 'DENIES', polarity: 'NEGATES' }), messages)).toBe(ui.statusMeans.DENIED)
  })

  it('is that of the status for other claims', () => {
    expect(statusMeaning(whole({}), messages)).toBe(ui.statusMeans.STATED)
  })
})
