import { createSuggestions } from '../text/nearest.ts'
import { queryTerms } from '../text/search-text.ts'
import type { GraphStore } from './graph-store.ts'
import { type NamedCandidate, type WantedName, wordsOfWanted } from './near-things.ts'

/** Number of entities, of data categories and of uses whose names are compared. */
const COMPARED = 100
/** Pairs of characters that are compared. */
const BUDGET = 1_000_000
/** Shortest word that is compared. Names of three letters are all alike. */
const MIN_WORD = 4

/**
 * Finds things with a word in a name that is at most two letters from a wanted one, wherever they differ: of the first
 * hundred entities by name, and of a hundred data categories and uses each.
 */
export async function thingsNamedAlike(
  store: Pick<GraphStore, 'entityPage' | 'conceptTree'>,
  { text, kinds, revision }: WantedName,
): Promise<readonly NamedCandidate[]> {
  const wanted = wordsOfWanted(text).filter((word) => word.length >= MIN_WORD)
  if (wanted.length === 0) return []
  const isOf = (kind: NamedCandidate['kind']): boolean => kinds?.includes(kind) ?? true
  const conceptsOf = async (kind: 'DataCategory' | 'Use') =>
    isOf(kind) ? (await store.conceptTree(kind, revision)).all.slice(0, COMPARED) : []
  const [entities, data, uses] = await Promise.all([
    isOf('Entity') ? store.entityPage({}, 'NAME', FIRST_ENTITIES, revision) : { items: [] },
    conceptsOf('DataCategory'),
    conceptsOf('Use'),
  ])
  const nearest = createSuggestions(BUDGET)
  const named = [
    ...entities.items.map(({ id, names }) => ({ kind: 'Entity' as const, id, names })),
    ...data.map(({ id, names }) => ({ kind: 'DataCategory' as const, id, names })),
    ...uses.map(({ id, names }) => ({ kind: 'Use' as const, id, names })),
  ]
  return named.flatMap(({ kind, id, names }): readonly NamedCandidate[] => {
    const values = names.map(({ value }) => value)
    const own = values.flatMap(queryTerms).filter((word) => word.length >= MIN_WORD)
    const isAlike = wanted.some((word) => nearest(word, own, stepsFor(word)) !== null)
    return isAlike ? [{ kind, id, names: values }] : []
  })
}

const FIRST_ENTITIES = { limit: COMPARED, backwards: false, cursor: null }

/** Letters by which a word may differ: one of four or five, two of more. */
const stepsFor = (word: string): number => (word.length < 6 ? 1 : 2)
