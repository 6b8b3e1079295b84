import type { Status } from '../claim-status-types.ts'
import type { Predicate } from '../predicate.ts'
import type { Slug } from '../slug.ts'
import type { Evidentiality, Stance } from '../stance.ts'

/** Every key given must hold; lists mean "any of". Null and absent mean no restriction. */
export interface ClaimFilter {
  readonly story?: Slug | null | undefined
  readonly subject?: Slug | null | undefined
  /** Subject or object. */
  readonly party?: Slug | null | undefined
  /** Neither subject nor object. */
  readonly notParty?: Slug | null | undefined
  readonly predicate?: readonly Predicate[] | null | undefined
  /** Already widened to the narrower concepts by the caller. */
  readonly data?: readonly Slug[] | null | undefined
  readonly uses?: readonly Slug[] | null | undefined
  readonly status?: readonly Status[] | null | undefined
  readonly stance?: readonly Stance[] | null | undefined
  readonly claimant?: Slug | null | undefined
  readonly source?: Slug | null | undefined
  /** Something on it was read in any of these documents. */
  readonly sources?: readonly Slug[] | null | undefined
  /** Only claims on which nothing was read in this document; with `source`, on which that one takes a side that this does not. */
  readonly notInSource?: Slug | null | undefined
  /** `claimant`, `source` and `sources` find entries that were withdrawn too: for those who tell of them. */
  readonly alsoWithdrawn?: boolean | undefined
  readonly evidentiality?: readonly Evidentiality[] | null | undefined
  readonly object?: Slug | null | undefined
  /** A day (partial date) on which it may hold and on which a document may have held it; `status` is that of this day. */
  readonly validOn?: string | null | undefined
  readonly assertedBetween?: SaidBetween | null | undefined
  /** Claim ids found by a text search. */
  readonly ids?: readonly Slug[] | null | undefined
}

export const CLAIM_ORDERS = ['SLUG', 'MOST_CONTESTED', 'FIRST_ASSERTED', 'LAST_ASSERTED'] as const
export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

/** Inclusive partial dates. What was said on no known day matches only if `undated` says so. */
export interface SaidBetween {
  readonly from?: string | null | undefined
  readonly until?: string | null | undefined
  readonly undated?: boolean | null | undefined
}
