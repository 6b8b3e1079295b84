import type { RevisionNumber } from '../revision-number.ts'
import type { Slug } from '../slug.ts'
import type { ThingKind } from '../thing-kind.ts'
import type { FoundThings, MatchingThings, SearchField, SearchRequest } from './search-candidate.ts'

/** The reads of the port that search. */
export interface SearchReads {
  /** Things that a search finds, best first: ranked by domain/folded-texts.ts, then by kind and slug. */
  search(request: SearchRequest, revision: RevisionNumber): Promise<FoundThings>
  /** Things with all terms, of these kinds or of all, unordered. */
  thingsWithTerms(
    terms: readonly string[],
    kinds: readonly ThingKind[] | null,
    limit: number,
    revision: RevisionNumber,
  ): Promise<MatchingThings>
  /** Things with any of the terms, of these kinds: those with more of the terms, and with rarer ones, first. */
  thingsWithAnyTerm(
    terms: readonly string[],
    kinds: readonly ThingKind[],
    limit: number,
    revision: RevisionNumber,
  ): Promise<MatchingThings>
  /** Texts by which things are found, as stored; in the order of the things, none for an unknown one. */
  searchFields(
    things: readonly { readonly kind: ThingKind; readonly id: Slug }[],
    revision: RevisionNumber,
  ): Promise<readonly (readonly SearchField[])[]>
}
