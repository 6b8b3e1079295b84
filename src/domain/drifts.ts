import type { Assertion } from './assertion.ts'
import type { Claim, ClaimRelation } from './claim.ts'
import type { ClaimStatus } from './claim-status-types.ts'

interface Derivable {
  readonly claim: Claim
  readonly assertions: readonly Assertion[]
  readonly relations?: readonly ClaimRelation[]
}

/**
 * Returns the relations that say how the words of a deciding assertion changed on their way into its source: those of
 * the assertion or, if they name none, of its source. A party that contradicts itself in a paraphrase may not have done
 * so in its own words, so a contradiction is never shown without these relations.
 */
export function driftsOf({ claim, assertions, relations = [] }: Derivable, { because }: ClaimStatus): ClaimRelation[] {
  const deciding = assertions.filter(({ id }) => because.includes(id))
  return relations.filter(
    ({ kind, fromClaimId, fromAssertionId, sourceId, drift }) =>
      kind === 'DERIVED_FROM' &&
      fromClaimId === claim.id &&
      drift !== null &&
      deciding.some((one) => (fromAssertionId ? one.id === fromAssertionId : one.sourceId === sourceId)),
  )
}
