import { type Assertion, tenseOf } from '../domain/assertion.ts'
import type { ClaimStatus } from '../domain/claim-status-types.ts'
import { type Certainty, isHedge, type Tense } from '../domain/stance.ts'
import type { Possibility } from '../messages/words.ts'
import { commonPossibility } from './possibility.ts'

/** Assertions of one claim with its status. */
export interface JudgedAssertions {
  readonly assertions: readonly Assertion[]
  readonly status: ClaimStatus
}

/**
 * Hedges that the deciding assertions of a status share. The certainty is the weakest one if every assertion hedges and
 * none negates, else CERTAIN. The tense is the common one, else PRESENT.
 */
export interface SharedHedges {
  readonly certainty: Certainty
  readonly possibility: Possibility
  readonly tense: Tense
}

/**
 * Returns CERTAIN and PRESENT for a claim without assertions.
 *
 * @param negated true for a negated proposition
 */
export function sharedHedges(judged: JudgedAssertions, negated = false): SharedHedges {
  const deciding = decidingOf(judged)
  const tense = shared(deciding.map(tenseOf)) ?? 'PRESENT'
  // A positive heading cannot express the hedge of a negation: "denies that X may sell" is not "possibly denies that X
  // sells".
  if (!negated && deciding.some(({ polarity }) => polarity === 'NEGATES'))
    return { certainty: 'CERTAIN', possibility: 'CHANCE', tense }
  const certainties = deciding.map(({ certainty }) => certainty)
  const isHedged = certainties.length > 0 && certainties.every(isHedge)
  const certainty = !isHedged ? 'CERTAIN' : certainties.includes('POSSIBLE') ? 'POSSIBLE' : 'PROBABLE'
  return { certainty, possibility: commonPossibility(deciding), tense }
}

/**
 * Returns the assertions that the status rests on, or else its caveats. If none is live, returns the retracted
 * assertions for RETRACTED, and all assertions but the retractions for another status.
 */
function decidingOf({ assertions, status }: JudgedAssertions): readonly Assertion[] {
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
