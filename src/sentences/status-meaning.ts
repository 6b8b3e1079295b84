import { voiceOf } from '../domain/claim-status.ts'
import type { WholeClaim } from '../domain/graph-store.ts'
import type { Messages } from '../messages/en.ts'

/** Why a claim has its status, in one sentence that is true of those who decided: a party's confirmation is another thing
 * than its statement with an independent voice beside it. */
export function statusMeaning(whole: WholeClaim, { ui }: Messages): string {
  const { status, because } = whole.status
  const isConfirmed = whole.assertions.some(
    (one) => because.includes(one.id) && one.stance === 'CONFIRMS' && voiceOf(one, whole) === 'first',
  )
  return status === 'CONFIRMED' && !isConfirmed ? ui.saidByOthersToo : ui.statusMeans[status]
}
