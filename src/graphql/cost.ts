import { type DocumentNode, type GraphQLSchema, getNamedType, isListType, isNonNullType } from 'graphql'
import { type ComplexityEstimatorArgs, getComplexity, simpleEstimator } from 'graphql-query-complexity'
import { DEFAULT_PAGE } from './connection.ts'

/** The most that one question may cost; about 300 whole claims with all that is said on them. */
export const MAX_COST = 10_000

/** Plain lists have no stated length: a claim has about this many assertions, data or names. */
const USUAL_LIST = 5

/**
 * What a question may cost at most, in points: one for each field of each thing that it may bring. A list counts as
 * many things as it is asked for.
 */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | null | undefined,
): number {
  return getComplexity({
    schema,
    query,
    variables: { ...variables },
    ...(operationName ? { operationName } : {}),
    estimators: [bySize, simpleEstimator({ defaultComplexity: 1 })],
  })
}

function bySize({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const asked = args.first ?? args.last ?? args.limit ?? lengthOf(args.ids)
  if (typeof asked === 'number') return 1 + Math.max(0, asked) * childComplexity
  const answer = getNamedType(field.type)
  if (isSized(answer.name)) return 1 + (lengthOf(args.entities) ?? 1) * DEFAULT_PAGE * childComplexity
  const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type)
  // What stands inside a list that has a size was counted where the size was given.
  return 1 + (isList && !isSized(type.name) ? USUAL_LIST : 1) * childComplexity
}

const lengthOf = (list: unknown): number | null => (Array.isArray(list) ? list.length : null)

const SIZED = ['Graph', 'Paths', 'Comparison']
const isSized = (name: string): boolean => name.endsWith('Connection') || SIZED.includes(name)
