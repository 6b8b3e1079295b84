import { queryTerms } from '../text/search-text.ts'
import { similarityTo } from '../text/similarity.ts'
import type { GraphStore } from './graph-store.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'
import type { ThingKind } from './thing-kind.ts'

/** A slug that no thing of its kind has or had at a revision. */
export interface UnknownSlug {
  readonly kind: ThingKind
  readonly slug: Slug
  readonly revision: RevisionNumber
}

const NEAR = 3
/** Characters that a word of a suggestion shares with the slug: most typing errors are later in a word. */
const BEGINNING = 3
/** Things that are compared for each word. */
const LOOKED_AT = 100
/** Similarity from which a slug is suggested, from 0 to 1. */
const MIN_SIMILARITY = 0.35

/**
 * Finds slugs of the same kind that are written alike, most similar first.
 * @param searches number of searches, one for the beginning of each of the longest words
 */
export async function nearSlugs(
  store: Pick<GraphStore, 'thingsWithTerms'>,
  { kind, slug, revision }: UnknownSlug,
  searches: number,
): Promise<readonly Slug[]> {
  const words = queryTerms(slug.slice(0, 200).replaceAll('-', ' ')).toSorted((a, b) => b.length - a.length)
  const beginnings = words.map((word) => [...word].slice(0, BEGINNING).join(''))
  const terms = [...new Set(beginnings)].slice(0, searches)
  const found = await Promise.all(terms.map((term) => store.thingsWithTerms([term], [kind], LOOKED_AT, revision)))
  const likeness = similarityTo(slug)
  const candidates = [...new Set(found.flatMap(({ things }) => things.map(({ id }) => id)))]
  return candidates
    .map((id) => ({ id, similarity: likeness(id) }))
    .filter(({ similarity }) => similarity >= MIN_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
    .slice(0, NEAR)
    .map(({ id }) => id)
}
