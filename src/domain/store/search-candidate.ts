import type { Slug } from '../slug.ts'
import type { ThingKind } from '../thing-kind.ts'

/** Where a text was found; heaviest first. */
export const SEARCH_FIELDS = [
  'PREFERRED',
  'ALIAS',
  'FORMER',
  'TITLE',
  'EXTERNAL_ID',
  'SLUG',
  'WORDING',
  'ABOUT',
  'CLAIMANT',
  'QUOTE',
  'TRANSLATION',
  'OBJECT',
  'CONDITION',
  'SUMMARY',
  'DEFINITION',
] as const
export type SearchFieldKind = (typeof SEARCH_FIELDS)[number]

export interface SearchField {
  readonly field: SearchFieldKind
  readonly language: string | null
  readonly value: string
}

/** Largest number of things that one search finds. */
export const MAX_FOUND = 1000

export interface SearchRequest {
  /** Folded (text/search-text.ts); a thing is found by all of them. */
  readonly terms: readonly string[]
  /** Its text wins against an equal one in another language. */
  readonly language: string
  /** Null for all kinds. */
  readonly kinds: readonly ThingKind[] | null
  /** Number of the best things that are returned, from 1 to MAX_FOUND. */
  readonly limit: number
}

export interface FoundThing {
  readonly kind: ThingKind
  readonly id: Slug
  /** Unique; the string order is the order of the results, best first. */
  readonly sortKey: string
}

export interface FoundThings {
  /** The best, in order. */
  readonly things: readonly FoundThing[]
  /** Number of things found, at most MAX_FOUND. */
  readonly total: number
  /** False where more than MAX_FOUND things have the terms. Exact names are found first, then beginnings of names. */
  readonly complete: boolean
}

/** Things with the terms, unranked. */
export interface MatchingThings {
  readonly things: readonly { readonly kind: ThingKind; readonly id: Slug }[]
  /** False where there were more than the limit. */
  readonly complete: boolean
}
