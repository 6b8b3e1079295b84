/** The things whose claims a list may hold. */
export const CLAIM_PARENTS = ['Story', 'Subject', 'Claimant', 'Source', 'DataCategory', 'Use'] as const
export type ClaimParent = (typeof CLAIM_PARENTS)[number]
