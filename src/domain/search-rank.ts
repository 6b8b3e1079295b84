import { words } from '../text/fold.ts'
import { baseOf } from '../text/languages.ts'
import { SEARCH_FIELDS, type SearchCandidate, type SearchField, THING_KINDS, type ThingKind } from './graph-store.ts'

/** A thing that was found, and which of its texts says why. */
export interface SearchHit {
  readonly kind: ThingKind
  readonly id: string
  readonly matched: SearchField
  /** Where the words stand in the matched text: Unicode code points, half-open. */
  readonly highlights: readonly TextRange[]
  /** Smaller is better; unique, and plain string order is the order of the hits. */
  readonly sortKey: string
}

export interface TextRange {
  readonly start: number
  readonly end: number
}

/** How well a text fits, best first. A whole that only several texts together hold comes last. */
const FITS = ['EXACT', 'BEGINNING', 'ALL_WORDS', 'SOME_WORDS'] as const

/**
 * The order of a search, the same on every engine: how well the best text fits, what kind of text it is, then the kind
 * of thing, then its slug. A text in the wanted language wins over an equal one in another.
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
  const fieldWords = words(field.value)
  const weight = String(SEARCH_FIELDS.indexOf(field.field)).padStart(2, '0')
  const missing = terms.filter((term) => !fieldWords.some((word) => word.startsWith(term))).length
  const isWanted = field.language === null || baseOf(field.language) === baseOf(language)
  return [FITS.indexOf(fitOf(fieldWords, terms, missing)), String(missing), weight, isWanted ? '0' : '1'].join('.')
}

function fitOf(fieldWords: readonly string[], terms: readonly string[], missing: number): (typeof FITS)[number] {
  if (missing > 0) return 'SOME_WORDS'
  const said = terms.join(' ')
  const text = fieldWords.join(' ')
  if (text === said) return 'EXACT'
  return text.startsWith(said) ? 'BEGINNING' : 'ALL_WORDS'
}

/** Whole words that begin with a term, as they stand in the text: folding may change lengths, so words are compared. */
export function highlightsOf(text: string, terms: readonly string[]): readonly TextRange[] {
  const ranges: TextRange[] = []
  const characters = [...text]
  for (let start = 0; start < characters.length; ) {
    let end = start
    while (end < characters.length && isOfWord(characters[end] ?? '')) end += 1
    const fieldWords = words(characters.slice(start, end).join(''))
    if (fieldWords.some((word) => terms.some((term) => word.startsWith(term)))) ranges.push({ start, end })
    start = Math.max(end, start + 1)
  }
  return ranges
}

/** What folding makes a part of a word: ™ and ⽇ are signs that fold to letters. */
const isOfWord = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter.normalize('NFKD')) || /\p{M}/u.test(letter)
