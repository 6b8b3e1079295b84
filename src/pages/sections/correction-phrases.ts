import type { Assertion } from '../../domain/assertion.ts'
import { retractedBy, type TakenOut } from '../../domain/corrections.ts'
import type { WholeClaim } from '../../domain/graph-store.ts'
import type { Messages } from '../../messages/en.ts'
import { claimantName, mentionsOf } from '../../sentences/claimant-name.ts'
import { headingOf } from '../../sentences/heading.ts'
import type { Labels } from '../../sentences/names.ts'
import { propositionOf } from '../../sentences/proposition.ts'
import { entryWords } from '../../sentences/sentence.ts'
import { formatDate } from '../../text/languages.ts'

/** Who took what back, or which entry of ours was wrong, with the act that it was: a denial is no statement that it is so. */
export function takenOutWords(taken: TakenOut, learntAt: string | null, labels: Labels, messages: Messages): string {
  const { ui, tag } = messages
  const { claim } = taken
  const learnt = learntAt === null ? ui.dateUnknown : formatDate(learntAt, tag)
  if (taken.kind === 'REMOVED') return ui.takenOut.REMOVED(learnt, headingOf(claim, labels, messages))
  if (taken.kind === 'WITHDRAWN') {
    const { entry, reason } = taken
    const said = entrySentence(entry, claim, labels, messages)
    return [ui.takenOut.WITHDRAWN(learnt, said), ...(reason === null ? [] : [reason])].join(' — ')
  }
  const { retraction } = taken
  const { assertedAt } = retraction
  return ui.takenOut.RETRACTED({
    who: nameOfClaimant(retraction, labels, messages),
    on: assertedAt === null ? null : { date: formatDate(assertedAt, tag), isDay: assertedAt.length >= DAY.length },
    recorded: learnt,
    said: retractedWords(retraction, claim, labels, messages),
  })
}

/** What one entry says, whole, or what it takes back. */
export const entrySentence = (entry: Assertion, claim: WholeClaim, labels: Labels, messages: Messages): string =>
  entry.stance === 'RETRACTS'
    ? messages.ui.tookBack(nameOfClaimant(entry, labels, messages), retractedWords(entry, claim, labels, messages))
    : entryWords(entry, claim, labels, messages)

const DAY = 'YYYY-MM-DD'

const nameOfClaimant = (assertion: Assertion, labels: Labels, messages: Messages): string =>
  claimantName(assertion, labels, messages, mentionsOf(labels, messages)).name

function retractedWords(retraction: Assertion, claim: WholeClaim, labels: Labels, messages: Messages): string {
  const retracted = retractedBy(retraction, claim)
  return retracted === null
    ? messages.ui.notHeldHere(propositionOf(claim.claim, labels, messages))
    : entryWords(retracted, claim, labels, messages)
}
