import { type ASTVisitor, type FieldNode, Kind, type SelectionNode, type ValidationRule } from 'graphql'
import { refuse, refuseWith } from './query-limits.ts'

/** How many `__schema` and `__type` an operation may select, fragments written out. */
export const MAX_INTROSPECTIONS = 3

const ROOTS = ['__schema', '__type']
/** Lists of a type that lead to types, which have such lists again. */
const LISTS = ['fields', 'inputFields', 'interfaces', 'possibleTypes']

/**
 * The answer to an introspection is at most as long as that to the query of graphql-js and GraphiQL: nothing below
 * `__schema` is selected twice by alias, and a type that was reached through a list of another has no such lists.
 */
export const introspectionRule: ValidationRule = (context): ASTVisitor => {
  const fieldsOf = (selections: readonly SelectionNode[]): readonly FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection]
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : context.getFragment(selection.name.value)
      return part ? fieldsOf(part.selectionSet.selections) : []
    })
  const below = ({ selectionSet }: FieldNode): readonly FieldNode[] => fieldsOf(selectionSet?.selections ?? [])

  const rootsOf = (field: FieldNode): readonly FieldNode[] =>
    ROOTS.includes(field.name.value) ? [field] : below(field).flatMap(rootsOf)

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
      const roots = fieldsOf(selectionSet.selections).flatMap(rootsOf)
      if (roots.length > MAX_INTROSPECTIONS) {
        return refuse(context, 'introspections (__schema, __type)', roots.length, MAX_INTROSPECTIONS)
      }
      const [problem] = roots.flatMap((root) => problemOf(root, false) ?? [])
      if (problem !== undefined) refuseWith(context, `The query ${problem}.`)
    },
  }
}
