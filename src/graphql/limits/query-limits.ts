import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

// Limits on the form of a query. A query past a limit is refused, never shortened.

/** Tokens of the text, counted by the parser of graphql-js. */
export const MAX_TOKENS = 2000
/** Levels of fields; introspection does not count. */
export const MAX_DEPTH = 14
/** Aliases in the document, each counted where it is written. */
export const MAX_ALIASES = 30
/** Directives in the document, each counted where it is written. */
export const MAX_DIRECTIVES = 30
/** UTF-16 units of a name: the response repeats an alias for each object. */
export const MAX_NAME = 80
/** Errors in a response without data, such as those of validation or of variables. */
export const MAX_ERRORS = 5

/**
 * Reports LIMIT_EXCEEDED.
 * @param excess counted items in the plural, such as `aliases`
 */
export const refuse = (context: ValidationContext, excess: string, found: number, allowed: number): void =>
  refuseWith(context, `The query has ${found} ${excess}; at most ${allowed} are allowed: split it.`)

/** Reports LIMIT_EXCEEDED with a complete message. */
export const refuseWith = (context: ValidationContext, message: string): void =>
  context.reportError(new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } }))

const depthRule: ValidationRule = (context): ASTVisitor => {
  /**
   * Levels below each fragment, computed once: without it, fragments that use each other twice take exponential time.
   */
  const known = new Map<string, number>()
  const levelsOf = (set: SelectionSetNode | undefined): number => {
    const levels = (set?.selections ?? []).map((selection) => {
      if (selection.kind === Kind.FIELD) {
        return selection.name.value.startsWith('__') ? 0 : 1 + levelsOf(selection.selectionSet)
      }
      return selection.kind === Kind.INLINE_FRAGMENT
        ? levelsOf(selection.selectionSet)
        : levelsOfFragment(selection.name.value)
    })
    return Math.max(0, ...levels)
  }
  function levelsOfFragment(name: string): number {
    const found = known.get(name)
    if (found !== undefined) return found
    // 0 while the fragment is being visited: another rule refuses the cycle.
    known.set(name, 0)
    const levels = levelsOf(context.getFragment(name)?.selectionSet)
    known.set(name, levels)
    return levels
  }
  return {
    OperationDefinition(node) {
      const depth = levelsOf(node.selectionSet)
      if (depth > MAX_DEPTH) refuse(context, 'levels', depth, MAX_DEPTH)
    },
  }
}

const countRule: ValidationRule = (context): ASTVisitor => {
  let aliases = 0
  let directives = 0
  let longestName = 0
  return {
    Field(node) {
      if (node.alias) aliases += 1
    },
    Name(node) {
      longestName = Math.max(longestName, node.value.length)
    },
    Directive() {
      directives += 1
    },
    Document: {
      leave() {
        if (aliases > MAX_ALIASES) refuse(context, 'aliases', aliases, MAX_ALIASES)
        if (directives > MAX_DIRECTIVES) refuse(context, 'directives', directives, MAX_DIRECTIVES)
        if (longestName > MAX_NAME) {
          refuseWith(
            context,
            `A name has ${longestName} characters; at most ${MAX_NAME} are allowed: choose a shorter one.`,
          )
        }
      },
    },
  }
}

/** Validation rules for depth and counts. Cycles of fragments are left to NoFragmentCyclesRule. */
export const LIMIT_RULES: readonly ValidationRule[] = [depthRule, countRule]
