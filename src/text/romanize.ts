import anyAscii from 'any-ascii'
import { foldText } from './fold.ts'

const ASCII = /^[\0-\x7f]*$/

/**
 * Returns the folded text in Latin letters: other scripts are transcribed letter by letter, so that names in two scripts can be
 * compared. Searches compare folded texts instead, which keep their scripts.
 */
export function romanize(text: string): string {
  const folded = foldText(text)
  return ASCII.test(folded) ? folded : foldText(anyAscii(folded))
}
