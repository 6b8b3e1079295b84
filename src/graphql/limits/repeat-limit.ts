import { type ASTVisitor, type FieldNode, Kind, type SelectionNode, type ValidationRule } from 'graphql'
import { refuse } from './query-limits.ts'

/** How often one field of one answer object may be selected. Fragments of different components repeat a few. */
export const MAX_REPEATS = 30

/** Counts the fields that are answered as one, fragments written out. Cycles of fragments were refused before. */
export const repeatRule: ValidationRule = (context): ASTVisitor => {
  /** Fields by the key of their answer. */
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
