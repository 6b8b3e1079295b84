import type { Assertion } from '../assertion.ts'
import { liveAssertions } from '../claim-status.ts'
import type { ModelObjects } from '../model-objects.ts'
import type { RuleProblem } from './rule-problem.ts'

const MESSAGE =
  'denies what no live assertion affirms, alleges or guesses, here or on a related claim: record who said, asked or feared it, relate the claim on which they did, or choose STATES with NEGATES'

/**
 * Warns of live denials that reject nothing in the data: no live assertion affirms their claim or one that a relation
 * joins to it. A warning refuses nothing, since the rejected words may be known and not recorded.
 */
export function denialsOfNothing({
  assertions,
  relations,
}: Pick<ModelObjects, 'assertions' | 'relations'>): readonly RuleProblem[] {
  const live = liveIds(assertions.map(({ item }) => item))
  const affirmed = new Set(
    assertions.flatMap(({ item }) => (live.has(item.id) && item.polarity === 'AFFIRMS' ? [item.claimId] : [])),
  )
  const mentioned = new Set(affirmed)
  for (const { item } of relations) {
    if (affirmed.has(item.fromClaimId)) mentioned.add(item.toClaimId)
    if (affirmed.has(item.toClaimId)) mentioned.add(item.fromClaimId)
  }
  return assertions.flatMap(({ item: { id, stance, claimId } }, i): readonly RuleProblem[] => {
    if (stance !== 'DENIES' || !live.has(id) || mentioned.has(claimId)) return []
    return [{ code: 'NOTHING_DENIED', path: ['assertions', i, 'stance'], message: MESSAGE }]
  })
}

/** A retraction ends assertions of its own claim only, so one pass over all claims gives the live ones of each. */
const liveIds = (assertions: readonly Assertion[]): ReadonlySet<string> =>
  new Set(liveAssertions(assertions, { validOn: null }).map(({ id }) => id))
