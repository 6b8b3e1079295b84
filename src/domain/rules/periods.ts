import { firstDay, lastDay } from '../../text/partial-date.ts'
import { quoting } from '../../text/printable.ts'
import type { SpeaksFor } from '../entity.ts'
import type { ModelObjects } from '../model-objects.ts'
import { type Overlap, overlapping } from './overlapping.ts'
import { brokenRule, type ObjectPath, type RuleProblem } from './rule-problem.ts'

/** A period ends after it begins, and an entity speaks for another in periods that do not overlap. */
export const checkPeriods = (
  objects: Pick<ModelObjects, 'entities' | 'claims' | 'assertions'>,
): readonly RuleProblem[] => [
  ...objects.entities.flatMap(({ item: { id, speaksFor } }, i) => [
    ...speaksFor.flatMap(({ validFrom, validTo }, j) =>
      periodProblem(validFrom, validTo, ['entities', i, 'speaksFor', j]),
    ),
    ...overlapping(speaksFor, PERIODS).map(({ item: { entityId }, index }) =>
      brokenRule(
        ['entities', i, 'speaksFor', index],
        quoting`overlaps another period of ${id} for ${entityId}: end one before the other begins`,
      ),
    ),
  ]),
  ...objects.claims.flatMap(({ item: { validFrom, validTo } }, i) =>
    periodProblem(validFrom, validTo, ['claims', i, 'validTo']),
  ),
  ...objects.assertions.flatMap(({ item: { heldFrom, heldUntil } }, i) =>
    periodProblem(heldFrom, heldUntil, ['assertions', i, 'heldUntil']),
  ),
]

const periodProblem = (from: string | null, to: string | null, path: ObjectPath): readonly RuleProblem[] =>
  from && to && firstDay(from) > lastDay(to)
    ? [brokenRule(path, quoting`the period ends (${to}) before it begins (${from}): turn them round`)]
    : []

const PERIODS: Overlap<SpeaksFor> = {
  groupOf: ({ entityId }) => entityId,
  beginOf: ({ validFrom }) => (validFrom ? firstDay(validFrom) : ''),
  endOf: ({ validTo }) => (validTo ? lastDay(validTo) : '~'),
  // Both days are part of a period.
  isWithin: (begin, end) => begin <= end,
}
