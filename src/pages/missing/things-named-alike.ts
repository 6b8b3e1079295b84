import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { MatchingThings } from '../../domain/store/search-candidate.ts'
import { createSuggestions } from '../../text/nearest.ts'
import { queryTerms } from '../../text/search-text.ts'
import type { PageContext } from '../page.ts'
import { pageAfter } from '../page-cursor.ts'

/** Entities, and concepts of a kind, whose names are compared. */
const COMPARED = 100
/** Pairs of characters. */
const BUDGET = 1_000_000
/** Shortest word that is compared. Names of three letters are all alike. */
const MIN_WORD = 4

/**
 * Things with a word in a name that is at most two letters from a searched one, wherever they differ: of the first
 * hundred entities by name, and of a hundred data categories and uses each.
 */
export async function thingsNamedAlike(
  words: readonly string[],
  { store }: PageContext,
  revision: RevisionNumber,
): Promise<MatchingThings['things']> {
  const searched = words.filter((word) => word.length >= MIN_WORD)
  if (searched.length === 0) return []
  const [entities, data, uses] = await Promise.all([
    store.entityPage({}, 'NAME', pageAfter(COMPARED, null), revision),
    store.conceptTree('DataCategory', revision),
    store.conceptTree('Use', revision),
  ])
  const nearest = createSuggestions(BUDGET)
  const named = [
    ...entities.items.map(({ id, names }) => ({ kind: 'Entity' as const, id, names })),
    ...data.all.slice(0, COMPARED).map(({ id, names }) => ({ kind: 'DataCategory' as const, id, names })),
    ...uses.all.slice(0, COMPARED).map(({ id, names }) => ({ kind: 'Use' as const, id, names })),
  ]
  return named.flatMap(({ kind, id, names }) => {
    const own = names.flatMap(({ value }) => queryTerms(value)).filter((word) => word.length >= MIN_WORD)
    return searched.some((word) => nearest(word, own, stepsFor(word)) !== null) ? [{ kind, id }] : []
  })
}

/** Letters by which a word may differ: one of four or five, two of more. */
const stepsFor = (word: string): number => (word.length < 6 ? 1 : 2)
