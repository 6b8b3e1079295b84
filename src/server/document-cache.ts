/** What Yoga asks of a cache of documents. */
export interface DocumentCache<T> {
  readonly get: (text: string) => T | undefined
  readonly set: (text: string, value: T) => void
}

const MAX_ENTRIES = 500
const MAX_TEXT_LENGTH = 8192

/** Keeps the parsed form of short, recent texts; Yoga's own cache would keep a thousand texts of any length. */
export function createDocumentCache<T>(): DocumentCache<T> {
  const known = new Map<string, T>()
  return {
    get: (text) => {
      const value = known.get(text)
      if (value === undefined) return undefined
      known.delete(text)
      known.set(text, value)
      return value
    },
    set: (text, value) => {
      if (text.length > MAX_TEXT_LENGTH) return
      known.delete(text)
      known.set(text, value)
      const [oldest] = known.keys()
      if (known.size > MAX_ENTRIES && oldest !== undefined) known.delete(oldest)
    },
  }
}
