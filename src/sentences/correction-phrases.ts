import type { Assertion } from '../domain/assertion.ts'
import type { ClaimDetails } from '../domain/claim-details.ts'
import { type Correction, retractedBy } from '../domain/corrections.ts'
import type { Messages } from '../messages/en.ts'
import { formatDate } from '../text/languages.ts'
import { claimantName, mentionsOf } from './claimant-name.ts'
import { headline } from './headline.ts'
import type { Names } from './names.ts'
import { propositionOf } from './proposition.ts'
import { entryWords } from './sentence.ts'

/** Phrase of a correction, with the act of the corrected assertion: a retracted denial differs from a retracted statement. */
export function correctionPhrase(
  correction: Correction,
  learntAt: string | null,
  names: Names,
  messages: Messages,
): string {
  const { ui, tag } = messages
  const { claim } = correction
  const learnt = learntAt === null ? ui.dateUnknown : formatDate(learntAt, tag)
  if (correction.kind === 'REMOVED') {
    const { proposition, status, by } = headline(claim, names, messages)
    return ui.corrections.REMOVED(learnt, `${proposition} – ${status}: ${by}`)
  }
  if (correction.kind === 'WITHDRAWN') {
    const { entry, reason } = correction
    const said = entrySentence(entry, claim, names, messages)
    return [ui.corrections.WITHDRAWN(learnt, said), ...(reason === null ? [] : [reason])].join(' — ')
  }
  const { retraction } = correction
  const { assertedAt } = retraction
  return ui.corrections.RETRACTED({
    who: nameOfClaimant(retraction, names, messages),
    on: assertedAt === null ? null : { date: formatDate(assertedAt, tag), isDay: assertedAt.length >= DAY.length },
    recorded: learnt,
    said: retractedWords(retraction, claim, names, messages),
  })
}

/** Full sentence of one assertion; for a retraction, that of the retracted one. */
export const entrySentence = (entry: Assertion, claim: ClaimDetails, names: Names, messages: Messages): string =>
  entry.stance === 'RETRACTS'
    ? messages.ui.tookBack(nameOfClaimant(entry, names, messages), retractedWords(entry, claim, names, messages))
    : entryWords(entry, claim, names, messages)

const DAY = 'YYYY-MM-DD'

const nameOfClaimant = (assertion: Assertion, names: Names, messages: Messages): string =>
  claimantName(assertion, names, messages, mentionsOf(names, messages)).name

function retractedWords(retraction: Assertion, claim: ClaimDetails, names: Names, messages: Messages): string {
  const retracted = retractedBy(retraction, claim)
  return retracted === null
    ? messages.ui.absentHere(propositionOf(claim.claim, names, messages))
    : entryWords(retracted, claim, names, messages)
}
