import { isFuture } from '../../text/instant.ts'
import { quoted } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import { brokenRule, type ObjectPath, type RuleProblem } from './rule-problem.ts'

/**
 * A date at which something was done is not in the future. Dates from which something holds may be: a policy that was
 * captured today may take effect next month.
 */
export function checkFutureDates(
  { sources, assertions, assessments }: Pick<ModelObjects, 'sources' | 'assertions' | 'assessments'>,
  now: Date,
): readonly RuleProblem[] {
  const problem = (date: string | null, remedy: string, path: ObjectPath): readonly RuleProblem[] =>
    date !== null && isFuture(date, now)
      ? [brokenRule(path, `${quoted(date)} is in the future: write when it was ${remedy}`)]
      : []
  return [
    ...sources.flatMap(({ item: { publishedAt, versions } }, i) => [
      ...problem(publishedAt, 'published, or leave it out', ['sources', i, 'publishedAt']),
      ...versions.flatMap(({ capturedAt }, j) =>
        problem(capturedAt, 'captured, or leave it out', ['sources', i, 'versions', j, 'capturedAt']),
      ),
    ]),
    ...assessments.flatMap(({ item }, i) => problem(item.assessedAt, 'judged', ['assessments', i, 'assessedAt'])),
    ...assertions.flatMap(({ item }, i) => problem(item.assertedAt, 'said', ['assertions', i, 'assertedAt'])),
  ]
}
