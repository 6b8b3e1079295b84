import { quoting } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/** A story selects each claim once. */
export const checkStoryClaims = ({ stories }: Pick<ModelObjects, 'stories'>): readonly RuleProblem[] =>
  stories.flatMap(({ item: { claimIds } }, i) => {
    const known = new Set<string>()
    return claimIds.flatMap((id, j) =>
      known.size === known.add(id).size
        ? [brokenRule(['stories', i, 'claimIds', j], quoting`${id} is told twice: keep one`)]
        : [],
    )
  })
