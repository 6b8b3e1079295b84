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
  export: 150,
  // Reading and checking a query. Its own cost is added after it is known.
  graphql: 6,
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

/** Additional points of a network layout and of a search. */
const NETWORK_POINTS = 400
const SEARCH_POINTS = 150

/** Returns the route of a request. @param url path and query, as requested */
export function routeOf(url: string): RouteName {
  const segment = /^\/([^/?]*)/.exec(url)?.[1] ?? ''
  return segment === '' ? 'home' : (NAMES.get(segment) ?? 'other')
}

/** Returns the highest cost of a response that is not cached, in the points of `graphql/limits/cost.ts`. */
export function requestCost(url: string): number {
  const points = POINTS[routeOf(url)]
  if (/[?&]view=network\b/.test(url)) return points + NETWORK_POINTS
  return /[?&]q=[^&]/.test(url) ? points + SEARCH_POINTS : points
}

/** Bytes of a query that are read, parsed and checked for one point. */
const BYTES_PER_POINT = 64

/**
 * Returns the points of a query before its own cost is known: refusing a long query takes as long as a short response.
 */
export const queryRequestCost = (length: number): number => POINTS.graphql + Math.floor(length / BYTES_PER_POINT)

/** Fields of an introspection response for one point. */
const INTROSPECTED_PER_POINT = 40

/** Returns the points of an introspection for admission and rate limit. `extensions.cost` leaves them out. */
export const pointsOfIntrospection = (size: number): number => Math.ceil(size / INTROSPECTED_PER_POINT)

function isRouteName(text: string): text is RouteName {
  return Object.hasOwn(POINTS, text)
}
