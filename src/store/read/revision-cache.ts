import type { Cache } from '../../cache/create-cache.ts'

/** Reads a value of a revision once, for concurrent and later requests. */
export type ReadOnce<T> = (key: string, read: () => Promise<T>) => Promise<T>

/**
 * Caches values by revision. A published revision never changes, so they stay valid.
 * @param bytesOf memory of a value in bytes
 */
export function createRevisionCache<T>(cache: Cache, name: string, bytesOf: (value: T) => number): ReadOnce<T> {
  const known = cache.namespace<{ readonly value: T }>(name, { bytesOf: ({ value }) => bytesOf(value) })
  const reading = new Map<string, Promise<T>>()
  return (key, read) => {
    const found = known.get(key)
    if (found) return Promise.resolve(found.value)
    const awaited = reading.get(key)
    if (awaited) return awaited
    const mine = read()
      .then((value) => {
        known.set(key, { value })
        return value
      })
      .finally(() => reading.delete(key))
    reading.set(key, mine)
    return mine
  }
}
