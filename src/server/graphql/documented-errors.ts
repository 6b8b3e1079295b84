import { GraphQLError } from 'graphql'
import { ERROR_CODES } from '../../domain/errors.ts'

const OF_GRAPHQL = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']
/** Codes of all errors of the API. */
export const ALL_CODES: readonly string[] = [...ERROR_CODES, ...OF_GRAPHQL]
const KNOWN: readonly unknown[] = ALL_CODES

/** Beginnings of messages of libraries, with the message and the code that replace them. */
const REWORDED: readonly (readonly [string, { readonly code: string; readonly message: string }])[] = [
  [
    'Validation aborted.',
    {
      code: 'LIMIT_EXCEEDED',
      message: 'The query names fields too often to be checked: split it, or leave repeats out.',
    },
  ],
  [
    'Schema is not configured to execute',
    { code: 'BAD_INPUT', message: 'The schema of this API has no operations of this type: see its root types.' },
  ],
]

/** Returns the error with a documented code. An error without one gets BAD_INPUT, since the request caused it. */
export function toDocumentedError(error: GraphQLError): GraphQLError {
  const { originalError: _, ...extensions } = error.extensions
  const [, reworded] = REWORDED.find(([beginning]) => error.message.startsWith(beginning)) ?? []
  if (reworded) return new GraphQLError(reworded.message, { extensions: { ...extensions, code: reworded.code } })
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
