import { isFuture, latestDayAt } from '../../text/instant.ts'
import { firstDay } from '../../text/partial-date.ts'
import { quoting } from '../../text/printable.ts'
import type { RecordedObjects } from '../dataset.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/**
 * An assertion is not later than the database's knowledge of it. A partial date counts by its first day, because an
 * assertion in a month may have been made on any of its days. Future dates are for future-dates.ts.
 */
export const checkDaysSaid = ({ assertions }: Pick<RecordedObjects, 'assertions'>, now: Date): readonly RuleProblem[] =>
  assertions.flatMap(({ item: { assertedAt }, recordedAt }, i): readonly RuleProblem[] => {
    if (assertedAt === null || isFuture(assertedAt, now)) return []
    if (firstDay(assertedAt) <= latestDayAt(new Date(recordedAt))) return []
    const message = quoting`${assertedAt} is after the instant at which the database learnt it (${recordedAt}): correct it, or write a recordedAt of its own`
    return [brokenRule(['assertions', i, 'assertedAt'], message)]
  })
