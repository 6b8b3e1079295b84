import { quoting } from '../../text/printable.ts'
import type { ClaimRelation } from '../claim.ts'
import type { ModelObjects } from '../model-objects.ts'
import { nodesInCycles } from './nodes-in-cycles.ts'
import { brokenRule, type RuleProblem } from './rule-problem.ts'

/**
 * A relation names two assertions or none. Those that it names are derived from each other, on the two claims, and no assertion is
 * derived from itself through others. A relation of a claim with itself names two.
 */
export function checkDescents(objects: Pick<ModelObjects, 'assertions' | 'relations'>): readonly RuleProblem[] {
  const claims = new Map(objects.assertions.map(({ item }) => [item.id, item.claimId]))
  const inCycle = nodesInCycles(derivations(objects))
  return objects.relations.flatMap(({ item }, i) => {
    const problem = problemOf(item, claims, inCycle)
    return problem === null ? [] : [brokenRule(['relations', i, ...problem.path], problem.message)]
  })
}

interface Problem {
  readonly path: readonly string[]
  readonly message: string
}

function problemOf(
  relation: ClaimRelation,
  claims: ReadonlyMap<string, string>,
  inCycle: ReadonlySet<string>,
): Problem | null {
  const { kind, fromAssertionId: from, toAssertionId: to, fromClaimId, toClaimId } = relation
  if (from === undefined && to === undefined) {
    if (fromClaimId !== toClaimId) return null
    return {
      path: ['toClaimId'],
      message: 'is the same claim: name the two assertions that are derived, or another claim',
    }
  }
  if (from === undefined || to === undefined)
    return { path: [], message: 'names one of two assertions: give both fromAssertion and toAssertion, or none' }
  if (kind !== 'DERIVED_FROM')
    return { path: ['kind'], message: `${kind} is between claims: leave the assertions out, or write DERIVED_FROM` }
  const other = [
    { path: ['fromAssertionId'], id: from, claimId: fromClaimId },
    { path: ['toAssertionId'], id: to, claimId: toClaimId },
  ].find(({ id, claimId }) => (claims.get(id) ?? claimId) !== claimId)
  if (other)
    return { path: other.path, message: quoting`${other.id} is no assertion of ${other.claimId}: name one of it` }
  if (from === to || inCycle.has(from))
    return { path: ['toAssertionId'], message: quoting`${from} is derived from itself: break the cycle` }
  return null
}

function derivations({ relations }: Pick<ModelObjects, 'relations'>): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>()
  for (const { item } of relations) {
    const { fromAssertionId: from, toAssertionId: to } = item
    if (from === undefined || to === undefined) continue
    const known = next.get(from)
    if (known) known.push(to)
    else next.set(from, [to])
  }
  return next
}
