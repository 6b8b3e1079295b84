import type { Cache } from '../../cache/create-cache.ts'

/** Reads once what a revision says, for all who ask at the same time and afterwards. */
export type ReadOnce<T> = (key: string, read: () => Promise<T>) => Promise<T>

/**
 * A published revision never changes, so what was read of it may be cached.
 * @param bytesOf memory that a value takes, in bytes
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
