/** Length to which texts are compared, in UTF-16 units. */
const MAX_LENGTH = 64
/** Maximum length of a text whose units have one bit each in a number. */
const MAX_BITS = 32

const line = (): Uint8Array => new Uint8Array(MAX_LENGTH + 1)
/** Reused by every comparison, which is synchronous. */
const LINES = [line(), line(), line()] as const
/** Bits of the positions of each ASCII character in one text; all zero between comparisons. */
const places = new Int32Array(128)

/** Number of errors that two swapped parts count, such as syllables. */
const SWAPPED_PARTS = 2

/**
 * Returns the number of typing errors between two texts: characters inserted, left out or replaced, and adjacent characters
 * swapped, which counts as one error. Two swapped parts of any length count at most two errors. Texts are cut to 64 units.
 */
export function spellingDistance(one: string, other: string): number {
  if (one === other) return 0
  const a = one.slice(0, MAX_LENGTH)
  const b = other.slice(0, MAX_LENGTH)
  const distance = a.length <= MAX_BITS && isAscii(a) ? distanceInBits(a, b) : distanceInLines(a, b)
  return distance > SWAPPED_PARTS && areSwapped(a, b) ? SWAPPED_PARTS : distance
}

/** Returns the likeness of two texts, from 0 to 1: one minus the typing errors for each character of the longer text. */
export function spellingLikeness(one: string, other: string): number {
  const longest = Math.min(MAX_LENGTH, Math.max(one.length, other.length))
  return longest === 0 ? 0 : 1 - spellingDistance(one, other) / longest
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) return false
  return true
}

/**
 * Computes a column of the table of distances at once, as differences of neighbours in the bits of numbers (Hyyrö 2003: A
 * bit-vector algorithm for computing Levenshtein and Damerau edit distances).
 * @param a ASCII of 1 to 32 characters
 */
function distanceInBits(a: string, b: string): number {
  if (a === '') return b.length
  for (let i = 0; i < a.length; i += 1) places[a.charCodeAt(i)] = at(a.charCodeAt(i)) | (1 << i)
  const last = 1 << (a.length - 1)
  let distance = a.length
  // Down a column, the distance grows by one where `up` has a bit, and falls where `down` has one.
  let [up, down, diagonal, before] = [-1, 0, 0, 0]
  for (let j = 0; j < b.length; j += 1) {
    const same = at(b.charCodeAt(j))
    const swapped = ((~diagonal & same) << 1) & before
    diagonal = ((((same & up) + up) | 0) ^ up) | same | down | swapped
    const right = down | ~(diagonal | up)
    const left = diagonal & up
    if ((right & last) !== 0) distance += 1
    if ((left & last) !== 0) distance -= 1
    const shifted = (right << 1) | 1
    up = (left << 1) | ~(diagonal | shifted)
    down = shifted & diagonal
    before = same
  }
  for (let i = 0; i < a.length; i += 1) places[a.charCodeAt(i)] = 0
  return distance
}

const at = (unit: number): number => (unit < places.length ? (places[unit] ?? 0) : 0)

/** Computes the table of distances line by line, for texts that are too long for the bits of a number. */
function distanceInLines(a: string, b: string): number {
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

/** Returns whether texts differ by two swapped parts: without their common ends, one is a rotation of the other. */
function areSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let start = 0
  let end = a.length
  while (a[start] === b[start]) start += 1
  while (a[end - 1] === b[end - 1]) end -= 1
  const [one, other] = [a.slice(start, end), b.slice(start, end)]
  return (one + one).includes(other)
}
