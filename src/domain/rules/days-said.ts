import { latestDayAt } from '../../text/instant.ts'
import { firstDay } from '../../text/partial-date.ts'
import { quoted, quoting } from '../../text/printable.ts'
import type { RecordedObjects } from '../dataset.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/**
 * An assertion is not later than the database's knowledge of it. A partial date counts by its first day, because an
 * assertion in a month may have been made on any of its days.
 */
export const checkDaysSaid = ({ assertions }: Pick<RecordedObjects, 'assertions'>, now: Date): readonly RuleProblem[] =>
  assertions.flatMap(({ item: { assertedAt }, recordedAt }, i): readonly RuleProblem[] => {
    if (assertedAt === null) return []
    const message = problemOf(firstDay(assertedAt), recordedAt, now)
    return message === null ? [] : [brokenRule(['assertions', i, 'assertedAt'], `${quoted(assertedAt)} ${message}`)]
  })

function problemOf(day: string, recordedAt: string, now: Date): string | null {
  if (day > latestDayAt(now)) return 'is in the future: write when it was said'
  if (day <= latestDayAt(new Date(recordedAt))) return null
  return quoting`is after this record learnt it (${recordedAt}): correct it, or write a recordedAt of its own`
}
