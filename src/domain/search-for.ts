import { searchTerms, termsWithoutStopWords } from '../text/search-text.ts'
import { actSearchIn } from './act-search.ts'
import type { FoundThings } from './store/search-candidate.ts'

/** Results of a search, with the terms that found them. */
export interface TextSearch extends FoundThings {
  readonly terms: readonly string[]
}

/**
 * Searches for all words of a text. If nothing is found, searches without stop words ("who", "says"), and then without
 * words for an act ("denied") too.
 */
export async function searchFor(
  text: string,
  search: (terms: readonly string[]) => Promise<FoundThings>,
): Promise<TextSearch> {
  const terms = searchTerms(text)
  let found = { ...(await search(terms)), terms }
  for (const named of [termsWithoutStopWords(text), actSearchIn(text)?.terms ?? null])
    if (found.total === 0 && named !== null) found = { ...(await search(named)), terms: named }
  return found
}
