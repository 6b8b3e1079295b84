import { GraphQLError } from 'graphql'
import { ERROR_CODES } from '../domain/errors.ts'

const OF_GRAPHQL = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']
const KNOWN: readonly unknown[] = [...ERROR_CODES, ...OF_GRAPHQL]

/** With one of the documented codes; what carries none of them was refused for what the client sent. */
export function toClosedError(error: GraphQLError): GraphQLError {
  const { originalError: _, ...extensions } = error.extensions
  if (KNOWN.includes(extensions['code']) && !('originalError' in error.extensions)) return error
  const code = KNOWN.includes(extensions['code']) ? extensions['code'] : 'BAD_INPUT'
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.source && { source: error.source }),
    ...(error.positions && { positions: error.positions }),
    ...(error.path && { path: error.path }),
    extensions: { ...extensions, code },
  })
}

/** An answer without data is 400 in GraphQL's own media type; in plain JSON old clients expect 200. */
export function withStatus(error: GraphQLError): GraphQLError {
  error.extensions['http'] ??= { status: 400, spec: true }
  return error
}
