import { foldText } from './fold.ts'
import { nearest } from './nearest.ts'
import { MAX_QUOTE, truncate } from './short-message.ts'

/** The query parameters of a route. */
export interface QueryParameters {
  readonly known: readonly string[]
  /** Names of `known` that may be given more than once. */
  readonly repeatable: readonly string[]
  /**
   * Treatment of a name unlike any known one. Links to pages get `utm_source` and the like from whoever shares them, so pages
   * ignore it. A near miss of a known name is refused everywhere.
   */
  readonly foreign: 'IGNORED' | 'REFUSED'
}

export type ParameterProblem =
  | { readonly is: 'REPEATED'; readonly name: string }
  | {
      readonly is: 'UNKNOWN'
      /** The first `MAX_QUOTE` UTF-16 units of the name. */
      readonly name: string
      /** The known name that is probably meant. */
      readonly near: string | null
    }

/** The first parameter of a query that its route refuses; null where the route takes the query. */
export function findParameterProblem(query: URLSearchParams, parameters: QueryParameters): ParameterProblem | null {
  const { known, repeatable, foreign } = parameters
  const seen = new Set<string>()
  for (const name of query.keys()) {
    if (known.includes(name)) {
      if (seen.has(name) && !repeatable.includes(name)) return { is: 'REPEATED', name }
      seen.add(name)
      continue
    }
    const near = nearMiss(name, known) ?? (foreign === 'REFUSED' ? nearest(name, known) : null)
    if (near !== null || foreign === 'REFUSED') return { is: 'UNKNOWN', name: truncate(name, MAX_QUOTE), near }
  }
  return null
}

/** `&` of an address that was escaped for HTML, at the beginning of the name that follows it. */
const ESCAPED_AMPERSAND = /^(?:&?amp;)+/i
/** Characters of the longer name of two: shorter names that differ are different words, such as lang and long. */
const MIN_MISSPELT = 5

/**
 * The known name that a name misses narrowly: by case, by marks such as `-`, `_` and `[]`, by an escaped `&` before it, or, where
 * the longer of the two has at least `MIN_MISSPELT` characters, by one character.
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
