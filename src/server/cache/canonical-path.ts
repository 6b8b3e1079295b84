/** Kinds whose name is a list of slugs. */
const OF_A_LIST = 'compare'

/** A path in one spelling: what need not be escaped is not, and lists have no empty places; null where it cannot be read. */
export function canonicalPath(path: string): string | null {
  const segments = path.split('/')
  try {
    return segments.map((segment, i) => canonicalSegment(segment, segments[i - 1] === OF_A_LIST)).join('/')
  } catch {
    return null
  }
}

/** Slugs with commas between them, each escaped. @throws URIError */
function canonicalSegment(segment: string, isList: boolean): string {
  const slugs = decodeURIComponent(segment).split(',')
  return (isList ? slugs.filter((slug) => slug !== '') : slugs).map(encodeURIComponent).join(',')
}

/** The parameters named, in this order, of those that have a value. */
export function pick(query: URLSearchParams, ...names: readonly string[]): URLSearchParams {
  const picked = new URLSearchParams()
  for (const name of names) {
    const value = query.get(name)
    if (value) picked.set(name, value)
  }
  return picked
}
