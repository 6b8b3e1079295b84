import type { ClaimDetails } from '../domain/claim-details.ts'
import { speakerRoleOf } from '../domain/claim-status.ts'
import { standingName } from '../domain/standing.ts'
import type { Messages } from '../messages/en.ts'

/**
 * Returns the reason for a status, with its polarity, in one or two sentences. CONFIRMED has one of two reasons: a first
 * party confirms the claim, or a first party states it and an independent speaker says the same.
 */
export function statusMeaning(details: ClaimDetails, { ui }: Messages): string {
  const { status, because } = details.status
  const isConfirmed = details.assertions.some(
    (one) => because.includes(one.id) && one.stance === 'CONFIRMS' && speakerRoleOf(one, details) === 'first',
  )
  return status === 'CONFIRMED' && !isConfirmed ? ui.saidByOthersToo : ui.statusMeans[standingName(details.status)]
}
