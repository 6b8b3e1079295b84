import { createHash } from 'node:crypto'
import type { Cache } from '../../cache/create-cache.ts'
import { textBytes } from '../../cache/text-bytes.ts'
import type { Parameters } from '../engines/engine.ts'

/** Identifies a read: its parameters, and a version of all that its result depends on (revision-changes.ts). */
export interface ReadKey {
  /** Statement or variant of the read; needed where a cache has results of several. */
  readonly name?: string
  readonly parameters: Parameters
  readonly version: number
}

/** Results of one kind of read. Errors are not cached. */
export interface ReadCache<T> {
  /** Returns the cached result, or reads it once for concurrent and later requests. */
  once(key: ReadKey, read: () => Promise<T>): Promise<T>
  /**
   * Returns one result for each id, in the order of the ids. One read yields all that are not cached.
   * @param readMissing returns results in the order of its ids
   */
  each<K extends string>(
    ids: readonly K[],
    keyOf: (id: K) => ReadKey,
    readMissing: (ids: readonly K[]) => Promise<readonly T[]>,
  ): Promise<readonly T[]>
}

/** Length of parameters in UTF-16 units, past which the key has their hash. */
const MAX_PARAMETERS = 200
/** Memory of an object or a list without its values, and of a value in it that is no text, in bytes. */
const OBJECT_BYTES = 64
const VALUE_BYTES = 16

/** @param bytesOf memory of a result in bytes; unless given, an estimate of plain objects, lists and texts */
export function createReadCache<T>(
  cache: Cache,
  name: string,
  bytesOf: (value: T) => number = valueBytes,
): ReadCache<T> {
  const known = cache.namespace<{ readonly value: T }>(name, { bytesOf: ({ value }) => bytesOf(value) })
  const reading = new Map<string, Promise<T>>()
  return {
    once(readKey, read) {
      const key = toText(readKey)
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
    },
    async each(ids, keyOf, readMissing) {
      const keys = ids.map((id) => ({ id, key: toText(keyOf(id)) }))
      const found = new Map(keys.map(({ key }) => [key, known.get(key)]))
      const missing = new Map(keys.flatMap(({ id, key }) => (found.get(key) ? [] : [[key, id] as const])))
      const values = missing.size === 0 ? [] : await readMissing([...missing.values()])
      for (const [i, key] of [...missing.keys()].entries()) {
        const value = values[i]
        if (value === undefined) continue
        found.set(key, { value })
        known.set(key, { value })
      }
      return keys.flatMap(({ key }) => {
        const entry = found.get(key)
        return entry ? [entry.value] : []
      })
    },
  }
}

/** Text of a key. Null parameters are left out, since a filter has some 20 parameters and most of them are null. */
function toText({ name = '', parameters, version }: ReadKey): string {
  let text = ''
  for (const [key, value] of Object.entries(parameters)) if (value != null) text += `${key}:${JSON.stringify(value)},`
  const short = text.length <= MAX_PARAMETERS ? text : createHash('sha256').update(text).digest('base64url')
  return `${name}${short}@${version}`
}

/** Estimates the memory of a value in bytes. */
function valueBytes(value: unknown): number {
  if (typeof value === 'string') return VALUE_BYTES + textBytes(value)
  if (typeof value !== 'object' || value === null) return VALUE_BYTES
  let bytes = OBJECT_BYTES
  for (const one of Object.values(value)) bytes += VALUE_BYTES + valueBytes(one)
  return bytes
}
