import type { SearchCandidate, ThingKind } from '../domain/graph-store.ts'
import { rankHits, type SearchHit } from '../domain/search-rank.ts'
import type { PageContext } from './page.ts'

interface Wanted {
  /** How many candidates are looked at. */
  readonly among: number
  /** All unless given. */
  readonly kinds?: readonly ThingKind[]
  readonly isWanted?: (candidate: SearchCandidate) => boolean
}

/** What holds all the terms, in the order of a search. */
export async function findHits(
  terms: readonly string[],
  { among, kinds, isWanted = () => true }: Wanted,
  { store, messages }: PageContext,
  revision: number,
): Promise<readonly SearchHit[]> {
  const { candidates } = await store.searchCandidates(terms, kinds ?? null, among, revision)
  return rankHits(candidates.filter(isWanted), terms, messages.tag)
}

/** What holds each of the terms, in the order of the terms. */
export async function findEach(
  terms: readonly string[],
  among: number,
  { store }: PageContext,
  revision: number,
): Promise<readonly (readonly SearchCandidate[])[]> {
  const found = await Promise.all(terms.map((term) => store.searchCandidates([term], null, among, revision)))
  return found.map(({ candidates }) => candidates)
}
