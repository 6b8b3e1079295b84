import type { RevisionNumber } from '../revision-number.ts'
import type { Slug } from '../slug.ts'
/** Parents by which removed claims are found: Party is the subject or object, Claimant has an assertion on the claim. */
export const REMOVAL_PARENTS = ['Story', 'Party', 'Claimant', 'Source', 'DataCategory', 'Use'] as const
export type RemovalParent = (typeof REMOVAL_PARENTS)[number]

export interface RemovedClaim {
  readonly id: Slug
  /** First revision without it. */
  readonly removedIn: RevisionNumber
}
