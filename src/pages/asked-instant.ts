import { readInstant } from '../text/instant.ts'

/** What `asOf` of an address asks for; without a value it is as if it were not there. */
export type AskedInstant =
  | { readonly is: 'NOW' }
  | { readonly is: 'INSTANT'; readonly asOf: string }
  /** Never now in its stead: what is pinned must not show what its author has not seen. */
  | { readonly is: 'UNREADABLE'; readonly given: string }

export function askedInstant(query: URLSearchParams): AskedInstant {
  const given = query.get('asOf') ?? ''
  if (given === '') return { is: 'NOW' }
  const asOf = readInstant(given)
  return asOf === null ? { is: 'UNREADABLE', given: given.slice(0, MOST_REPEATED) } : { is: 'INSTANT', asOf }
}

const MOST_REPEATED = 100
