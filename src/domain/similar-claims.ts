import { toSearchedText, withStems, wordOfTerm, words, wordTest } from '../text/search-text.ts'
import { withoutStopWords } from '../text/stop-words.ts'
import { DomainError } from './errors.ts'
import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'
import type { SearchField } from './store/search-candidate.ts'

/** A claim whose texts have words of a text. */
export interface SimilarClaim {
  readonly id: Slug
  /** Weight of the found words among all words of the text, from 0 to 1. Rare words weigh more. */
  readonly score: number
  /** Words of the text that the texts of the claim have, in the order of the text. */
  readonly words: readonly string[]
}

export interface SimilarClaims {
  /** The most similar first; of equal scores the one whose text is nearest. */
  readonly claims: readonly SimilarClaim[]
  /** False if more claims have the words than were compared, or the text has more words than were searched for. */
  readonly complete: boolean
}

/** The part of the port that finds similar claims. */
export type SimilarClaimsStore = Pick<GraphStore, 'thingsWithTerms' | 'thingsWithAnyTerm' | 'searchFields'>

/** Words of a text that are searched for; each is a search. */
export const MAX_SIMILAR_WORDS = 16
const MAX_WORD_LENGTH = 64
/** Claims that are read for one word. A word that more claims have distinguishes few of them. */
const MAX_WITH_WORD = 200
/** Claims whose texts are compared. */
const MAX_COMPARED = 60
/** Those of them that one search for all words scores highest: it finds the claims that have many frequent words. */
const MAX_NEAREST = 40
/** Score below which a claim is not similar. */
const MIN_SCORE = 0.25

/**
 * Finds claims by the words of a text, such as a sentence of an article. A claim need not have all of them: those with the
 * most words in common come first, and rare words count more than frequent ones.
 * @param limit number of claims at most, from 1
 * @throws DomainError BAD_INPUT with the argument `text` for a text without words
 */
export async function similarClaims(
  store: SimilarClaimsStore,
  { text, limit }: { readonly text: string; readonly limit: number },
  revision: RevisionNumber,
): Promise<SimilarClaims> {
  const all = [...new Set(words(text).map((word) => [...word].slice(0, MAX_WORD_LENGTH).join('')))]
  if (all.length === 0)
    throw new DomainError('BAD_INPUT', 'There is no word to search for: send at least one.', { argument: 'text' })
  const named = withoutStopWords(all)
  const terms = withStems(named.slice(0, MAX_SIMILAR_WORDS))
  const found = await Promise.all(terms.map((term) => withTerm(store, term, revision)))
  const nearest = await store.thingsWithAnyTerm(terms, ['Claim'], MAX_NEAREST, revision)
  const weights = found.map(({ ids, complete }) => weightOf(complete ? ids.length : Number.POSITIVE_INFINITY))
  const candidates = new Map<Slug, number>()
  for (const [i, { ids }] of found.entries())
    for (const id of ids) candidates.set(id, (candidates.get(id) ?? 0) + (weights[i] ?? 0))
  const heaviest = [...candidates].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
  const compared = [...new Set([...nearest.things.map(({ id }) => id), ...heaviest.map(([id]) => id)])]
    .slice(0, MAX_COMPARED)
    .map((id) => ({ kind: 'Claim' as const, id }))
  const texts = await store.searchFields(compared, revision)
  const weight = weights.reduce((sum, one) => sum + one, 0)
  const compareTexts = createComparison(terms.map(wordTest))
  const scored = compared.map(({ id }, i) => {
    const { isFound, closeness } = compareTexts(texts[i] ?? [])
    const score = weights.reduce((sum, one, place) => sum + (isFound[place] ? one : 0), 0) / weight
    const common = terms.filter((_, place) => isFound[place]).map(wordOfTerm)
    return { id, score: rounded(score), words: common, closeness }
  })
  return {
    claims: scored
      .filter(({ score }) => score >= MIN_SCORE)
      .sort((a, b) => b.score - a.score || b.closeness - a.closeness || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ closeness: _, ...claim }) => claim),
    complete:
      named.length <= MAX_SIMILAR_WORDS && candidates.size <= MAX_COMPARED && found.every(({ complete }) => complete),
  }
}

interface WithTerm {
  readonly ids: readonly Slug[]
  readonly complete: boolean
}

async function withTerm(store: SimilarClaimsStore, term: string, revision: RevisionNumber): Promise<WithTerm> {
  const { things, complete } = await store.thingsWithTerms([term], ['Claim'], MAX_WITH_WORD, revision)
  return { ids: things.map(({ id }) => id), complete }
}

/** Weight of a word, from the number of claims that have it. A word in no claim weighs as little as the most frequent one. */
const weightOf = (claims: number): number =>
  1 / (1 + Math.log2(1 + (claims === 0 ? MAX_WITH_WORD : Math.min(claims, MAX_WITH_WORD))))

interface Compared {
  /** For each test, whether a word of the texts passes it. */
  readonly isFound: readonly boolean[]
  /** Nearness of the nearest text, from 0 to 1: a short text with the same words is nearer than a long one. */
  readonly closeness: number
}

/** Creates a comparison of texts with words. Claims share most of their words, so each word is tested once. */
function createComparison(tests: readonly WordTest[]): (fields: readonly SearchField[]) => Compared {
  const known = new Map<string, readonly number[]>()

  /** Returns the places of the tests that a word of a text passes, in one of its forms. */
  function passedBy(word: string, language: string): readonly number[] {
    const key = `${language} ${word}`
    const found = known.get(key)
    if (found) return found
    const { words: own, parts } = toSearchedText(word, language)
    const passed = [...tests.keys()].filter((place) => [...own, ...parts].some((form) => tests[place]?.(form)))
    known.set(key, passed)
    return passed
  }

  return (fields) => {
    const all = new Set<number>()
    let closeness = 0
    for (const { value, language } of fields) {
      const base = language?.split('-')[0] ?? ''
      const own = value.split(/[^\p{L}\p{N}\p{M}'’]+/u)
      const passed = new Set(own.flatMap((word) => passedBy(word, base)))
      for (const place of passed) all.add(place)
      closeness = Math.max(closeness, passed.size / Math.sqrt(tests.length * own.length))
    }
    return { isFound: tests.map((_, place) => all.has(place)), closeness }
  }
}

type WordTest = (word: string) => boolean

const rounded = (score: number): number => Math.round(score * 1000) / 1000
