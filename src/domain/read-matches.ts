import { DomainError } from './errors.ts'
import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import { matchOf, type SearchMatch } from './search-rank.ts'
import type { FoundThing, SearchRequest } from './store/search-candidate.ts'

type Matches = ReadonlyMap<FoundThing, SearchMatch>

/** Reads the texts of search results in one statement, and chooses the text of each that matched. */
export async function readMatches(
  store: Pick<GraphStore, 'searchFields'>,
  things: readonly FoundThing[],
  { terms, language }: Pick<SearchRequest, 'terms' | 'language'>,
  revision: RevisionNumber,
): Promise<Matches> {
  const fields = await store.searchFields(things, revision)
  const matches = new Map<FoundThing, SearchMatch>()
  for (const [place, thing] of things.entries()) {
    const match = matchOf(fields[place] ?? [], terms, language)
    if (match !== null) matches.set(thing, match)
  }
  return matches
}

/** @throws DomainError INTERNAL where the database lacks the texts of a result */
export function matchIn(matches: Matches, thing: FoundThing): SearchMatch {
  const match = matches.get(thing)
  if (match) return match
  throw new DomainError('INTERNAL', `The database lacks the texts of ${thing.kind} ${thing.id}.`)
}
