/** Values by the hash of what they were made of, as much as the bound allows; the least recently used go. */
export interface Hold<T> {
  get(hash: string): T | undefined
  /** @param letters how much of the bound it takes */
  set(hash: string, value: T, letters: number): void
}

/** A hash names content, so nothing held can become wrong, whatever happens to the record. */
export function createHold<T>(mostLetters: number): Hold<T> {
  const held = new Map<string, { readonly value: T; readonly letters: number }>()
  let total = 0
  return {
    get(hash) {
      const known = held.get(hash)
      if (!known) return undefined
      held.delete(hash)
      held.set(hash, known)
      return known.value
    },
    set(hash, value, letters) {
      total += letters - (held.get(hash)?.letters ?? 0)
      held.delete(hash)
      held.set(hash, { value, letters })
      for (const [oldest, { letters: own }] of held) {
        if (total <= mostLetters) return
        held.delete(oldest)
        total -= own
      }
    },
  }
}
