import { searchTerms, wordTest } from '../../../src/text/search-text.ts'
import type { NaturalClaim, NaturalData } from './natural-data.ts'

/**
 * Creates a search as Sanad's: a word finds its other forms too ("jual" finds "penjualan"). The peers find beginnings of
 * words alone, so a question for all of them has only texts for which both find the same number of claims.
 */
export function createFormSearch({ claims }: NaturalData): (text: string) => number {
  const byWord = new Map<string, NaturalClaim[]>()
  for (const claim of claims) {
    for (const word of claim.searchWords) {
      const group = byWord.get(word)
      if (group) group.push(claim)
      else byWord.set(word, [claim])
    }
  }
  const byTerm = new Map<string, ReadonlySet<NaturalClaim>>()
  const withTerm = (term: string): ReadonlySet<NaturalClaim> => {
    const known = byTerm.get(term)
    if (known) return known
    const isFound = wordTest(term)
    const found = new Set([...byWord].flatMap(([word, having]) => (isFound(word) ? having : [])))
    byTerm.set(term, found)
    return found
  }
  return (text) => {
    const [first = new Set<NaturalClaim>(), ...rest] = searchTerms(text).map(withTerm)
    return [...first].filter((claim) => rest.every((others) => others.has(claim))).length
  }
}
