import type { Assertion } from './assertion.ts'
import { type AttributionContext, speakerRoleOf } from './claim-status.ts'
import type { StandingName } from './standing.ts'

/**
 * Returns the standing whose signs show the act of one assertion: icon and line. A denial has those of DENIED, a
 * statement by a party those of STATED, a statement by anybody else those of REPORTED. The status of the claim may differ.
 */
export function standingOfAct(assertion: Assertion, context: AttributionContext): StandingName {
  const negates = assertion.polarity === 'NEGATES'
  switch (assertion.stance) {
    case 'STATES':
      if (speakerRoleOf(assertion, context) === 'first') return negates ? 'STATED_NOT' : 'STATED'
      return negates ? 'REPORTED_NOT' : 'REPORTED'
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
