import { MAX_DESCENT } from '../../domain/descent.ts'
import { STANDING_NAMES } from '../../domain/standing.ts'
import { MAX_PICTURED } from '../../domain/story.ts'
import { THING_KINDS } from '../../domain/thing-kind.ts'
import { DEFAULT_PAGE } from '../connection.ts'

type Args = Readonly<Record<string, unknown>>

/** Cost of a field without the fields selected below it. */
export interface FieldCost {
  /** Points for reads before the field can return anything; about one for each claim. */
  readonly reads: number
  /** Points for each selected `totalCount`. */
  readonly count: number
  /** Estimated or maximum lengths of lists in the result, by field, if the arguments determine them. */
  readonly lists: Readonly<Record<string, number>>
}

/**
 * Points for several hundred claims of an entity, which a timeline or a comparison reads in full, however little it
 * returns.
 */
const CLAIMS_OF_ENTITY = 1000
/** Points for a count, a search or a status on a day, which scan much of the database. */
const LOOKED_THROUGH = 400
/** Points for `totalCount` of a nested list: one statement counts the lists of all objects of a level. */
const COUNTED_TOGETHER = 2

/** Estimated length of a list without pages: USUAL_LIST for each object that has it, and LONG_LIST once. */
const USUAL_LIST = 3
const LONG_LIST = 30
/** Estimated length of a list of concepts in a tree, so that a query down the tree does not grow at every level. */
const IN_TREE = 1
/** Estimated length of a list of all concepts or all revisions. */
const LIST_OF_ALL = 200

/** Estimated cost of a mutation, which reads everything that its change touches. */
const WRITE: Partial<FieldCost> = { reads: 50 }

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
  // A search for each word, and for the frequent ones together.
  'Query.similarClaims': ({ limit }) => ({ reads: 3 * LOOKED_THROUGH, lists: { claims: sizeOf(limit) } }),
  'Query.stats': () => ({ reads: 2 * LOOKED_THROUGH }),
  // An entity takes two reads: claims that name it, and claims on which it made an assertion.
  'Query.timeline': ({ entity, story }) => ({ reads: (entity ? 2 : story ? 1 : 0) * CLAIMS_OF_ENTITY }),
  'Query.comparison': ({ entities }) => ({
    reads: lengthOf(entities) * CLAIMS_OF_ENTITY,
    lists: { rows: 20 + 10 * lengthOf(entities), columns: 20, cells: 50 * lengthOf(entities) },
  }),
  // Each step may read a claim.
  'Claim.descents': () => ({ reads: 3 }),
  'Query.graph': ({ limit }) => ({
    reads: LOOKED_THROUGH + sizeOf(limit),
    lists: { nodes: sizeOf(limit), edges: 3 * sizeOf(limit) },
  }),
  'Query.paths': ({ limit }) => ({ reads: 2 * LOOKED_THROUGH, lists: { paths: sizeOf(limit) } }),
}

/** @param field coordinate, such as Query.claims */
export function fieldCostOf(field: string, args: Args, isPaged: boolean): FieldCost {
  const own = FIELD_COSTS[field]?.(args) ?? (field.startsWith('Mutation.') ? WRITE : undefined)
  const listed = field === 'Query.nodes' ? 0 : valuesIn(args)
  if (!isPaged) return { ...NOTHING, ...own, reads: (own?.reads ?? 0) + listed }
  const page = pageOf(args)
  // Claims of a nested page are read in full, as those of Query.claims are.
  const reads = (own?.reads ?? page) + listed
  return { count: COUNTED_TOGETHER, lists: { nodes: page, edges: page }, ...own, reads }
}

/** Number of objects that a list may return. @param times number of objects that have the list */
export function lengthOfList(field: string, args: Args, times: number): number {
  if (field === 'Query.nodes') return lengthOf(args['ids'])
  const known = OWN_LENGTHS[field]
  if (known !== undefined) return known * times
  const usual = /\.(narrower|broader)$/.test(field) ? IN_TREE : USUAL_LIST
  return usual * times + LONG_LIST
}

/**
 * Maximum lengths of bounded lists, and estimated lengths of short lists and of lists that the database has once. They replace
 * USUAL_LIST and LONG_LIST.
 */
const OWN_LENGTHS: Readonly<Record<string, number>> = {
  'Claim.descents': USUAL_LIST,
  'Descent.steps': MAX_DESCENT,
  'Story.picture': MAX_PICTURED,
  'Path.nodes': 7,
  'Path.edges': 6,
  'Path.claims': 7,
  'Stats.byKind': THING_KINDS.length,
  'Stats.byStatus': STANDING_NAMES.length,
  'Query.dataCategories': LIST_OF_ALL,
  'Query.uses': LIST_OF_ALL,
  'Query.revisions': LIST_OF_ALL,
}

/** Coordinates with a cost or a length of their own; a test compares them with the schema. */
export const PRICED_FIELDS: readonly string[] = [...Object.keys(FIELD_COSTS), ...Object.keys(OWN_LENGTHS)]

const pageOf = ({ first, last }: Args): number => sizeOf(first ?? last ?? DEFAULT_PAGE)
const sizeOf = (argument: unknown): number => (typeof argument === 'number' ? Math.max(0, argument) : 0)
const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0)

/** Number of values in lists at any depth. Each costs a point, since it is a lookup. Values of `nodes` count as objects instead. */
function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const values = Object.values(value).reduce((sum: number, one: unknown) => sum + valuesIn(one), 0)
  return values + lengthOf(value)
}

/** Points for filter keys that need a scan, since no index covers them. */
function filtering({ filter }: Args, ...keys: readonly string[]): number {
  if (typeof filter !== 'object' || filter === null) return 0
  const given = Object.entries(filter).filter(([key, value]) => keys.includes(key) && value != null)
  return given.length * LOOKED_THROUGH
}
