import { readInstant } from '../text/instant.ts'
import { MAX_QUOTE, truncate } from '../text/short-message.ts'

/** What `asOf` of an address asks for; without a value it is as if it were not there. */
export type RequestedInstant =
  | { readonly is: 'NOW' }
  | { readonly is: 'INSTANT'; readonly asOf: string }
  /** Never now in its stead: what is pinned must not show what its author has not seen. */
  | { readonly is: 'UNREADABLE'; readonly given: string }

export function requestedInstant(query: URLSearchParams): RequestedInstant {
  const given = query.get('asOf') ?? ''
  if (given === '') return { is: 'NOW' }
  const asOf = readInstant(given)
  return asOf === null ? { is: 'UNREADABLE', given: truncate(given, MAX_QUOTE) } : { is: 'INSTANT', asOf }
}
