import { GraphQLError } from 'graphql'
import { DomainError } from '../domain/errors.ts'

/** The one table from our errors to GraphQL's: a closed code, and nothing of what only the server should know. */
export function toGraphQLError(error: unknown): GraphQLError {
  const cause = error instanceof GraphQLError ? error.originalError : error
  // What a scalar refuses is wrapped once more where it came in a variable.
  if (error instanceof GraphQLError && (!cause || cause instanceof GraphQLError)) {
    return error.extensions.code ? error : withCode(error, error.message, 'BAD_INPUT', null)
  }
  const place = error instanceof GraphQLError ? error : null
  if (cause instanceof DomainError) return withCode(place, cause.message, cause.code, cause.argument)
  return withCode(place, 'Something went wrong here; it was noted with the request id.', 'INTERNAL', null)
}

const withCode = (place: GraphQLError | null, message: string, code: string, argument: string | null): GraphQLError =>
  new GraphQLError(message, {
    ...(place?.nodes ? { nodes: place.nodes } : {}),
    ...(place?.path ? { path: place.path } : {}),
    extensions: { ...place?.extensions, code, ...(argument ? { argument } : {}) },
  })
