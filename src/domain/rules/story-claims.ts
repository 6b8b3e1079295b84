import { quoting } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import { MAX_PICTURED } from '../story.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/** A story selects each claim once. Its picture has claims of the story, at most MAX_PICTURED, each once. */
export const checkStoryClaims = ({ stories }: Pick<ModelObjects, 'stories'>): readonly RuleProblem[] =>
  stories.flatMap(({ item: { claimIds, pictureIds } }, i) => {
    const told = new Set<string>(claimIds)
    const problemAt = (list: 'claimIds' | 'pictureIds', j: number, message: string): RuleProblem =>
      brokenRule(['stories', i, list, j], message)
    return [
      ...repeated(claimIds).map((j) => problemAt('claimIds', j, quoting`${claimIds[j] ?? ''} is told twice: keep one`)),
      ...repeated(pictureIds).map((j) =>
        problemAt('pictureIds', j, quoting`${pictureIds[j] ?? ''} is in the picture twice: keep one`),
      ),
      ...pictureIds.flatMap((id, j) =>
        told.has(id) ? [] : problemAt('pictureIds', j, quoting`${id} is no claim of the story: add it to claims`),
      ),
      ...(pictureIds.length > MAX_PICTURED
        ? [problemAt('pictureIds', MAX_PICTURED, `a picture has at most ${MAX_PICTURED} claims`)]
        : []),
    ]
  })

/** Returns the indices of items that stand earlier in the list too. */
function repeated(ids: readonly string[]): readonly number[] {
  const known = new Set<string>()
  return ids.flatMap((id, j) => (known.size === known.add(id).size ? [j] : []))
}
