import type { GraphStore } from '../../domain/graph-store.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import type { TopicKind } from '../page-topic.ts'

/** Maximum number of slugs that are checked; a path may have thousands. */
const LOOKED_AT = 20

/** Slugs of a path; a comparison has several. */
export const slugsOf = (kind: TopicKind | null, wanted: string): readonly Slug[] =>
  (kind === 'compare' ? wanted.split(/[, ]/).filter((slug) => slug !== '') : [wanted]).map(toSlug)

/** Slugs of a path that are unknown. */
export async function unknownSlugs(
  kind: TopicKind | null,
  wanted: string,
  store: GraphStore,
  revision: RevisionNumber,
): Promise<readonly Slug[]> {
  const slugs = [...new Set(slugsOf(kind, wanted))].slice(0, LOOKED_AT)
  if (kind !== 'compare') return slugs
  const entities = await store.entities(slugs, revision)
  return slugs.filter((_, i) => entities[i] === null)
}
