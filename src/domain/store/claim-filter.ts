import type { Predicate } from '../predicate.ts'
import type { Slug } from '../slug.ts'
import type { Evidentiality, Stance } from '../stance.ts'
import type { Standing } from '../standing.ts'

/** A claim must match every given key; of a list, one value is enough. Null and absent mean no restriction. */
export interface ClaimFilter {
  readonly story?: Slug | null | undefined
  readonly subject?: Slug | null | undefined
  /** Subject or object. */
  readonly party?: Slug | null | undefined
  /** Subject, object, or mentioned (domain/mentions.ts). */
  readonly about?: Slug | null | undefined
  /** Neither subject nor object. */
  readonly notParty?: Slug | null | undefined
  readonly predicate?: readonly Predicate[] | null | undefined
  /** Includes the narrower concepts, which the caller adds. */
  readonly data?: readonly Slug[] | null | undefined
  readonly uses?: readonly Slug[] | null | undefined
  readonly standings?: readonly Standing[] | null | undefined
  readonly stance?: readonly Stance[] | null | undefined
  readonly claimant?: Slug | null | undefined
  readonly source?: Slug | null | undefined
  /** Slugs of sources; an assertion on the claim was read in one of them. */
  readonly sources?: readonly Slug[] | null | undefined
  /** Source in which no assertion on the claim was read; with `source`, one that does not take a side that `source` takes. */
  readonly notInSource?: Slug | null | undefined
  /** Whether `claimant`, `source` and `sources` match withdrawn assertions too, for lists of corrections. */
  readonly alsoWithdrawn?: boolean | undefined
  readonly evidentiality?: readonly Evidentiality[] | null | undefined
  readonly object?: Slug | null | undefined
  /** Partial date on which the claim may be valid and in a source; `standings` are those of this day. */
  readonly validOn?: string | null | undefined
  readonly assertedBetween?: SaidBetween | null | undefined
  /** Claim ids found by a text search. */
  readonly ids?: readonly Slug[] | null | undefined
}

export const CLAIM_ORDERS = ['SLUG', 'MOST_CONTESTED', 'FIRST_ASSERTED', 'LAST_ASSERTED'] as const
export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

/** Inclusive partial dates. Assertions without a known day match only with `undated`. */
export interface SaidBetween {
  readonly from?: string | null | undefined
  readonly until?: string | null | undefined
  readonly undated?: boolean | null | undefined
}
