import { readInstant } from '../text/instant.ts'
import { MAX_QUOTE, truncate } from '../text/short-message.ts'

/** Instant of the parameter `asOf`. A parameter without a value counts as absent. */
export type RequestedInstant =
  | { readonly is: 'NOW' }
  | { readonly is: 'INSTANT'; readonly asOf: string }
  /** An unreadable instant is never replaced by now: a pinned embed must not show states that its author has not seen. */
  | { readonly is: 'UNREADABLE'; readonly given: string }

/** Reads `asOf`. An unreadable value is cut to MAX_QUOTE characters, for a message. */
export function requestedInstant(query: URLSearchParams): RequestedInstant {
  const given = query.get('asOf') ?? ''
  if (given === '') return { is: 'NOW' }
  const asOf = readInstant(given)
  return asOf === null ? { is: 'UNREADABLE', given: truncate(given, MAX_QUOTE) } : { is: 'INSTANT', asOf }
}
