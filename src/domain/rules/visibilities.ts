import { quoting } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import { type Reference, referencesIn } from './references.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/**
 * No published object refers to a draft, so that public readers meet no broken reference.
 * @param published objects that are not drafts
 * @param isDraft whether a reference leads to a draft
 */
export function checkVisibilities(
  published: ModelObjects,
  isDraft: (reference: Reference) => boolean,
): readonly RuleProblem[] {
  const problems: RuleProblem[] = []
  for (const { kind, id, path } of referencesIn(published)) {
    if (!isDraft({ kind, id })) continue
    problems.push(brokenRule(path, quoting`${kind} ${id} is a draft: publish it too, or make this a draft`))
  }
  return problems
}
