import type { ClaimDetails } from '../domain/claim-details.ts'
import { speakerRoleOf } from '../domain/claim-status.ts'
import type { Messages } from '../messages/en.ts'

/** Why a claim has its status, in one sentence that is true of those who decided: a party's confirmation is another thing
 * than its statement with an independent voice beside it. */
export function statusMeaning(details: ClaimDetails, { ui }: Messages): string {
  const { status, because } = details.status
  const isConfirmed = details.assertions.some(
    (one) => because.includes(one.id) && one.stance === 'CONFIRMS' && speakerRoleOf(one, details) === 'first',
  )
  return status === 'CONFIRMED' && !isConfirmed ? ui.saidByOthersToo : ui.statusMeans[status]
}
