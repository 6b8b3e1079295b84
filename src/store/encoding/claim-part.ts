import { createHash } from 'node:crypto'

/** Number of parts. A part has about 100 of 100,000 claims. */
export const CLAIM_PARTS = 1024

/**
 * Number of the part of a claim, from 0, by the hash of its slug. The claim index reads claims part by part, by equality, since
 * the embedded engine has no range index.
 */
export const partOfClaim = (slug: string): number =>
  createHash('sha256').update(slug).digest().readUInt32BE(0) % CLAIM_PARTS
