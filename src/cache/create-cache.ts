import { LRUCache } from 'lru-cache'
import { createSeenKeys } from './seen-keys.ts'
import { textBytes } from './text-bytes.ts'

/** Entries of one kind. Namespaces have no fixed share of the budget: all entries compete by recency. */
export interface Namespace<T> {
  /**
   * Counts a hit or a miss; a hit becomes the most recently used.
   * @param isUsable returns false for a stale value, which counts as a miss
   */
  get(key: string, isUsable?: (value: T) => boolean): T | undefined
  /** Makes an entry the most recently used, without a count. Returns false if there is none. */
  touch(key: string): boolean
  /** Reads without a count and without a change of recency, for stale responses. */
  peek(key: string): T | undefined
  /**
   * Replaces the value of the key, and evicts the least recently used entries of all namespaces until there is room. A
   * value of more than an eighth of the budget is not cached, nor is one with `waitsForSecond` at its first request.
   */
  set(key: string, value: T): void
  delete(key: string): void
}

/** Counters of one namespace since the start of the process. */
export interface NamespaceStats {
  readonly entries: number
  /** Estimated memory in bytes, with overhead. */
  readonly bytes: number
  readonly hits: number
  readonly misses: number
}

/** Counters of the cache. */
export interface CacheStats {
  /** The budget. */
  readonly maxBytes: number
  readonly bytes: number
  readonly namespaces: Readonly<Record<string, NamespaceStats>>
}

export interface NamespaceOptions<T> {
  /** Memory that a value takes, in bytes, without its key and its place in the cache. */
  readonly bytesOf: (value: T) => number
  /** Returns true if a value is cached from its second request on. Crawlers request most URLs once. */
  readonly waitsForSecond?: (value: T) => boolean
  /** True if the database alone decides the keys, so that requests cannot make new ones without end. Default: false. */
  readonly isOfDatabase?: boolean
}

/** The one cache of a process: namespaces under one budget. Those of requests take at most REQUESTS_SHARE of it together. */
export interface Cache {
  /** @throws Error if the name is taken */
  namespace<T>(name: string, options: NamespaceOptions<T>): Namespace<T>
  stats(): CacheStats
}

/** Overhead of an entry in two maps and in the lists of recency, in bytes, as test/cache/budget.test.ts measures it. */
const ENTRY_BYTES = 200
/** Divisor of the budget that yields the largest entry. One large response must not evict a thousand small ones. */
const MAX_ENTRY_SHARE = 8

/**
 * Share of the budget for entries whose keys come from requests. Distinct URLs without end then leave room for the states that
 * queries read, and the resident memory stays within 125 % of the budget: with a share of 0.7, a million of them made it grow by
 * 2.0 times the bytes of the entries, evicted entries that the heap has not collected yet and compiled code included.
 */
export const REQUESTS_SHARE = 0.5

interface Entry {
  readonly key: string
  readonly bytes: number
  readonly forget: (entry: Entry) => void
}

/** @param maxBytes budget of all namespaces together, a positive whole number */
export function createCache({ maxBytes }: { readonly maxBytes: number }): Cache {
  const entries = new LRUCache<Entry, Entry>({
    maxSize: maxBytes,
    maxEntrySize: Math.ceil(maxBytes / MAX_ENTRY_SHARE),
    sizeCalculation: ({ bytes }) => bytes,
    dispose: (entry) => entry.forget(entry),
  })
  /** The entries of requests are in both lists. */
  const ofRequests = new LRUCache<Entry, Entry>({
    maxSize: Math.ceil(maxBytes * REQUESTS_SHARE),
    sizeCalculation: ({ bytes }) => bytes,
    // `dispose` runs before the entry has left the list, and `forget` deletes from the list.
    disposeAfter(entry, _, reason) {
      if (reason === 'evict') entries.delete(entry)
    },
  })
  const isSeen = createSeenKeys()
  const statsOf = new Map<string, () => NamespaceStats>()

  function namespace<T>(name: string, options: NamespaceOptions<T>): Namespace<T> {
    const { bytesOf, waitsForSecond = () => false, isOfDatabase = false } = options
    if (statsOf.has(name)) throw new Error(`The cache has two namespaces ${name}.`)
    const known = new Map<string, Entry & { readonly value: T }>()
    let bytes = 0
    let hits = 0
    let misses = 0
    statsOf.set(name, () => ({ entries: known.size, bytes, hits, misses }))
    const forget = (entry: Entry): void => {
      known.delete(entry.key)
      ofRequests.delete(entry)
      bytes -= entry.bytes
    }
    const use = (entry: Entry): void => {
      entries.get(entry)
      ofRequests.get(entry)
    }
    function remove(key: string): void {
      const entry = known.get(key)
      if (entry) entries.delete(entry)
    }
    return {
      get(key, isUsable) {
        const entry = known.get(key)
        if (!entry || isUsable?.(entry.value) === false) {
          misses += 1
          return undefined
        }
        hits += 1
        use(entry)
        return entry.value
      },
      touch(key) {
        const entry = known.get(key)
        if (entry) use(entry)
        return entry !== undefined
      },
      peek: (key) => known.get(key)?.value,
      set(key, value) {
        const isFirst = waitsForSecond(value) && !isSeen(`${name} ${key}`) && !known.has(key)
        remove(key)
        if (isFirst) return
        const entry = { key, value, bytes: ENTRY_BYTES + textBytes(key) + Math.ceil(bytesOf(value)), forget }
        if (entry.bytes > entries.maxEntrySize) return
        known.set(key, entry)
        bytes += entry.bytes
        entries.set(entry, entry)
        if (!isOfDatabase) ofRequests.set(entry, entry)
      },
      delete: remove,
    }
  }

  return {
    namespace,
    stats: () => ({
      maxBytes,
      bytes: entries.calculatedSize,
      namespaces: Object.fromEntries([...statsOf].map(([name, read]) => [name, read()])),
    }),
  }
}
