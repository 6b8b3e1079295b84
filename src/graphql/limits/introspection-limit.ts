import {
  type ASTVisitor,
  type FieldNode,
  type GraphQLSchema,
  getIntrospectionQuery,
  parse,
  type ValidationRule,
} from 'graphql'
import { fieldsOf, introspectionSizeOf, introspectionsOf, sizeOfIntrospections } from './introspection-size.ts'
import { refuse, refuseWith } from './query-limits.ts'

/** Maximum number of selections of `__schema` and `__type` in an operation, with fragments expanded. */
export const MAX_INTROSPECTIONS = 10
/**
 * Maximum number of levels of fields, `__schema` or `__type` included. The introspection query of graphql-js has as many,
 * with nine `ofType`.
 */
export const MAX_INTROSPECTION_DEPTH = 15
/**
 * Maximum size of the response, as a multiple of the response to the introspection query of graphql-js: clients may add
 * `__typename` to each object.
 */
export const MAX_INTROSPECTION_RATIO = 1.5

/** Fields of a type that list further types. */
const LISTS = ['fields', 'inputFields', 'interfaces', 'possibleTypes']

/**
 * Bounds introspections by their number, their levels and the size of their response, since they cost no points (cost.ts).
 * Aliases below `__schema` and `__type` are refused, and so is a list of types within a list of types.
 */
export const introspectionRule: ValidationRule = (context): ASTVisitor => {
  const fragmentOf = (name: string) => context.getFragment(name)
  const below = ({ selectionSet }: FieldNode): readonly FieldNode[] =>
    fieldsOf(selectionSet?.selections ?? [], fragmentOf)

  const depthOf = (field: FieldNode): number => 1 + Math.max(0, ...below(field).map(depthOf))

  const problemOf = (field: FieldNode, isInList: boolean): string | null => {
    const isList = LISTS.includes(field.name.value)
    if (isList && isInList) return 'introspects too deep; request a type within another by __type(name:)'
    for (const one of below(field)) {
      if (one.alias) return 'has an alias within an introspection; leave it out'
      const problem = problemOf(one, isInList || isList)
      if (problem !== null) return problem
    }
    return null
  }
  return {
    OperationDefinition({ selectionSet }) {
      const roots = introspectionsOf(selectionSet, fragmentOf)
      if (roots.length === 0) return
      if (roots.length > MAX_INTROSPECTIONS) {
        return refuse(context, 'introspections (__schema, __type)', roots.length, MAX_INTROSPECTIONS)
      }
      const depth = Math.max(...roots.map(depthOf))
      if (depth > MAX_INTROSPECTION_DEPTH) {
        const message = `The introspection is ${depth} levels deep; at most ${MAX_INTROSPECTION_DEPTH} are allowed: request single types by __type(name:).`
        return refuseWith(context, message)
      }
      const [problem] = roots.flatMap((root) => problemOf(root, false) ?? [])
      if (problem !== undefined) return refuseWith(context, `The query ${problem}.`)
      const size = sizeOfIntrospections(context.getSchema(), roots, fragmentOf)
      const allowed = maxIntrospectionSize(context.getSchema())
      if (size > allowed) {
        const message = `The introspection may have ${size} fields in its response; at most ${allowed} are allowed: request parts, or single types by __type(name:).`
        refuseWith(context, message)
      }
    },
  }
}

const known = new WeakMap<GraphQLSchema, number>()

/**
 * Fields at most in the response to the introspections of one operation. The bound grows with the schema, so that tools
 * can always read it.
 */
export function maxIntrospectionSize(schema: GraphQLSchema): number {
  const found = known.get(schema) ?? Math.floor(MAX_INTROSPECTION_RATIO * standardSize(schema))
  known.set(schema, found)
  return found
}

function standardSize(schema: GraphQLSchema): number {
  const query = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  })
  return introspectionSizeOf(schema, parse(query), null)
}
