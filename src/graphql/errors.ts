import { GraphQLError } from 'graphql'
import { DomainError } from '../domain/errors.ts'

/**
 * GraphQL error for any error of a resolver: its `code` is from the closed list of `ERROR_CODES`. An unexpected error
 * becomes INTERNAL, without its message.
 */
export function toGraphQLError(error: unknown): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error
  // graphql-js wraps the error of a scalar once more if the value is in a variable.
  if (error instanceof GraphQLError && (!cause || cause instanceof GraphQLError)) {
    return error.extensions.code ? error : withCode(error, error.message, 'BAD_INPUT', null)
  }
  const place = error instanceof GraphQLError ? error : null
  if (cause instanceof DomainError) return withCode(place, cause.message, cause.code, cause.argument)
  return withCode(place, 'Unexpected error; the log of the server has it under the request id.', 'INTERNAL', null)
}

const withCode = (place: GraphQLError | null, message: string, code: string, argument: string | null): GraphQLError =>
  new GraphQLError(message, {
    ...(place?.nodes ? { nodes: place.nodes } : {}),
    ...(place?.path ? { path: place.path } : {}),
    extensions: { ...place?.extensions, code, ...(argument ? { argument } : {}) },
  })
