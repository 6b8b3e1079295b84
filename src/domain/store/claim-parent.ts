/** What a list of claims may hang below. */
export const CLAIM_PARENTS = ['Story', 'Subject', 'Claimant', 'Source', 'DataCategory', 'Use'] as const
export type ClaimParent = (typeof CLAIM_PARENTS)[number]
