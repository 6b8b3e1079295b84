import { LRUCache } from 'lru-cache'
import { createSeenKeys } from './seen-keys.ts'
import { textBytes } from './text-bytes.ts'

/** Entries of one kind: a share of the budget that is not fixed, for all kinds compete by recency. */
export interface Namespace<T> {
  /**
   * Counts a hit or a miss; a hit becomes the most recently used.
   * @param isUsable false for a value that is out of date, which is a miss
   */
  get(key: string, isUsable?: (value: T) => boolean): T | undefined
  /** The same without counting and without a change of recency: for answers that are out of date. */
  peek(key: string): T | undefined
  /**
   * Replaces an older value, and evicts the least recently used of all namespaces until there is room. Does nothing for
   * a value that takes more than an eighth of the budget, and the first time for one that waits for its second request.
   */
  set(key: string, value: T): void
  delete(key: string): void
}

export interface NamespaceStats {
  readonly entries: number
  /** Counted, with overhead. */
  readonly bytes: number
  readonly hits: number
  readonly misses: number
}

export interface CacheStats {
  /** The budget. */
  readonly maxBytes: number
  readonly bytes: number
  readonly namespaces: Readonly<Record<string, NamespaceStats>>
}

export interface NamespaceOptions<T> {
  /** Memory that a value takes, in bytes, without its key and its place in the cache. */
  readonly bytesOf: (value: T) => number
  /** Whether a value is worth its place only from its second request on: much of what crawlers ask for is asked for once. */
  readonly waitsForSecond?: (value: T) => boolean
}

/** All that a process caches, under one budget. */
export interface Cache {
  /** @throws Error where the name is taken */
  namespace<T>(name: string, options: NamespaceOptions<T>): Namespace<T>
  stats(): CacheStats
}

/** The place of an entry in two maps, the lists of recency and the entry itself, in bytes: measured by test/cache/budget.test.ts. */
const ENTRY_BYTES = 200
/** No entry may take more than this share: one large answer must not evict a thousand small ones. */
const MAX_ENTRY_SHARE = 8

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
  const isSeen = createSeenKeys()
  const statsOf = new Map<string, () => NamespaceStats>()

  function namespace<T>(name: string, options: NamespaceOptions<T>): Namespace<T> {
    const { bytesOf, waitsForSecond = () => false } = options
    if (statsOf.has(name)) throw new Error(`The cache has two namespaces ${name}.`)
    const known = new Map<string, Entry & { readonly value: T }>()
    let bytes = 0
    let hits = 0
    let misses = 0
    statsOf.set(name, () => ({ entries: known.size, bytes, hits, misses }))
    const forget = (entry: Entry): void => {
      known.delete(entry.key)
      bytes -= entry.bytes
    }
    function remove(key: string): void {
      const entry = known.get(key)
      if (entry) entries.delete(entry)
    }
    return {
      get(key, isUsable = () => true) {
        const entry = known.get(key)
        if (!entry || !isUsable(entry.value)) {
          misses += 1
          return undefined
        }
        hits += 1
        entries.get(entry)
        return entry.value
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
