import type { Cache } from '../../cache/create-cache.ts'
import { DomainError, type ErrorCode } from '../../domain/errors.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import { STATUS_OF_CODE } from '../refusal.ts'
import { withinTime } from '../within-time.ts'
import { type CachedResponse, createCachedResponses, type RawResponse, toCached } from './cached-response.ts'

export interface FoundResponse {
  readonly response: CachedResponse
  /** Whether this is what was answered last, because nothing newer could be had. */
  readonly isStale: boolean
}

export interface ResponseCache {
  /**
   * What is kept under a key while the record stays as it is, or made now; what was answered last where the record
   * cannot be read. Fails where none of these can be had, and where making it fails for another reason.
   * @param spelling who asks in other words waits for another answer, until one is kept; the key unless given
   */
  find(key: string, make: () => Promise<RawResponse>, spelling?: string): Promise<FoundResponse>
  /** What is there without asking the record anything; null where that has to be done. */
  atHand(key: string): CachedResponse | null
  /** As it was read a moment ago, at most. */
  newestRevision(): number | Promise<number>
}

/** How long the number of the newest revision is believed: a retraction is seen by the next reader but one. */
const REVISION_MS = 500

/** How long a kept answer waits for the number of the newest revision, before it is given as what it was. */
const REVISION_WAIT_MS = 1000

/** Why the record may not be readable for a while: until it is again, what was answered before is better than nothing. */
const AWAY: readonly ErrorCode[] = ['STORE_UNAVAILABLE', 'TIMEOUT', 'BUSY']

/** Whoever reads a kept answer may keep it too: for a minute, since a retraction must arrive, and longer only meanwhile. */
export const PUBLIC = 'public, max-age=60, stale-while-revalidate=300, stale-if-error=86400'

/** Answers as bytes by what was asked, each for one revision of the record. */
export function createResponseCache(
  store: Pick<GraphStore, 'revisionAt' | 'isAvailable'>,
  shared: Cache,
): ResponseCache {
  const cache = createCachedResponses(shared)
  let asking: Promise<number> | null = null
  /** The newest revision, where it was asked for a moment ago. */
  let newest: { readonly number: number; readonly until: number } | null = null
  const isFresh = (): boolean => newest !== null && newest.until >= performance.now() && store.isAvailable()

  async function requestRevision(): Promise<number> {
    try {
      const number = await store.revisionAt(null)
      newest = { number, until: performance.now() + REVISION_MS }
      return number
    } finally {
      asking = null
    }
  }

  function currentRevision(): number | Promise<number> {
    if (newest !== null && isFresh()) return newest.number
    asking ??= requestRevision()
    return asking
  }

  return {
    async find(key, make, spelling) {
      const stale = (): FoundResponse | null => {
        const response = cache.last(key)
        return response && { response, isStale: true }
      }
      let revision: number | null = null
      try {
        const number = currentRevision()
        const isWaitedFor = typeof number === 'number' || cache.last(key) === null
        revision = await (isWaitedFor ? number : withinTime(number, REVISION_WAIT_MS))
        const response = await cache.get(key, revision, make, spelling)
        return (
          (AWAY.some((code) => STATUS_OF_CODE[code] === response.status) && stale()) || { response, isStale: false }
        )
      } catch (error) {
        // A fault of ours must be seen, and not hide behind what was answered before.
        const known = error instanceof DomainError && AWAY.includes(error.code) ? stale() : null
        if (known !== null) return known
        if (revision !== null) throw error
        // Some questions ask nothing of the record.
        return { response: toCached(await make()), isStale: false }
      }
    },
    newestRevision: currentRevision,
    atHand: (key) => (newest !== null && isFresh() ? cache.atHand(key, newest.number) : null),
  }
}
