import type { RecordedObjects } from '../dataset.ts'
import { checkCycles } from './cycles.ts'
import { checkDaysSaid } from './days-said.ts'
import { checkDescents } from './descents.ts'
import { checkFutureDates } from './future-dates.ts'
import { checkNames } from './names.ts'
import { checkPeriods } from './periods.ts'
import { checkPredicateSlots } from './predicate-slots.ts'
import { checkProvenances } from './provenances.ts'
import { checkQuotes } from './quotes.ts'
import { checkRetractions } from './retractions.ts'
import type { RuleProblem } from './rule-problem.ts'
import { checkSameClaims } from './same-claims.ts'
import { checkSourceTitles } from './source-titles.ts'
import { checkStances } from './stances.ts'
import { checkStoryClaims } from './story-claims.ts'
import { checkWordings } from './wordings.ts'

/**
 * All rules of the model but those of ids and references (references.ts, external-ids.ts), in the order in which problems
 * are listed.
 */
export const checkObjects = (objects: RecordedObjects, now: Date): readonly RuleProblem[] => [
  ...checkStoryClaims(objects),
  ...checkPeriods(objects),
  ...checkSourceTitles(objects),
  ...checkFutureDates(objects, now),
  ...checkPredicateSlots(objects),
  ...checkProvenances(objects, now),
  ...checkStances(objects),
  ...checkWordings(objects),
  ...checkQuotes(objects),
  ...checkCycles(objects),
  ...checkDescents(objects),
  ...checkRetractions(objects),
  ...checkSameClaims(objects),
  ...checkNames(objects),
  ...checkDaysSaid(objects, now),
]
