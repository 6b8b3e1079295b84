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

export interface SearchCandidate {
  readonly kind: ThingKind
  readonly id: Slug
  readonly fields: readonly SearchField[]
}

export interface SearchCandidates {
  readonly candidates: readonly SearchCandidate[]
  /** False where there were more than the limit. */
  readonly complete: boolean
}
