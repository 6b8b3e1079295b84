import type { NameScore, WantedName } from './name-score.ts'

/** Facts about a candidate that decide whether it is the wanted thing. */
export interface Evidence {
  readonly isIdentified: boolean
  /** Best name; null for a claim, and for a thing that was found only by its identifier. */
  readonly name: NameScore | null
  /** Whether the text is the proposition of a claim. */
  readonly isSameText: boolean
  /** Whether a condition of the query is not fulfilled. */
  readonly isContradicted: boolean
  readonly score: number
}

/** Least length of a name that may match with a typing error. */
const MIN_SURE_LENGTH = 6
/** Least difference in score between a misspelt name and the next candidate. */
const MIN_DIFFERENCE = 8

/** Level of agreement: 4 identifier, 3 name or text, 2 name without its legal form, 1 name with a typing error, 0 none of these. */
function levelOf({ isIdentified, name, isSameText }: Evidence, wanted: readonly WantedName[]): number {
  if (isIdentified) return 4
  if (isSameText || name?.isExact === true) return 3
  if (name === null) return 0
  if (name.isSameCore) return 2
  return wanted.some((text) => isSlip(text, name.forms)) ? 1 : 0
}

/**
 * Returns the index of the only candidate with the highest level of agreement. Null if no candidate agrees, if two have the same
 * level, or if the candidate contradicts a condition.
 * @param candidates best first
 */
export function matchIn(candidates: readonly Evidence[], wanted: readonly WantedName[]): number | null {
  const levels = candidates.map((one) => levelOf(one, wanted))
  const best = Math.max(0, ...levels)
  const place = levels.indexOf(best)
  const found = candidates[place]
  if (best === 0 || found === undefined || found.isContradicted) return null
  if (levels.filter((level) => level === best).length > 1) return null
  const next = Math.max(0, ...candidates.filter((_, i) => i !== place).map(({ score }) => score))
  return best > 1 || found.score - next >= MIN_DIFFERENCE ? place : null
}

/**
 * Returns whether two names differ by a typing error that rarely makes another name: two swapped adjacent characters, or letters
 * of the same sound. An additional or missing letter is not accepted, since Google Pay and Google Play are different.
 */
function isSlip(one: WantedName, other: WantedName): boolean {
  const [a, b] = [one.spellings.core, other.spellings.core]
  if (Math.min(a.length, b.length) < MIN_SURE_LENGTH) return false
  return (one.sound === other.sound || isSwapped(a, b)) && digitsOf(a) === digitsOf(b)
}

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i += 1
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}
