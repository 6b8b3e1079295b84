import type { DocumentNode, Token } from 'graphql'
import type { Cache } from '../../cache/create-cache.ts'
import { textBytes } from '../../cache/text-bytes.ts'

/** What Yoga asks of a cache of documents. */
export interface DocumentCache<T> {
  readonly get: (text: string) => T | undefined
  readonly set: (text: string, value: T) => void
}

const MAX_TEXT_LENGTH = 8192
/** A token with the nodes made of it: 230 to 480 were measured. */
const TOKEN_BYTES = 400
/** An error with its stack. */
const ERROR_BYTES = 4000

/** The parsed form of short texts, from their second request on; Yoga's own cache would keep a thousand of any length. */
export const createDocumentCache = (cache: Cache): DocumentCache<DocumentNode> =>
  ofShortTexts(cache, 'documents', ({ loc }) => countTokens(loc?.startToken ?? null) * TOKEN_BYTES)

/** Why short texts could not be parsed, in the same way. */
export const createParseErrorCache = (cache: Cache): DocumentCache<Error> =>
  ofShortTexts(cache, 'parse-errors', () => ERROR_BYTES)

function ofShortTexts<T>(cache: Cache, name: string, bytesOf: (value: T) => number): DocumentCache<T> {
  const known = cache.namespace<T>(name, { bytesOf, waitsForSecond: () => true })
  return {
    get: (text) => known.get(text),
    set: (text, value) => {
      if (textBytes(text) <= MAX_TEXT_LENGTH) known.set(text, value)
    },
  }
}

function countTokens(first: Token | null): number {
  let count = 0
  for (let token = first; token !== null; token = token.next) count += 1
  return count
}
