import type { ClaimDetails } from '../domain/claim-details.ts'
import { speakerRoleOf } from '../domain/claim-status.ts'
import type { Messages } from '../messages/en.ts'

/**
 * Returns the reason for a status, with its polarity, in one or two sentences. CONFIRMED has two: a first party confirms the claim, or a first party
 * states it and an independent speaker says the same.
 */
export function statusMeaning(details: ClaimDetails, { ui }: Messages): string {
  const { status, polarity, because } = details.status
  const negated: Readonly<Record<string, string>> = ui.negatedStatusMeans
  const isConfirmed = details.assertions.some(
    (one) => because.includes(one.id) && one.stance === 'CONFIRMS' && speakerRoleOf(one, details) === 'first',
  )
  if (status === 'CONFIRMED' && !isConfirmed) return ui.saidByOthersToo
  return (polarity === 'NEGATES' ? negated[status] : undefined) ?? ui.statusMeans[status]
}
