import { createHash } from 'node:crypto'
import { createMapsSource } from './maps-source.ts'
import type { NaturalClaim, NaturalData } from './natural-data.ts'
import { createFormSearch } from './search-by-forms.ts'
import type { PeerSource } from './shape.ts'

export type Variables = Readonly<Record<string, unknown>>

/** Fewest sets of a question in a measurement: a copy of one response is then no help. */
export const MIN_SETS = 200
const MAX_SETS = 400
const LIST_SIZES = [20, 19, 18, 17, 16, 15, 14, 13, 12, 11]
const CARD_SIZES = [10, 9, 8, 7, 6, 5, 11, 12]
const GRAPH_LIMIT = 200
/** Sanad reads no more words of a search. */
const MAX_WORDS = 8
const PAIRS = [
  ['DISPUTED', 'ALLEGED'],
  ['STATED', 'CONFIRMED'],
  ['REPORTED', 'DENIED'],
  ['STATED', 'UNKNOWN'],
  ['ALLEGED', 'STATED'],
]

/** Every combination, the first of `sizes` with all things before the second, and so on. */
const combine = <A, B>(things: readonly A[], sizes: readonly B[], toSet: (thing: A, size: B) => Variables) =>
  sizes.flatMap((size) => things.map((thing) => toSet(thing, size))).slice(0, MAX_SETS)

export const cardSets = (data: NaturalData): readonly Variables[] =>
  combine(subjects(data), CARD_SIZES, (slug, first) => ({ slug, first }))

export const listSets = (data: NaturalData): readonly Variables[] =>
  combine(subjects(data), PAIRS, (slug, statuses) => ({ slug, statuses, first: 20 }))

/** Every combination of the statuses that claims have. */
export function recordSets(data: NaturalData): readonly Variables[] {
  const statuses = [...new Set(data.claims.map(({ status }) => status))].sort()
  const combinations = Array.from({ length: 2 ** statuses.length - 1 }, (_, index) =>
    statuses.filter((__, bit) => (index + 1) & (1 << bit)),
  )
  return combine(combinations, LIST_SIZES, (one, first) => ({ statuses: one, first }))
}

/** Entities with neighbours, the largest neighbourhoods that fit into one response first. */
export function neighbourhoodSets(data: NaturalData): readonly Variables[] {
  const { graph } = createMapsSource(data)
  const sizes = data.entities.flatMap(({ slug }) => {
    const found = graph(slug, GRAPH_LIMIT)
    return 'nodes' in found && found.complete && found.edges.length > 0 ? [{ slug, size: found.nodes.length }] : []
  })
  const roots = sizes.sort((a, b) => b.size - a.size || (a.slug < b.slug ? -1 : 1)).slice(0, MAX_SETS)
  const limits = [0, 1, 2, 3, 4, 5, 6, 7].map((less) => GRAPH_LIMIT - less)
  return combine(roots, limits, ({ slug, size }, limit) => ({ root: `Entity:${slug}`, limit: Math.max(size, limit) }))
}

/** Words that most claims have. */
export function searchSets(data: NaturalData): readonly Variables[] {
  const counts = new Map<string, number>()
  for (const word of data.claims.flatMap(({ searchWords }) => searchWords)) {
    if (/^[a-z]{3,}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const { search } = createMapsSource(data)
  const countByForms = createFormSearch(data)
  const words: string[] = []
  for (const [word] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    if (words.length === MAX_SETS) break
    if (countOf(search(word, data.claims.length)) === countByForms(word)) words.push(word)
  }
  return combine(words, [10, 9, 8, 7], (text, first) => ({ text, first }))
}

/** Words of slugs that one claim alone has. */
export function rareSets(data: NaturalData): readonly Variables[] {
  const { search } = createMapsSource(data)
  const countByForms = createFormSearch(data)
  const found: Variables[] = []
  for (const { slug } of shuffle(data.claims, ({ slug }) => slug)) {
    if (found.length === MAX_SETS) break
    const words = slug.split('-')
    const text = words.join(' ')
    const hits = words.length > MAX_WORDS ? null : search(text, 2)
    if (hits && countOf(hits) === 1 && countByForms(text) === 1) found.push({ text, first: 10 })
  }
  return found
}

export function categorySets(data: NaturalData): readonly Variables[] {
  const { claims } = createMapsSource(data)
  const counted = data.data.flatMap(({ slug }) => {
    const found = claims({ dataCategory: slug }, 1)
    return 'totalCount' in found && found.totalCount > 0 ? [{ slug, count: found.totalCount }] : []
  })
  const slugs = counted.sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1)).map(({ slug }) => slug)
  return combine(slugs.slice(0, MAX_SETS), LIST_SIZES, (slug, first) => ({ slug, first }))
}

const countOf = (hits: ReturnType<PeerSource['search']>): number => ('nodes' in hits ? hits.nodes.length : 0)

/** Entities with claims about them, most claims first. */
function subjects({ claims }: NaturalData): readonly string[] {
  const counts = new Map<string, number>()
  for (const { subject } of claims.filter(isAboutEntity)) counts.set(subject.slug, (counts.get(subject.slug) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([slug]) => slug)
}

const isAboutEntity = ({ subject }: NaturalClaim): boolean => subject.kind === 'Entity'

/** A fixed order without meaning, the same in every run. */
export const shuffle = <T>(things: readonly T[], keyOf: (thing: T) => string): readonly T[] =>
  things
    .map((thing) => ({ thing, key: createHash('sha256').update(keyOf(thing)).digest('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ thing }) => thing)
