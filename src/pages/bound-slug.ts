import { truncate } from '../text/short-message.ts'
import type { TopicKind } from './page-topic.ts'

/** UTF-16 units of a slug in an address; no slug has more than 120. */
const MAX_SLUG = 200
/** Entities of an address that are looked for; a comparison has at most five of them. */
const MAX_ENTITIES = 20

/**
 * The slug of an address, of a comparison several with commas between them and each once. A part that is longer than
 * any slug is cut and names nothing, so that no page repeats it whole.
 * @param kind null for an address that is none of ours
 */
export function boundSlug(kind: TopicKind | null, wanted: string): string {
  if (kind !== 'compare') return truncate(wanted, MAX_SLUG)
  const slugs = new Set(wanted.split(',').filter((slug) => slug !== ''))
  return [...slugs]
    .slice(0, MAX_ENTITIES)
    .map((slug) => truncate(slug, MAX_SLUG))
    .join(',')
}
