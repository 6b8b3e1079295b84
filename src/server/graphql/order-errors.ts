import type { GraphQLError } from 'graphql'

/**
 * Orders errors by their fields' places in the query, then by the places of objects in lists, so that a query has the same
 * response whichever of its fields failed first. Errors without a place in the query keep their order.
 */
export const orderErrors = (errors: readonly GraphQLError[]): readonly GraphQLError[] =>
  errors.length < 2 ? errors : errors.toSorted((a, b) => placeOf(a) - placeOf(b) || comparePaths(a.path, b.path))

const placeOf = ({ positions }: GraphQLError): number => positions?.[0] ?? 0

function comparePaths(a: GraphQLError['path'] = [], b: GraphQLError['path'] = []): number {
  for (const [i, one] of a.entries()) {
    const other = b[i]
    if (typeof one === 'number' && typeof other === 'number' && one !== other) return one - other
  }
  return 0
}
