import { foldText } from '../../text/fold.ts'

/** Length in UTF-16 units, so that a cursor with the key stays short. Slugs order names that are equal up to here. */
const MAX_KEY = 100

/**
 * Returns the stored key by which things are sorted by name: the folded name. Slugs break ties.
 *
 * Characters past U+FFFF are spelt in others. Neo4j orders them by code point and compares them with a parameter by
 * UTF-16 unit, so a page would start at another place than the page before ended.
 */
export const nameKey = (name: string): string =>
  foldText(name)
    .replace(/[\u{10000}-\u{10FFFF}]/gu, (sign) => `\uFFFD${(sign.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`)
    .slice(0, MAX_KEY)
