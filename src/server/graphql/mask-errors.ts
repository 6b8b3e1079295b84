import { GraphQLError } from 'graphql'
import { toGraphQLError } from '../../graphql/errors.ts'
import { isLogged } from '../error-log.ts'

/**
 * Replaces every error that was not written for clients.
 * @param report called once for each unexpected error, however many fields it failed
 */
export function maskErrors(
  errors: readonly GraphQLError[],
  report: (unexpected: unknown) => void,
): readonly GraphQLError[] {
  const unexpected = new Set<unknown>()
  const masked = errors.map((error) => {
    if (isWrittenForClients(error)) return error
    const replaced = toGraphQLError(error)
    if (isLogged(replaced.extensions['code'])) unexpected.add(error.originalError ?? error)
    return replaced
  })
  for (const error of unexpected) report(error)
  return masked
}

/** Returns whether an error is of syntax, validation or coercion, and so quotes only the request. */
function isWrittenForClients(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false
  return error.originalError == null || isWrittenForClients(error.originalError)
}
