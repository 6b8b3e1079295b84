import { type ASTVisitor, type FieldNode, Kind, type SelectionNode, type ValidationRule } from 'graphql'
import { refuse } from './query-limits.ts'

/** Maximum number of selections of one field of one object in the response. Queries made of fragments repeat some fields. */
export const MAX_REPEATS = 30

/**
 * Counts the selections that the response merges into one field, with fragments expanded. An earlier rule has refused
 * cycles.
 */
export const repeatRule: ValidationRule = (context): ASTVisitor => {
  /** Adds selections to the fields, by their key in the response. */
  const collect = (selections: readonly SelectionNode[], fields: Map<string, FieldNode[]>): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value
        const same = fields.get(key)
        if (same) same.push(selection)
        else fields.set(key, [selection])
        continue
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : context.getFragment(selection.name.value)
      if (part) collect(part.selectionSet.selections, fields)
    }
  }
  const maxRepeats = (selections: readonly SelectionNode[]): number => {
    const fields = new Map<string, FieldNode[]>()
    collect(selections, fields)
    const repeats = [...fields.values()].map((same) =>
      Math.max(same.length, maxRepeats(same.flatMap(({ selectionSet }) => selectionSet?.selections ?? []))),
    )
    return Math.max(0, ...repeats)
  }
  return {
    OperationDefinition({ selectionSet }) {
      const repeats = maxRepeats(selectionSet.selections)
      if (repeats > MAX_REPEATS) refuse(context, 'repeats of one field', repeats, MAX_REPEATS)
    },
  }
}
