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

/** `__schema` and `__type` that an operation may select, fragments written out. */
export const MAX_INTROSPECTIONS = 3
/** Levels from `__schema` or `__type` on, itself included: as many as the query of graphql-js has, with nine of `ofType`. */
export const MAX_INTROSPECTION_DEPTH = 15
/** The answer may be this many times as large as that to the query of graphql-js; clients may add `__typename` to each object. */
export const MAX_INTROSPECTION_RATIO = 1.5

/** Lists of a type that lead to types, which have such lists again. */
const LISTS = ['fields', 'inputFields', 'interfaces', 'possibleTypes']

/**
 * Bounds introspections by themselves, since they cost no points (cost.ts): their number, their levels, and the size of their
 * answer. Nothing below `__schema` is selected twice by alias, and a type that was reached through a list of another has no
 * such lists.
 */
export const introspectionRule: ValidationRule = (context): ASTVisitor => {
  const fragmentOf = (name: string) => context.getFragment(name)
  const below = ({ selectionSet }: FieldNode): readonly FieldNode[] =>
    fieldsOf(selectionSet?.selections ?? [], fragmentOf)

  const depthOf = (field: FieldNode): number => 1 + Math.max(0, ...below(field).map(depthOf))

  const problemOf = (field: FieldNode, isInList: boolean): string | null => {
    const isList = LISTS.includes(field.name.value)
    if (isList && isInList) return 'introspects too deep; ask for a type within another by __type(name:)'
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
        const message = `The introspection is ${depth} levels deep; at most ${MAX_INTROSPECTION_DEPTH} are allowed: ask for single types by __type(name:).`
        return refuseWith(context, message)
      }
      const [problem] = roots.flatMap((root) => problemOf(root, false) ?? [])
      if (problem !== undefined) return refuseWith(context, `The query ${problem}.`)
      const size = sizeOfIntrospections(context.getSchema(), roots, fragmentOf)
      const allowed = maxIntrospectionSize(context.getSchema())
      if (size > allowed) {
        const message = `The introspection may have ${size} fields in its answer; at most ${allowed} are allowed: ask for parts, or for single types by __type(name:).`
        refuseWith(context, message)
      }
    },
  }
}

const known = new WeakMap<GraphQLSchema, number>()

/** Fields that the answer to the introspections of one operation may have. It grows with the schema, so that tools can always read it. */
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
