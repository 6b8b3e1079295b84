import type { GraphStore } from '../domain/graph-store.ts'
import { type CachedAnswer, createByteCache, type RawAnswer, toCached } from './byte-cache.ts'

export interface KeptAnswer {
  readonly answer: CachedAnswer
  /** The newest revision of the record; null where it could not be read. */
  readonly revision: number | null
  /** Whether this is what was answered last, because nothing newer could be had. */
  readonly isStale: boolean
}

export interface KeptAnswers {
  /** What is kept under a key while the record stays as it is, or made now. Fails where neither can be had. */
  find(key: string, make: () => Promise<RawAnswer>): Promise<KeptAnswer>
}

/** How long the number of the newest revision is believed: a retraction is seen by the next reader but one. */
export const REVISION_MS = 500

/** Whoever reads a kept answer may keep it too: for a minute, since a retraction must arrive, and longer only meanwhile. */
export const PUBLIC = 'public, max-age=60, stale-while-revalidate=300, stale-if-error=86400'

/** Answers as bytes by what was asked, each for one revision of the record. */
export function keepAnswers(store: Pick<GraphStore, 'revisionAt'>): KeptAnswers {
  const cache = createByteCache()
  let newest: { readonly number: Promise<number>; readonly until: number } | null = null

  function currentRevision(): Promise<number> {
    if (newest === null || newest.until < performance.now()) {
      const number = store.revisionAt(null)
      newest = { number, until: performance.now() + REVISION_MS }
      number.catch(() => {
        newest = null
      })
    }
    return newest.number
  }

  return {
    async find(key, make) {
      const last = cache.last(key)
      let revision: number | null = null
      try {
        revision = await currentRevision()
        return { answer: await cache.get(key, revision, make), revision, isStale: false }
      } catch (error) {
        const known = await (last ?? Promise.resolve(null)).catch(() => null)
        if (known !== null) return { answer: known, revision: null, isStale: true }
        if (revision !== null) throw error
        // Some questions ask nothing of the record.
        return { answer: toCached(await make()), revision, isStale: false }
      }
    },
  }
}
