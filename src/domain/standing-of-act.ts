import type { Assertion } from './assertion.ts'
import { type AttributionContext, speakerRoleOf } from './claim-status.ts'
import type { StandingName } from './standing.ts'

/** Kinds of acts: the stances, each with its polarity. Each has the signs of the standing of its name. */
export type ActKind = Exclude<StandingName, 'DISPUTED' | 'REPORTED' | 'REPORTED_NOT'>

/** Returns the kind of the act of one assertion, whoever speaks. The status of the claim may differ. */
export function actKindOf({ stance, polarity }: Pick<Assertion, 'stance' | 'polarity'>): ActKind {
  const negates = polarity === 'NEGATES'
  switch (stance) {
    case 'STATES':
      return negates ? 'STATED_NOT' : 'STATED'
    case 'CONFIRMS':
      return negates ? 'STATED_NOT' : 'CONFIRMED'
    case 'DENIES':
      return 'DENIED'
    case 'ALLEGES':
      return negates ? 'ALLEGED_NOT' : 'ALLEGED'
    case 'SPECULATES':
      return negates ? 'SPECULATED_NOT' : 'SPECULATED'
    case 'REPORTS_UNKNOWN':
      return 'UNKNOWN'
    case 'RETRACTS':
      return 'RETRACTED'
  }
}

/**
 * Returns the standing whose signs show the act of one assertion: icon and line. A statement by a party has those of
 * STATED, a statement by anybody else those of REPORTED.
 */
export function standingOfAct(assertion: Assertion, context: AttributionContext): StandingName {
  const kind = actKindOf(assertion)
  if (assertion.stance !== 'STATES' || speakerRoleOf(assertion, context) === 'first') return kind
  return kind === 'STATED_NOT' ? 'REPORTED_NOT' : 'REPORTED'
}
