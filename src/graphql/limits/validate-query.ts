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

/** Groups of rules, in order: a group is checked only if the groups before it found no error. */
const LIMITS: readonly (readonly ValidationRule[])[] = [
  [NoFragmentCyclesRule, ...LIMIT_RULES],
  [repeatRule, introspectionRule],
]

interface Options {
  /** Whether errors leave out names of the schema that the client did not write. */
  readonly hideSuggestions: boolean
}

/**
 * Errors of a query, at most `MAX_ERRORS`. A query past a limit is not checked further, since other rules may take long.
 * @param rules checked after the limits
 */
export function validateQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[],
  { hideSuggestions }: Options,
): readonly GraphQLError[] {
  for (const group of [...LIMITS, rules]) {
    // The library adds one more error, which says that validation was aborted.
    const errors = validate(schema, document, group, { maxErrors: MAX_ERRORS, hideSuggestions }).slice(0, MAX_ERRORS)
    if (errors.length > 0) return errors
  }
  return []
}
