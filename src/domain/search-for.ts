import { searchTerms, termsWithoutStopWords } from '../text/search-text.ts'
import type { FoundThings } from './store/search-candidate.ts'

/** Results of a search, with the terms that found them. */
export interface TextSearch extends FoundThings {
  readonly terms: readonly string[]
}

/** Searches for all words of a text and, if nothing has them all, for those of a question that name something. */
export async function searchFor(
  text: string,
  search: (terms: readonly string[]) => Promise<FoundThings>,
): Promise<TextSearch> {
  const terms = searchTerms(text)
  const found = await search(terms)
  const named = found.total === 0 ? termsWithoutStopWords(text) : null
  return named === null ? { ...found, terms } : { ...(await search(named)), terms: named }
}
