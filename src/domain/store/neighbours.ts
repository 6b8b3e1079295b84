import type { Status } from '../claim-status-types.ts'
import type { Predicate } from '../predicate.ts'

/** By what a thing and a claim are joined: Party and Document are subject or object, Claim is what others are about. */
export const NEIGHBOUR_KINDS = ['Party', 'Claimant', 'Document', 'DataCategory', 'Use', 'Claim'] as const
export type NeighbourKind = (typeof NEIGHBOUR_KINDS)[number]

export interface NeighbourFilter {
  readonly status: readonly Status[] | null
  readonly predicate: readonly Predicate[] | null
  /** How many claims of each thing at most. */
  readonly limit: number
}

export interface Neighbours {
  /** How many claims there are in all. */
  readonly degree: number
  /** The most contested first. */
  readonly claimIds: readonly string[]
}
