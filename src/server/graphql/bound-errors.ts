import type { GraphQLError, GraphQLFormattedError } from 'graphql'
import { MAX_ERRORS } from '../../graphql/limits/query-limits.ts'
import { shortenMessage } from '../../text/short-message.ts'
import { createLocator } from './source-positions.ts'

/** Maximum of the errors of one response as JSON, in bytes. A response without data stays below 8 KB. */
export const MAX_ERROR_BYTES = 7000
/** Bytes of the last error, which counts those that are left out. */
const RESERVED_BYTES = 200

/** Formats the errors of a response within MAX_ERROR_BYTES, with short messages and few locations. */
export function boundErrors(errors: readonly GraphQLError[], hasData: boolean): readonly GraphQLFormattedError[] {
  const locationsOf = createLocator()
  const formatted: GraphQLFormattedError[] = []
  let bytes = 0
  for (const error of hasData ? errors : errors.slice(0, MAX_ERRORS)) {
    const one = toFormatted(error, locationsOf(error))
    bytes += Buffer.byteLength(JSON.stringify(one)) + 1
    if (bytes > MAX_ERROR_BYTES - RESERVED_BYTES)
      return [...formatted, leftOut(error, errors.length - formatted.length)]
    formatted.push(one)
  }
  return formatted
}

/** Formats an error with its parts in the order of graphql-js. */
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
  message: `${count} more errors are left out: request less at once to see them.`,
  extensions: { code: extensions['code'] },
})
