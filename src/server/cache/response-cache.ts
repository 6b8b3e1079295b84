import type { Cache } from '../../cache/create-cache.ts'
import { DomainError, type ErrorCode } from '../../domain/errors.ts'
import type { GraphDatabase } from '../../domain/graph-database.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { STATUS_OF_CODE } from '../refusal.ts'
import { withinTime } from '../within-time.ts'
import { type CachedResponse, createCachedResponses, type RawResponse, toCachedOffThread } from './cached-response.ts'

export interface FoundResponse {
  readonly response: CachedResponse
  /** True for the last response while the database is unavailable. */
  readonly isStale: boolean
}

export interface ResponseCache {
  /**
   * Returns the cached response of the newest revision, or makes it. Returns the last response while the database is
   * unavailable.
   * @param spelling concurrent requests share a response only if their spelling is equal, since an error quotes it; default:
   * the key
   * @throws the error of `make`, unless a stale response replaces it
   */
  find(key: string, make: () => Promise<RawResponse>, spelling?: string): Promise<FoundResponse>
  /**
   * Returns a response that is cached for the newest revision, without a read of the database. Null if there is none.
   * @param keyOf revision that the key was made for; null, the default, for a key that is the same in all revisions
   */
  findCached(key: string, keyOf?: RevisionNumber | null): CachedResponse | null
  /** Returns the newest revision, at most REVISION_MS old. */
  newestRevision(): RevisionNumber | Promise<RevisionNumber>
}

/**
 * Time for which the newest revision is cached, in milliseconds. The store caches it as long, so a retraction of another
 * process is visible after at most twice this time.
 */
const REVISION_MS = 100

/** Remaining validity in which the newest revision is read again, in milliseconds. */
const RENEWAL_MS = 50

/**
 * Longest wait of a cached response for the newest revision, in milliseconds. After it the response is sent as stale.
 */
const REVISION_WAIT_MS = 1000

/** Codes of errors that a stale response replaces. */
const REPLACEABLE: readonly ErrorCode[] = ['STORE_UNAVAILABLE', 'TIMEOUT', 'BUSY']

/**
 * Cache-Control of cached responses. Clients cache them for a minute, so that a retraction reaches them soon, and longer
 * only while they revalidate or the server fails.
 */
export const PUBLIC = 'public, max-age=60, stale-while-revalidate=300, stale-if-error=86400'

/** Creates the response cache: complete responses by key, each for one revision of the database. */
export function createResponseCache(
  store: Pick<GraphStore, 'revisionAt'> & Pick<GraphDatabase, 'isAvailable'>,
  shared: Cache,
): ResponseCache {
  const cache = createCachedResponses(shared)
  let reading: Promise<RevisionNumber> | null = null
  /** Newest revision, with the end of its validity in milliseconds of performance.now(). */
  let newest: { readonly number: RevisionNumber; readonly until: number } | null = null
  const isFresh = (): boolean => newest !== null && newest.until >= performance.now() && store.isAvailable()

  async function requestRevision(): Promise<RevisionNumber> {
    try {
      const number = await store.revisionAt(null)
      newest = { number, until: performance.now() + REVISION_MS }
      return number
    } finally {
      reading = null
    }
  }

  function currentRevision(): RevisionNumber | Promise<RevisionNumber> {
    if (newest !== null && isFresh()) return newest.number
    reading ??= requestRevision()
    return reading
  }

  /** Reads the newest revision again before its validity ends, so that steady traffic never waits for it. */
  function renew(): void {
    if (reading !== null) return
    reading = requestRevision()
    // The next request that needs the revision reads it again, and reports the error.
    reading.catch(() => undefined)
  }

  return {
    async find(key, make, spelling) {
      const stale = (): FoundResponse | null => {
        const response = cache.last(key)
        return response && { response, isStale: true }
      }
      let revision: RevisionNumber | null = null
      try {
        const number = currentRevision()
        const isWaitedFor = typeof number === 'number' || cache.last(key) === null
        revision = await (isWaitedFor ? number : withinTime(number, REVISION_WAIT_MS))
        const response = await cache.get(key, revision, make, spelling)
        return (
          (REPLACEABLE.some((code) => STATUS_OF_CODE[code] === response.status) && stale()) || {
            response,
            isStale: false,
          }
        )
      } catch (error) {
        // No stale response replaces a program error, which must be visible.
        const known = error instanceof DomainError && REPLACEABLE.includes(error.code) ? stale() : null
        if (known !== null) return known
        if (revision !== null) throw error
        // Some responses need no read of the database.
        return { response: await toCachedOffThread(await make()), isStale: false }
      }
    },
    newestRevision: currentRevision,
    findCached(key, keyOf = null) {
      if (newest === null || !store.isAvailable()) return null
      const validMs = newest.until - performance.now()
      if (validMs < 0) return null
      if (validMs < RENEWAL_MS) renew()
      return keyOf === null || keyOf === newest.number ? cache.findCached(key, newest.number) : null
    },
  }
}
