import Negotiator from 'negotiator'

/** Media types between which a client may choose. */
export const JSON_TYPE = 'application/json; charset=utf-8'
export const RESULT_TYPE = 'application/graphql-response+json; charset=utf-8'
export const HTML_TYPE = 'text/html; charset=utf-8'

/** Length to which an Accept header is read, in UTF-16 units: several times that of a browser. */
const MAX_ACCEPT = 1000

/** One media type without parameters or wildcards, as programs send it. It needs no parser. */
const SINGLE_TYPE = /^[a-z]+\/[a-z+-]+$/

/**
 * Returns the media type that an Accept header prefers, by weight, then by the more specific range, then by the order of
 * the header, then by the order of `available` (RFC 9110, section 12.5.1). A missing or blank header accepts everything.
 * Null if the header accepts none of the types.
 */
export function negotiateType<T extends string>(accept: string | undefined, available: readonly T[]): T | null {
  if (accept === undefined || accept === '*/*' || accept.trim() === '') return available[0] ?? null
  const named = SINGLE_TYPE.test(accept) ? available.find((type) => type.startsWith(`${accept};`)) : undefined
  if (named !== undefined) return named
  const headers = { accept: accept.slice(0, MAX_ACCEPT) }
  const preferred = new Negotiator({ headers }).mediaType(available)
  return available.find((type) => type === preferred) ?? null
}
