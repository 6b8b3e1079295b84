import type { DocumentNode, Token } from 'graphql'
import type { Cache } from '../../cache/create-cache.ts'
import { textBytes } from '../../cache/text-bytes.ts'

/** Interface of Yoga for caches of documents. */
export interface DocumentCache<T> {
  readonly get: (text: string) => T | undefined
  readonly set: (text: string, value: T) => void
}

const MAX_TEXT_LENGTH = 8192
/** Memory of a token with its nodes, in bytes. Measured: 230 to 480. */
const TOKEN_BYTES = 400
/** Memory of an error with its stack, in bytes. */
const ERROR_BYTES = 4000

/**
 * Caches parsed documents of short texts from their second request on. Yoga's own cache has no bound on their length.
 */
export const createDocumentCache = (cache: Cache): DocumentCache<DocumentNode> =>
  ofShortTexts(cache, 'documents', ({ loc }) => countTokens(loc?.startToken ?? null) * TOKEN_BYTES)

/** Caches syntax errors of short texts in the same way. */
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
