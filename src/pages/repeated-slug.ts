import { canonicalText } from '../text/canonical-text.ts'

/**
 * Returns the first slug that a list of slugs has twice, such as `x` in `x,linkedin,x`. Null for a list without repeats.
 * A comparison of a thing with itself is refused as a mistake.
 */
export function repeatedSlug(slugs: string): string | null {
  const seen = new Set<string>()
  for (const slug of slugs.split(',').map(canonicalText)) {
    if (slug !== '' && seen.has(slug)) return slug
    seen.add(slug)
  }
  return null
}
