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

const refuse = (context: ValidationContext, what: string, found: number, allowed: number): void =>
  context.reportError(
    new GraphQLError(`The query has ${found} ${what}; at most ${allowed} are allowed: split it.`, {
      extensions: { code: 'LIMIT_EXCEEDED' },
    }),
  )

const depthRule: ValidationRule = (context): ASTVisitor => {
  const depthOf = (set: SelectionSetNode | undefined, seen: ReadonlySet<string>, level: number): number => {
    if (!set || level > MAX_DEPTH + 1) return level
    return Math.max(
      level,
      ...set.selections.map((selection) => {
        if (selection.kind === Kind.FIELD) {
          const isIntrospection = selection.name.value.startsWith('__')
          return isIntrospection ? level : depthOf(selection.selectionSet, seen, level + 1)
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, seen, level)
        const name = selection.name.value
        if (seen.has(name)) return level
        return depthOf(context.getFragment(name)?.selectionSet, new Set([...seen, name]), level)
      }),
    )
  }
  return {
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet, new Set(), 0)
      if (depth > MAX_DEPTH) refuse(context, 'levels', depth, MAX_DEPTH)
    },
  }
}

const countRule: ValidationRule = (context): ASTVisitor => {
  let aliases = 0
  let directives = 0
  return {
    Field(node) {
      if (node.alias) aliases += 1
    },
    Directive() {
      directives += 1
    },
    Document: {
      leave() {
        if (aliases > MAX_ALIASES) refuse(context, 'aliases', aliases, MAX_ALIASES)
        if (directives > MAX_DIRECTIVES) refuse(context, 'directives', directives, MAX_DIRECTIVES)
      },
    },
  }
}

export const LIMIT_RULES: readonly ValidationRule[] = [depthRule, countRule]
