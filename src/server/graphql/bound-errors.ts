import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import { MAX_ERRORS } from '../../graphql/limits/query-limits.ts'
import { shortenMessage } from '../../text/short-message.ts'
import { createLocator } from './source-positions.ts'

/** Bytes of the errors of one answer, as JSON: with the rest of an answer without data they stay below 8 KB. */
export const MAX_ERROR_BYTES = 7000
/** Bytes of what is said of the errors that do not fit. */
const RESERVED_BYTES = 200

/** The errors of an answer as its client reads them: short messages, few places, and no more of them than fit. */
export function boundErrors(errors: readonly GraphQLError[], hasData: boolean): readonly GraphQLFormattedError[] {
  const locationsOf = createLocator()
  const told: GraphQLFormattedError[] = []
  let bytes = 0
  for (const error of hasData ? errors : errors.slice(0, MAX_ERRORS)) {
    const one = toFormatted(error, locationsOf(error))
    bytes += Buffer.byteLength(JSON.stringify(one)) + 1
    if (bytes > MAX_ERROR_BYTES - RESERVED_BYTES) return [...told, leftOut(error, errors.length - told.length)]
    told.push(one)
  }
  return told
}

/** In the order in which graphql-js writes the parts of an error. */
function toFormatted(
  { message, path, extensions: { http: _, unexpected: __, ...extensions } }: GraphQLError,
  locations: GraphQLFormattedError['locations'],
): GraphQLFormattedError {
  return {
    message: shortenMessage(message),
    ...(locations && { locations }),
    ...(path && { path }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  }
}

const leftOut = ({ extensions }: GraphQLError, count: number): GraphQLFormattedError => ({
  message: `${count} more errors are not told: ask for less at once to see them.`,
  extensions: { code: extensions['code'] },
})
