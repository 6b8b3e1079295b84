import type { Cache } from '../../cache/create-cache.ts'
import { textBytes } from '../../cache/text-bytes.ts'
import type { CachedResponse } from '../cache/cached-response.ts'
import type { ResponseCache } from '../cache/response-cache.ts'
import { MAX_URL_LENGTH } from '../request-target.ts'
import type { QueryKey } from './query-key.ts'

/** Finds cached responses to queries by their URL, before anything is parsed. */
export interface CachedQueries {
  /** Returns the response of the newest revision. Null if the request has to be read. */
  readonly findCached: (spelling: string) => CachedResponse | null
  /** Remembers the key of a URL from its second request on. A URL past MAX_URL_LENGTH is read each time. */
  readonly remember: (spelling: string, key: QueryKey) => void
}

/** Media type and URL of a request, as requested. */
export const spellingOf = (mediaType: string, url: string): string => `${mediaType} ${url}`

/** Memory of a key with its object, in bytes. */
const KEY_BYTES = 64

export function createCachedQueries(cache: Cache, responseCache: ResponseCache): CachedQueries {
  const keys = cache.namespace<QueryKey>('query-urls', {
    bytesOf: ({ key }) => textBytes(key) + KEY_BYTES,
    waitsForSecond: () => true,
  })
  return {
    findCached(spelling) {
      const known = spelling.length > MAX_URL_LENGTH ? undefined : keys.get(spelling)
      return known ? responseCache.findCached(known.key, known.newest) : null
    },
    remember(spelling, key) {
      if (spelling.length <= MAX_URL_LENGTH) keys.set(spelling, key)
    },
  }
}
