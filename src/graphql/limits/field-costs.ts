import { DEFAULT_PAGE } from '../connection.ts'

type Args = Readonly<Record<string, unknown>>

/** What a field costs beside the fields that are asked below it. */
export interface FieldCost {
  /** Points for what must be read before anything can be told; about one for each claim. */
  readonly reads: number
  /** Points for counting the whole of a list, each time that it is asked for. */
  readonly count: number
  /** How long the lists of the answer may be, by field, where the arguments tell. */
  readonly lists: Readonly<Record<string, number>>
}

/** A timeline and a comparison read several hundred claims of an entity whole, however little of them is told. */
const CLAIMS_OF_ENTITY = 1000
/** Counts, searches and statuses of a day look through much of the record. */
const LOOKED_THROUGH = 400
/** The lists below all things of a level are counted together. */
const COUNTED_TOGETHER = 2

/** Plain lists have no stated length. All of one field together are as long as this for each thing, and this once. */
const USUAL_LIST = 3
const LONG_LIST = 30
/** A tree has no more steps than things: what goes down it must not count more at every level. */
const IN_TREE = 1
/** Of the whole record. */
const WHOLE_LIST = 200

const NOTHING: FieldCost = { reads: 0, count: 0, lists: {} }

const FIELD_COSTS: Readonly<Record<string, (args: Args) => Partial<FieldCost>>> = {
  'Query.claims': (args) => ({
    reads: pageOf(args) + filtering(args, 'text', 'validOn', 'assertedBetween'),
    count: LOOKED_THROUGH,
  }),
  'Query.entities': (args) => ({ reads: filtering(args, 'text'), count: LOOKED_THROUGH }),
  'Query.sources': (args) => ({ reads: filtering(args, 'text'), count: LOOKED_THROUGH }),
  'Query.stories': () => ({ reads: 0, count: LOOKED_THROUGH }),
  'Query.search': () => ({ reads: LOOKED_THROUGH }),
  'Query.stats': () => ({ reads: 2 * LOOKED_THROUGH }),
  // What an entity is the subject or object of, and what it said.
  'Query.timeline': ({ entity, story }) => ({ reads: (entity ? 2 : story ? 1 : 0) * CLAIMS_OF_ENTITY }),
  'Query.compare': ({ entities }) => ({
    reads: lengthOf(entities) * CLAIMS_OF_ENTITY,
    lists: { rows: 20 + 10 * lengthOf(entities), columns: 20, cells: 50 * lengthOf(entities) },
  }),
  'Query.graph': ({ limit }) => ({
    reads: LOOKED_THROUGH + sizeOf(limit),
    lists: { nodes: sizeOf(limit), edges: 3 * sizeOf(limit) },
  }),
  'Query.paths': ({ limit }) => ({ reads: 2 * LOOKED_THROUGH, lists: { paths: sizeOf(limit) } }),
}

/** @param field the name of its type and its own, such as Query.claims */
export function fieldCostOf(field: string, args: Args, isPaged: boolean): FieldCost {
  const own = FIELD_COSTS[field]?.(args)
  const listed = field === 'Query.nodes' ? 0 : valuesIn(args)
  if (!isPaged) return { ...NOTHING, ...own, reads: (own?.reads ?? 0) + listed }
  const page = pageOf(args)
  // A page of claims below a thing is read whole, as one that is asked for at the top is.
  const reads = (own?.reads ?? page) + listed
  return { count: COUNTED_TOGETHER, lists: { nodes: page, edges: page }, ...own, reads }
}

/** How many things a list may bring that hangs below so many. */
export function lengthOfList(field: string, args: Args, times: number): number {
  if (field === 'Query.nodes') return lengthOf(args['ids'])
  const exact = EXACT[field]
  if (exact !== undefined) return exact * times
  const usual = /\.(narrower|broader)$/.test(field) ? IN_TREE : USUAL_LIST
  return usual * times + LONG_LIST
}

/** Lists that are never longer, or that the whole record has one of. */
const EXACT: Readonly<Record<string, number>> = {
  'Path.nodes': 7,
  'Path.edges': 6,
  'Path.claims': 7,
  'Stats.byKind': 6,
  'Stats.byStatus': 9,
  'Query.dataCategories': WHOLE_LIST,
  'Query.uses': WHOLE_LIST,
  'Query.revisions': WHOLE_LIST,
}

/** The fields that have a price or a length of their own; a test holds them to the schema. */
export const PRICED_FIELDS: readonly string[] = [...Object.keys(FIELD_COSTS), ...Object.keys(EXACT)]

const pageOf = ({ first, last }: Args): number => sizeOf(first ?? last ?? DEFAULT_PAGE)
const sizeOf = (argument: unknown): number => (typeof argument === 'number' ? Math.max(0, argument) : 0)
const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0)

/** Points for the values of lists at any depth: each of them is looked for. Those of `nodes` count as things. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const values = Object.values(value).reduce((sum: number, one: unknown) => sum + valuesIn(one), 0)
  return values + lengthOf(value)
}

/** Points for a filter that no index answers alone. */
function filtering({ filter }: Args, ...keys: readonly string[]): number {
  if (typeof filter !== 'object' || filter === null) return 0
  const given = Object.entries(filter).filter(([key, value]) => keys.includes(key) && value != null)
  return given.length * LOOKED_THROUGH
}
