import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'

/** How large a question may be. Past a limit it is refused, never cut. */
export const MAX_TOKENS = 2000
export const MAX_DEPTH = 14
export const MAX_ALIASES = 30
export const MAX_DIRECTIVES = 30
/** UTF-16 units of a name: an alias stands in the answer once for each thing that it is asked of. */
export const MAX_NAME = 80
/** Errors that are told of a query, of its variables, or of whatever else has no data. */
export const MAX_ERRORS = 5

export const refuse = (context: ValidationContext, excess: string, found: number, allowed: number): void =>
  refuseWith(context, `The query has ${found} ${excess}; at most ${allowed} are allowed: split it.`)

export const refuseWith = (context: ValidationContext, message: string): void =>
  context.reportError(new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } }))

const depthRule: ValidationRule = (context): ASTVisitor => {
  /** Levels below a fragment, each found once: fragments that double each other would take for ever otherwise. */
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
    // While it is being looked into: a cycle, which another rule refuses.
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

export const LIMIT_RULES: readonly ValidationRule[] = [depthRule, countRule]
