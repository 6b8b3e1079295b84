import { highlightsOf, type TextRange } from '../text/highlights.ts'
import { baseOf } from '../text/languages.ts'
import { toSearchedText } from '../text/search-text.ts'
import type { Slug } from './slug.ts'
import { SEARCH_FIELDS, type SearchCandidate, type SearchField } from './store/search-candidate.ts'
import { THING_KINDS, type ThingKind } from './thing-kind.ts'

/** A search result, with the text that matched. */
export interface SearchHit {
  readonly kind: ThingKind
  readonly id: Slug
  readonly matched: SearchField
  /** Ranges of the matching words in the text: Unicode code points, half-open. */
  readonly highlights: readonly TextRange[]
  /** Sort key, unique; the string order is the order of the results, best first. */
  readonly sortKey: string
}

/** Grades of a match, best first. A match of all words in several texts together is last. */
const FITS = ['EXACT', 'BEGINNING', 'ALL_WORDS', 'SOME_WORDS'] as const

/**
 * Ranks search results, the same on every engine: by the grade of the best text, its kind, the kind of the thing, then the slug.
 * Of two equal texts, the one in the requested language wins.
 */
export function rankHits(
  candidates: readonly SearchCandidate[],
  terms: readonly string[],
  language: string,
): readonly SearchHit[] {
  const hits = candidates.flatMap((candidate) => toHit(candidate, terms, language) ?? [])
  return hits.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
}

function toHit(candidate: SearchCandidate, terms: readonly string[], language: string): SearchHit | null {
  const [best] = candidate.fields
    .map((field) => ({ field, key: fieldKey(field, terms, language) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  if (!best) return null
  const kind = String(THING_KINDS.indexOf(candidate.kind))
  return {
    kind: candidate.kind,
    id: candidate.id,
    matched: best.field,
    highlights: highlightsOf(best.field.value, terms),
    sortKey: `${best.key}|${kind}|${candidate.id}`,
  }
}

function fieldKey(field: SearchField, terms: readonly string[], language: string): string {
  const { words, isFoundBy } = toSearchedText(field.value)
  const weight = String(SEARCH_FIELDS.indexOf(field.field)).padStart(2, '0')
  const missing = terms.filter((term) => !isFoundBy(term)).length
  const isWanted = field.language === null || baseOf(field.language) === baseOf(language)
  return [FITS.indexOf(fitOf(words, terms, missing)), String(missing), weight, isWanted ? '0' : '1'].join('.')
}

function fitOf(fieldWords: readonly string[], terms: readonly string[], missing: number): (typeof FITS)[number] {
  if (missing > 0) return 'SOME_WORDS'
  const said = terms.join(' ')
  const text = fieldWords.join(' ')
  if (text === said) return 'EXACT'
  return text.startsWith(said) ? 'BEGINNING' : 'ALL_WORDS'
}
