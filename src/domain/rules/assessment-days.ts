import { latestDayAt } from '../../text/instant.ts'
import { firstDay } from '../../text/partial-date.ts'
import { quoting } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/** An assessment is not in the future. */
export const checkAssessmentDays = (
  { assessments }: Pick<ModelObjects, 'assessments'>,
  now: Date,
): readonly RuleProblem[] =>
  assessments.flatMap(({ item: { assessedAt } }, i) =>
    firstDay(assessedAt) > latestDayAt(now)
      ? [
          brokenRule(
            ['assessments', i, 'assessedAt'],
            quoting`${assessedAt} is in the future: write when it was judged`,
          ),
        ]
      : [],
  )
