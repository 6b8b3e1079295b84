import { quoting } from '../../text/printable.ts'
import type { ModelObjects } from '../model-objects.ts'
import { propositionKey } from '../proposition-key.ts'
import { brokenRule, type ObjectPath, type RuleProblem } from './rule-problem.ts'

interface Known {
  readonly claimId: string
  readonly path: ObjectPath
}

/**
 * No two claims have the same proposition. Otherwise a dispute would be split into one claim that is stated and another
 * that is denied.
 */
export function checkSameClaims({ claims }: Pick<ModelObjects, 'claims'>): readonly RuleProblem[] {
  const problems: RuleProblem[] = []
  const known = new Map<string, Known>()
  for (const [index, { item }] of claims.entries()) {
    const key = propositionKey(item)
    const other = known.get(key)
    if (other) problems.push(brokenRule(['claims', index, 'id'], sameAs(other)))
    else known.set(key, { claimId: item.id, path: ['claims', index, 'id'] })
  }
  return problems
}

const sameAs = ({ claimId, path }: Known): RuleProblem['message'] => ({
  other: path,
  messageAt: ({ position }) => quoting`claims the same as ${claimId} (${position}): give its assertions to that one`,
})
