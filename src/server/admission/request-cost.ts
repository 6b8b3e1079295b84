/** Cost points of a response that is not cached, by the first segment of its path: about 20 per millisecond of work. */
const POINTS = {
  home: 50,
  claim: 150,
  entity: 800,
  source: 600,
  story: 800,
  data: 800,
  use: 800,
  compare: 800,
  embed: 150,
  card: 400,
  image: 800,
  oembed: 60,
  feed: 800,
  // More than any query may cost, so that a file of up to 50,000 URLs runs in the lane of exports.
  sitemap: 10_001,
  // For a claim; `exportCost` has other kinds.
  export: 150,
  // Reading and checking a query. Its own cost is added after it is known.
  graphql: 6,
  // Reading the request. The work is added after it is known.
  reconcile: 6,
  mcp: 6,
  healthz: 0,
  readyz: 0,
  metrics: 0,
  assets: 0,
  other: 20,
} as const satisfies Readonly<Record<string, number>>

/** Names of routes in metrics, a closed list. */
export type RouteName = keyof typeof POINTS

const NAMES: ReadonlyMap<string, RouteName> = new Map(
  Object.keys(POINTS).flatMap((text): [string, RouteName][] => (isRouteName(text) ? [[text, text]] : [])),
)

/** Additional points of a network layout, of a search, and of each filter that no index covers. */
const NETWORK_POINTS = 400
const SEARCH_POINTS = 150
const SCAN_POINTS = 400
const SCANNING: ReadonlyMap<string, string> = new Map([
  ['validOn', 'validOn'],
  ['text', 'text'],
  // Three parameters of one filter.
  ...['assertedFrom', 'assertedTo', 'undated'].map((name): [string, string] => [name, 'assertedBetween']),
])
/** Points of an export, by its kind: those of the page with the same content. */
const EXPORT_POINTS = { claim: POINTS.claim, source: POINTS.source }

/** Returns the route of a request. @param url path and query, as requested */
export function routeOf(url: string): RouteName {
  let end = 1
  while (end < url.length && url[end] !== '/' && url[end] !== '?') end += 1
  const segment = url.startsWith('/') ? url.slice(1, end) : ''
  return segment === '' ? 'home' : (NAMES.get(segment) ?? 'other')
}

/** Returns the highest cost of a response that is not cached, in the points of `graphql/limits/cost.ts`. */
export function requestCost(url: string): number {
  if (routeOf(url) === 'export') return exportCost(url)
  const points = POINTS[routeOf(url)]
  if (/[?&]view=network\b/.test(url)) return points + NETWORK_POINTS
  return /[?&]q=[^&]/.test(url) ? points + SEARCH_POINTS : points
}

/** Points of a streamed file of any number of claims: more than any query may cost, so that it runs in the lane of exports. */
const FILE_POINTS = 10_001

function exportCost(url: string): number {
  const [path = '', query = ''] = url.split('?')
  const [, , kind, slug] = path.split('/')
  if (slug === undefined) return FILE_POINTS
  const points = kind === 'claim' || kind === 'source' ? EXPORT_POINTS[kind] : POINTS.story
  const scans = new Set([...new URLSearchParams(query).keys()].flatMap((name) => SCANNING.get(name) ?? []))
  return points + scans.size * SCAN_POINTS
}

/** Bytes of a query that are read, parsed and checked for one point. */
const BYTES_PER_POINT = 64

/**
 * Returns the points of reading and checking a query, by its length in UTF-16 units. Its own cost is added later.
 */
export const queryRequestCost = (length: number): number => POINTS.graphql + Math.floor(length / BYTES_PER_POINT)

/** Fields of an introspection response for one point. */
const INTROSPECTED_PER_POINT = 40

/** Returns the points of an introspection for admission and rate limit. `extensions.cost` leaves them out. */
export const pointsOfIntrospection = (size: number): number => Math.ceil(size / INTROSPECTED_PER_POINT)

/** Points of a search for slugs that are spelt like an unknown slug. */
const SUGGESTION_POINTS = 40

/** Returns the points of searches for suggestions, for admission and rate limit. `extensions.cost` leaves them out. */
export const pointsOfSuggestions = (searches: number): number => searches * SUGGESTION_POINTS

function isRouteName(text: string): text is RouteName {
  return Object.hasOwn(POINTS, text)
}
