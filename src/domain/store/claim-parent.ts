/** Parents of lists of claims. */
export const CLAIM_PARENTS = ['Story', 'Subject', 'About', 'Claimant', 'Source', 'DataCategory', 'Use'] as const
export type ClaimParent = (typeof CLAIM_PARENTS)[number]
