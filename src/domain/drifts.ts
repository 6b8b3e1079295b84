import type { Assertion } from './assertion.ts'
import type { Claim, ClaimRelation } from './claim.ts'
import type { ClaimStatus } from './claim-status-types.ts'

interface Derivable {
  readonly claim: Claim
  readonly assertions: readonly Assertion[]
  readonly relations?: readonly ClaimRelation[]
}

/**
 * Returns the relations that say how the words of a deciding assertion changed on their way into its source. A party that
 * contradicts itself in a paraphrase may not have done so in its own words, so a contradiction is never told without them.
 */
export function driftsOf({ claim, assertions, relations = [] }: Derivable, { because }: ClaimStatus): ClaimRelation[] {
  const sources = new Set(assertions.filter(({ id }) => because.includes(id)).map(({ sourceId }) => sourceId))
  return relations.filter(
    ({ kind, fromClaimId, sourceId, drift }) =>
      kind === 'DERIVED_FROM' &&
      fromClaimId === claim.id &&
      drift !== null &&
      sourceId !== null &&
      sources.has(sourceId),
  )
}
