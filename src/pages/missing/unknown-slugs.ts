import type { GraphStore } from '../../domain/graph-store.ts'
import type { TopicKind } from '../page-topic.ts'

/** Nobody compares more; an address may name thousands. */
const LOOKED_AT = 20

/** The slugs that an address names: of a comparison several. */
export const slugsOf = (kind: TopicKind | null, wanted: string): readonly string[] =>
  kind === 'compare' ? wanted.split(/[, ]/).filter((slug) => slug !== '') : [wanted]

/** What of an address that shows nothing is not in the record: of a comparison only those that are not. */
export async function unknownSlugs(
  kind: TopicKind | null,
  wanted: string,
  store: GraphStore,
  revision: number,
): Promise<readonly string[]> {
  const slugs = [...new Set(slugsOf(kind, wanted))].slice(0, LOOKED_AT)
  if (kind !== 'compare') return slugs
  const entities = await store.entities(slugs, revision)
  return slugs.filter((_, i) => entities[i] === null)
}
