import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  NoFragmentCyclesRule,
  type ValidationRule,
  validate,
} from 'graphql'
import { introspectionRule } from './introspection-limit.ts'
import { LIMIT_RULES, MAX_ERRORS } from './query-limits.ts'
import { repeatRule } from './repeat-limit.ts'

/** Each group may rely on what the groups before it refused. */
const LIMITS: readonly (readonly ValidationRule[])[] = [
  [NoFragmentCyclesRule, ...LIMIT_RULES],
  [repeatRule, introspectionRule],
]

interface Options {
  /** Whether errors leave out names of the schema that the client did not write. */
  readonly hideSuggestions: boolean
}

/** The first `MAX_ERRORS` errors of a query. One past a limit is not looked at further: other rules may take long. */
export function validateQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[],
  { hideSuggestions }: Options,
): readonly GraphQLError[] {
  for (const group of [...LIMITS, rules]) {
    // The library adds a last error which says that there are more.
    const errors = validate(schema, document, group, { maxErrors: MAX_ERRORS, hideSuggestions }).slice(0, MAX_ERRORS)
    if (errors.length > 0) return errors
  }
  return []
}
