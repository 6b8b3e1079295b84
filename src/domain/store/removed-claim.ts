import type { RevisionNumber } from '../revision-number.ts'
/** By what a removed claim is found; Party is subject or object, Claimant said something on it. */
export const REMOVAL_PARENTS = ['Story', 'Party', 'Claimant', 'Source', 'DataCategory', 'Use'] as const
export type RemovalParent = (typeof REMOVAL_PARENTS)[number]

export interface RemovedClaim {
  readonly id: string
  /** The first revision that does not hold it any more. */
  readonly removedIn: RevisionNumber
}
