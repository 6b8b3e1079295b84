import { type Assertion, tenseOf } from '../domain/assertion.ts'
import type { Claim } from '../domain/claim.ts'
import type { ClaimStatus } from '../domain/claim-status-types.ts'
import { type Certainty, isHedge, type Tense } from '../domain/stance.ts'
import type { Messages } from '../messages/en.ts'
import type { Names } from './names.ts'
import { propositionOf } from './proposition.ts'

/** A claim, what was said on it, and how it stands by that. */
export interface JudgedClaim {
  readonly claim: Claim
  readonly assertions: readonly Assertion[]
  readonly status: ClaimStatus
}

/**
 * The hedges of those on whom a status rests: the weakest certainty where all of them hedge and none says that it is not
 * so, the tense where all have the same. CERTAIN and PRESENT otherwise.
 */
export interface SharedHedges {
  readonly certainty: Certainty
  readonly tense: Tense
}

/**
 * What a claim says, as those put it on whom its status rests: a plan stays a plan ("X will collect …") and a "may" a
 * "may". What the record dates has its dates in brackets: two who owned one thing one after the other would seem to own
 * it together. For headings and labels, which stand beside the status and have no room for the whole sentence.
 */
export const headingOf = (judged: JudgedClaim, names: Names, messages: Messages): string =>
  propositionOf(judged.claim, names, messages, { dated: true, ...sharedHedges(judged) })

export function sharedHedges(judged: Omit<JudgedClaim, 'claim'>): SharedHedges {
  const deciding = decidingOf(judged)
  const tense = shared(deciding.map(tenseOf)) ?? 'PRESENT'
  // A denial that it may be so is another thing than a hedged denial that it is so.
  if (deciding.some(({ polarity }) => polarity === 'NEGATES')) return { certainty: 'CERTAIN', tense }
  const certainties = deciding.map(({ certainty }) => certainty)
  const isHedged = certainties.length > 0 && certainties.every(isHedge)
  return { certainty: !isHedged ? 'CERTAIN' : certainties.includes('POSSIBLE') ? 'POSSIBLE' : 'PROBABLE', tense }
}

/** On whom the status rests; where nothing stands any more, on what stood. */
function decidingOf({ assertions, status }: Omit<JudgedClaim, 'claim'>): readonly Assertion[] {
  const ids = status.because.length > 0 ? status.because : status.caveats
  if (ids.length > 0) return assertions.filter(({ id }) => ids.includes(id))
  const takenBack = assertions.flatMap(({ retracts }) => retracts ?? [])
  const stood = assertions.filter(({ stance }) => stance !== 'RETRACTS')
  return status.status === 'RETRACTED' ? stood.filter(({ id }) => takenBack.includes(id)) : stood
}

const shared = <T>(values: readonly T[]): T | null => {
  const [first, ...rest] = values
  return first !== undefined && rest.every((value) => value === first) ? first : null
}
