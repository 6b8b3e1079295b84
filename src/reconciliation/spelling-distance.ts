/** Longest text that is compared, in UTF-16 units. Longer ones differ by their first units alone. */
const MAX_LENGTH = 64

const line = (): Uint8Array => new Uint8Array(MAX_LENGTH + 1)
/** Reused by every comparison, which is synchronous. */
const LINES = [line(), line(), line()] as const

/**
 * Returns the number of typing errors between two texts: characters inserted, left out or replaced, and neighbours swapped, which
 * is one error and not two. Texts of more than 64 units are cut.
 */
export function spellingDistance(one: string, other: string): number {
  if (one === other) return 0
  const a = one.slice(0, MAX_LENGTH)
  const b = other.slice(0, MAX_LENGTH)
  let [before, previous, current]: readonly [Uint8Array, Uint8Array, Uint8Array] = LINES
  for (let j = 0; j <= b.length; j += 1) previous[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    current[0] = i
    const left = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j += 1) {
      const right = b.charCodeAt(j - 1)
      let least = (previous[j - 1] ?? 0) + (left === right ? 0 : 1)
      least = Math.min(least, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && left === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === right)
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      current[j] = least
    }
    ;[before, previous, current] = [previous, current, before]
  }
  return previous[b.length] ?? 0
}

/** Returns the likeness of two texts from 0 to 1: the share of the longer one that is free of typing errors. */
export function spellingLikeness(one: string, other: string): number {
  const longest = Math.min(MAX_LENGTH, Math.max(one.length, other.length))
  return longest === 0 ? 0 : 1 - spellingDistance(one, other) / longest
}
