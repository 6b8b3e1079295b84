import type { Status } from '../claim-status-types.ts'
import type { Predicate } from '../predicate.ts'
import type { Slug } from '../slug.ts'

/**
 * Roles that join a thing and a claim. Party and Document are subject or object, SpeakingDocument is a source in its own
 * words, and Claim is the object of another claim.
 */
export const NEIGHBOUR_KINDS = [
  'Party',
  'Claimant',
  'Document',
  'SpeakingDocument',
  'DataCategory',
  'Use',
  'Claim',
] as const
export type NeighbourKind = (typeof NEIGHBOUR_KINDS)[number]

export interface NeighbourFilter {
  readonly status: readonly Status[] | null
  readonly predicate: readonly Predicate[] | null
  /** Maximum number of claims of each thing. */
  readonly limit: number
}

export interface Neighbours {
  /** Number of all claims. */
  readonly degree: number
  /** Claim ids, the most contested first. */
  readonly claimIds: readonly Slug[]
}
