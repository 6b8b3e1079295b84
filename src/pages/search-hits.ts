import type { RevisionNumber } from '../domain/revision-number.ts'
import { rankHits, type SearchHit } from '../domain/search-rank.ts'
import type { SearchCandidate, SearchCandidates } from '../domain/store/search-candidate.ts'
import type { ThingKind } from '../domain/thing-kind.ts'
import type { PageContext } from './page.ts'

interface Wanted {
  /** Number of candidates that are ranked. */
  readonly among: number
  /** Kinds of things; all unless given. */
  readonly kinds?: readonly ThingKind[]
  readonly isWanted?: (candidate: SearchCandidate) => boolean
}

/** Finds things that match all terms, ranked. */
export async function findHits(
  terms: readonly string[],
  { among, kinds, isWanted = () => true }: Wanted,
  { store, messages }: PageContext,
  revision: RevisionNumber,
): Promise<readonly SearchHit[]> {
  const { candidates } = await store.searchCandidates(terms, kinds ?? null, among, revision)
  return rankHits(candidates.filter(isWanted), terms, messages.tag)
}

/** Finds things for each term, in the order of the terms. */
export async function findEach(
  terms: readonly string[],
  among: number,
  { store }: PageContext,
  revision: RevisionNumber,
): Promise<readonly SearchCandidates[]> {
  return Promise.all(terms.map((term) => store.searchCandidates([term], null, among, revision)))
}
