import { canonicalText } from '../../text/canonical-text.ts'

/** Path segment before a list of slugs. */
const LIST_SEGMENT = 'compare'

/**
 * Returns a path with minimal escapes, slugs in their canonical form, and no empty places in lists. Null if an escape is
 * malformed.
 */
export function canonicalPath(path: string): string | null {
  const segments = path.split('/')
  try {
    return segments.map((segment, i) => canonicalSegment(segment, segments[i - 1] === LIST_SEGMENT)).join('/')
  } catch {
    return null
  }
}

/** Returns slugs escaped and joined by commas. @throws URIError for a malformed escape */
function canonicalSegment(segment: string, isList: boolean): string {
  const slugs = decodeURIComponent(segment).split(',')
  return (isList ? slugs.filter((slug) => slug !== '') : slugs).map(toSegment).join(',')
}

/** Escapes a slug in its canonical form. A blank slug stays, since an empty segment would be another path. */
const toSegment = (slug: string): string => encodeURIComponent(canonicalText(slug) || slug)

/** Returns the named parameters in the given order, without empty ones. */
export function pick(query: URLSearchParams, ...names: readonly string[]): URLSearchParams {
  const picked = new URLSearchParams()
  for (const name of names) {
    const value = query.get(name)
    if (value) picked.set(name, value)
  }
  return picked
}
