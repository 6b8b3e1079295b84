import type { ClaimRelation } from '../domain/claim.ts'
import type { ClaimRecord } from '../domain/claim-record.ts'
import type { ClaimStatus } from '../domain/claim-status-types.ts'
import { driftsOf } from '../domain/drifts.ts'
import type { Messages } from '../messages/en.ts'
import { pickText } from '../text/languages.ts'
import type { Names } from './names.ts'
import { subjectName } from './proposition.ts'

/** A claim record, and its relations where they were read. */
export type RelatedClaim = ClaimRecord & { readonly relations?: readonly ClaimRelation[] }

/**
 * Returns the sentence that the first party contradicts itself, with what is known to have changed in the words of
 * either side on their way: a contradiction with a paraphrase is stated together with its drift. Null without a
 * contradiction.
 */
export function contradictionOf(
  claimRecord: RelatedClaim,
  status: ClaimStatus,
  names: Names,
  messages: Messages,
): string | null {
  if (!status.contradictsItself) return null
  const drifts = driftsOf(claimRecord, status).flatMap(({ drift }) => {
    const text = drift && pickText(drift, messages.tag)
    return text ? [text.value] : []
  })
  const told = messages.contradictsItself(subjectName(claimRecord.claim, names, messages))
  return drifts.length === 0 ? told : `${told} ${messages.drifted([...new Set(drifts)].join(' '))}`
}
