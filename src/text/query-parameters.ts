import { foldText } from './fold.ts'
import { nearest } from './nearest.ts'
import { MAX_QUOTE, truncate } from './short-message.ts'

/** Query parameters that a route accepts. */
export interface QueryParameters {
  readonly known: readonly string[]
  /** Names of `known` that may be given more than once. */
  readonly repeatable: readonly string[]
  /**
   * Treatment of a name unlike any known one. Shared links often have `utm_source` and the like, so pages ignore such
   * names. A near miss of a known name is refused everywhere.
   */
  readonly foreign: 'IGNORED' | 'REFUSED'
}

export type ParameterProblem =
  | { readonly is: 'REPEATED'; readonly name: string }
  /** The value has bytes that are not UTF-8, which parsing has replaced by U+FFFD. */
  | { readonly is: 'UNDECODABLE'; readonly name: string }
  | {
      readonly is: 'UNKNOWN'
      /** The first `MAX_QUOTE` UTF-16 units of the name. */
      readonly name: string
      /** The known name that is probably meant. */
      readonly near: string | null
    }

/** Returns the first parameter of a query that the route refuses. Null if it accepts the query. */
export function findParameterProblem(query: URLSearchParams, parameters: QueryParameters): ParameterProblem | null {
  const { known, repeatable, foreign } = parameters
  const seen = new Set<string>()
  for (const [name, value] of query) {
    if (known.includes(name)) {
      if (seen.has(name) && !repeatable.includes(name)) return { is: 'REPEATED', name }
      if (value.includes('\ufffd')) return { is: 'UNDECODABLE', name }
      seen.add(name)
      continue
    }
    const near = nearMiss(name, known) ?? (foreign === 'REFUSED' ? nearest(name, known) : null)
    if (near !== null || foreign === 'REFUSED') return { is: 'UNKNOWN', name: truncate(name, MAX_QUOTE), near }
  }
  return null
}

/** Rest of an `&` that was escaped for HTML, before the name of a parameter. */
const ESCAPED_AMPERSAND = /^(?:&?amp;)+/i
/** Least length of the longer of two names. Shorter names that differ are different words, such as lang and long. */
const MIN_MISSPELT = 5

/**
 * Returns the known name that differs in case, in marks such as `-`, `_` and `[]`, in an escaped `&` before the name,
 * or in one character if the longer name has at least `MIN_MISSPELT` characters. Null if there is none.
 */
function nearMiss(name: string, known: readonly string[]): string | null {
  const folded = foldName(name.replace(ESCAPED_AMPERSAND, ''))
  const isComparable = (other: string): boolean => Math.max(other.length, folded.length) >= MIN_MISSPELT
  const found = known.map(foldName).includes(folded)
    ? folded
    : nearest(folded, known.map(foldName).filter(isComparable), 1)
  return known.find((one) => foldName(one) === found) ?? null
}

const foldName = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]+/gu, '')
