/** Points of one answer that has to be made, by the first segment of its path: about 20 for a millisecond of work. */
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
  // Reading and checking a question; its own cost comes on top once it is known.
  graphql: 6,
  healthz: 0,
  readyz: 0,
  metrics: 0,
  assets: 0,
  other: 20,
} as const satisfies Readonly<Record<string, number>>

/** The closed list of routes, as metrics name them. */
export type RouteName = keyof typeof POINTS

const NAMES: ReadonlyMap<string, RouteName> = new Map(
  Object.keys(POINTS).flatMap((text): [string, RouteName][] => (isRouteName(text) ? [[text, text]] : [])),
)

/** Placing a network, and searching, take longer than the rest of their routes. */
const NETWORK_POINTS = 400
const SEARCH_POINTS = 150

/** @param url path and query, as requested */
export function routeOf(url: string): RouteName {
  const segment = /^\/([^/?]*)/.exec(url)?.[1] ?? ''
  return segment === '' ? 'home' : (NAMES.get(segment) ?? 'other')
}

/** Most points of an answer that has to be made, in the unit of `graphql/limits/cost.ts`. */
export function requestCost(url: string): number {
  const points = POINTS[routeOf(url)]
  if (/[?&]view=network\b/.test(url)) return points + NETWORK_POINTS
  return /[?&]q=[^&]/.test(url) ? points + SEARCH_POINTS : points
}

/** Characters of a question that are read, parsed and checked for one point. */
const BYTES_PER_POINT = 64

/** Points of a question before its own cost is known: to refuse a long one takes as long as a short answer. */
export const queryRequestCost = (length: number): number => POINTS.graphql + Math.floor(length / BYTES_PER_POINT)

/** Fields of an introspection's answer that are made for one point. */
const INTROSPECTED_PER_POINT = 40

/** Points of an introspection for admission and for the limit of a client; `extensions.cost` leaves them out. */
export const pointsOfIntrospection = (size: number): number => Math.ceil(size / INTROSPECTED_PER_POINT)

function isRouteName(text: string): text is RouteName {
  return Object.hasOwn(POINTS, text)
}
