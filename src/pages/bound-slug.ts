import { truncate } from '../text/short-message.ts'
import type { TopicKind } from './page-topic.ts'

/** Maximum length of a slug in a path, in UTF-16 units; no slug is longer than 120. */
const MAX_SLUG = 200
/** Maximum number of entities in a path that are looked up; a comparison has at most five. */
const MAX_ENTITIES = 20

/**
 * Bounds the slug of a path; a comparison has several, separated by commas, each kept once. A part longer than any slug is cut. It
 * then names nothing, and no page repeats it in full.
 * @param kind kind of the page; null for a path that is not ours
 */
export function boundSlug(kind: TopicKind | null, wanted: string): string {
  if (kind !== 'compare') return truncate(wanted, MAX_SLUG)
  const slugs = new Set(wanted.split(',').filter((slug) => slug !== ''))
  return [...slugs]
    .slice(0, MAX_ENTITIES)
    .map((slug) => truncate(slug, MAX_SLUG))
    .join(',')
}
