import { queryTerms } from '../text/search-text.ts'
import { similarityTo } from '../text/similarity.ts'
import { withoutStopWords } from '../text/stop-words.ts'
import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'
import type { ThingKind } from './thing-kind.ts'

/** A slug, or words of a name, that nothing has, and the kinds of things that may be meant. */
export interface WantedName {
  readonly text: string
  /** Null for all kinds. */
  readonly kinds: readonly ThingKind[] | null
  readonly revision: RevisionNumber
}

/** A thing that may be meant, with its known names. */
export interface NamedCandidate {
  readonly kind: ThingKind
  readonly id: Slug
  readonly names: readonly string[]
}

/** A thing whose slug or name has a similar spelling to a wanted one. */
export interface NearThing {
  readonly kind: ThingKind
  readonly id: Slug
  /** Similarity of the slug, or of the nearest known name, from 0 to 1. */
  readonly likeness: number
}

interface NearBounds {
  /** Number of things that are wanted. */
  readonly limit: number
  /** Largest number of searches. */
  readonly searches: number
  /** Likeness from which a thing is near, from 0 to 1. */
  readonly minLikeness: number
  /** Candidates beside those that are searched for. */
  readonly more?: readonly NamedCandidate[]
}

/** Words that are searched for: the longest ones. */
const MAX_WORDS = 4
/** Characters that a word of a thing shares with a wanted one: most typing errors are later in a word. */
const BEGINNING = 3
/** Things that one search finds. */
const LOOKED_AT = 200
/** UTF-16 units that are read of a wanted name. */
const MAX_WANTED = 200

/** Returns the words of a slug or a name, folded. */
export const wordsOfWanted = (text: string): readonly string[] =>
  queryTerms(text.slice(0, MAX_WANTED).replaceAll('-', ' '))

/** Returns the words that are searched for, without those that name nothing, and the beginnings by which near things are found. */
export function termsOfWanted(text: string): {
  readonly words: readonly string[]
  readonly beginnings: readonly string[]
} {
  const words = [...withoutStopWords(wordsOfWanted(text))].toSorted((a, b) => b.length - a.length).slice(0, MAX_WORDS)
  return { words, beginnings: [...new Set(words.map(beginningOf))] }
}

/**
 * Finds things that share the beginning of a word with a wanted name, most similar first. More than `limit` things
 * are returned if several are as similar as the last one: the caller chooses among them. If too many things share a
 * beginning, the complete word is searched for.
 */
export async function nearThings(
  store: Pick<GraphStore, 'thingsWithTerms'>,
  { text, kinds, revision }: WantedName,
  { limit, searches, minLikeness, more = [] }: NearBounds,
): Promise<readonly NearThing[]> {
  const find = (terms: readonly string[]) =>
    Promise.all(terms.map((term) => store.thingsWithTerms([term], kinds, LOOKED_AT, revision)))
  const { words, beginnings: all } = termsOfWanted(text)
  const beginnings = all.slice(0, searches)
  const byBeginning = await find(beginnings)
  // A complete search for a beginning has found everything that the complete word finds.
  const incomplete = beginnings.filter((_, i) => !byBeginning[i]?.complete)
  const left = words.filter((word) => !beginnings.includes(word) && incomplete.includes(beginningOf(word)))
  const byWord = await find(left.slice(0, searches - beginnings.length))

  const likenessTo = similarityTo(text)
  const found = [...byBeginning, ...byWord].flatMap(({ things }) => things.map((one) => ({ ...one, names: [] })))
  const near = new Map<string, NearThing>()
  for (const { kind, id, names } of [...found, ...more.filter(({ kind }) => kinds?.includes(kind) ?? true)]) {
    const known = near.get(`${kind}:${id}`)?.likeness ?? 0
    near.set(`${kind}:${id}`, { kind, id, likeness: Math.max(known, ...[id, ...names].map(likenessTo)) })
  }
  const sorted = [...near.values()]
    .filter(({ likeness }) => likeness >= minLikeness)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
  const least = sorted[limit - 1]?.likeness ?? 0
  return sorted.filter(({ likeness }) => likeness >= least)
}

const beginningOf = (word: string): string => [...word].slice(0, BEGINNING).join('')
