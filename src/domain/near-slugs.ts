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
/** Words of a slug that are searched for. */
const MAX_WORDS = 3
/** Characters that a word of a suggestion shares with the slug: most typing errors are later in a word. */
const BEGINNING = 3
const LOOKED_AT = 100
/** Similarity from which a slug is suggested, from 0 to 1. */
const MIN_SIMILARITY = 0.35

/** Finds slugs of the same kind that are written alike, most similar first, by at most three searches. */
export async function nearSlugs(
  store: Pick<GraphStore, 'search'>,
  { kind, slug, revision }: UnknownSlug,
): Promise<readonly Slug[]> {
  const words = queryTerms(slug.slice(0, 200).replaceAll('-', ' ')).slice(0, MAX_WORDS)
  const terms = [...new Set(words.map((word) => [...word].slice(0, BEGINNING).join('')))]
  const search = (term: string) =>
    store.search({ terms: [term], language: 'en', kinds: [kind], limit: LOOKED_AT }, revision)
  const found = await Promise.all(terms.map(search))
  const likeness = similarityTo(slug)
  const candidates = [...new Set(found.flatMap(({ things }) => things.map(({ id }) => id)))]
  return candidates
    .map((id) => ({ id, similarity: likeness(id) }))
    .filter(({ similarity }) => similarity >= MIN_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
    .slice(0, NEAR)
    .map(({ id }) => id)
}
