import type { Assertion } from '../domain/assertion.ts'
import type { Possibility } from '../messages/words.ts'
import { baseOf } from '../text/languages.ts'

const UNSURE = /\b(?:mungkin|kemungkinan|barangkali|bisa jadi|boleh jadi)\b/iu

/**
 * Returns the kind of a POSSIBLE assertion. A "may" that a primary document states or confirms is a right, unless its
 * Indonesian words express doubt. Translations are the newsroom's and do not count. Any other "may" is a chance.
 */
export function possibilityOf({ quote, evidentiality, stance }: Assertion): Possibility {
  const words = quote !== null && baseOf(quote.language) === 'id' ? quote.exact : ''
  if (UNSURE.test(words)) return 'CHANCE'
  return evidentiality === 'PRIMARY_DOCUMENT' && (stance === 'STATES' || stance === 'CONFIRMS') ? 'RIGHT' : 'CHANCE'
}

/** Returns the kind of a text about several assertions: RIGHT if one of them reserves a right. */
export const commonPossibility = (assertions: readonly Assertion[]): Possibility =>
  assertions.some((one) => one.certainty === 'POSSIBLE' && possibilityOf(one) === 'RIGHT') ? 'RIGHT' : 'CHANCE'
