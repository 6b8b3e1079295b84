import type { Messages } from '../messages/en.ts'
import type { Assertion } from './assertion.ts'
import type { Claim } from './claim.ts'
import type { ClaimStatus } from './claim-status-types.ts'
import type { Labels } from './labels.ts'
import { type ClauseOptions, propositionOf } from './proposition.ts'
import type { Certainty, Tense } from './stance.ts'

/** A claim, what was said on it, and how it stands by that. */
export interface JudgedClaim {
  readonly claim: Claim
  readonly assertions: readonly Assertion[]
  readonly status: ClaimStatus
}

/** The hedges that all share on whom a status rests; CERTAIN and PRESENT where they differ or hedge nothing. */
export interface SharedHedges {
  readonly certainty: Certainty
  readonly tense: Tense
}

/**
 * What a claim says, as those put it on whom its status rests: a plan stays a plan ("X will collect …") and a "may" a
 * "may". For headings and labels, which stand beside the status and have no room for the whole sentence.
 */
export const headingOf = (
  judged: JudgedClaim,
  labels: Labels,
  messages: Messages,
  options: Pick<ClauseOptions, 'dated'> = {},
): string => propositionOf(judged.claim, labels, messages, { ...options, ...sharedHedges(judged) })

export function sharedHedges({ assertions, status }: Omit<JudgedClaim, 'claim'>): SharedHedges {
  const ids = status.because.length > 0 ? status.because : status.caveats
  const deciding = assertions.filter(({ id }) => ids.includes(id))
  // A denial that it may be so is another thing than a hedged denial that it is so.
  const certainty = status.polarity === 'AFFIRMS' ? shared(deciding.map((one) => one.certainty)) : null
  return {
    certainty: certainty ?? 'CERTAIN',
    tense: shared(deciding.map((one) => one.tense ?? 'PRESENT')) ?? 'PRESENT',
  }
}

const shared = <T>(values: readonly T[]): T | null => {
  const [first, ...rest] = values
  return first !== undefined && rest.every((value) => value === first) ? first : null
}
