import { measureText } from './measure-text.ts'
import { type Wrapping, wrapText } from './wrap-text.ts'

const STEPS = 6
const NO_BREAK = '\u00A0'

/** Breaks text into as few lines as fit, all about as wide as each other. */
export function balancedLines(text: string, wrapping: Wrapping): readonly string[] {
  const lines = wrapText(text, wrapping)
  if (lines.length < 2 || lines.length > 4) return lines
  let best = lines
  let [low, high] = [wrapping.width / 2, wrapping.width]
  for (let step = 0; step < STEPS; step += 1) {
    const width = (low + high) / 2
    const tried = wrapText(text, { ...wrapping, width })
    // A narrower width must not break words.
    if (tried.length === lines.length && tried.join(' ') === lines.join(' ')) [best, high] = [tried, width]
    else low = width
  }
  return best
}

const DATES = /\p{Nd}{1,2} \p{L}+ \p{Nd}{4}|\p{L}+ \p{Nd}{4}/gu

/** Hedges and negations of several words, in the languages of the messages. */
const HEDGES =
  /\b(?:may in future|(?:does|do|will|may|is|are) not|not yet|no evidence yet|kemungkinan besar|mungkin akan|tidak akan|belum ada bukti)\b/gu

/** Longest part of a line that stays whole. */
const LONGEST_WHOLE = 0.7

/** Joins the words of dates, of hedges and of the given names and conditions by no-break spaces, where the whole fits a line. */
export function withoutBreaks(text: string, names: readonly string[], wrapping: Wrapping): string {
  const join = (part: string): string =>
    measureText(part, wrapping) <= wrapping.width * LONGEST_WHOLE ? part.replaceAll(' ', NO_BREAK) : part
  let kept = text.replace(DATES, join).replace(HEDGES, join)
  for (const name of names) if (name.includes(' ')) kept = kept.replaceAll(name, join(name))
  return kept
}

/** Returns a line with spaces for no-break spaces, as it is drawn. */
export const withSpaces = (line: string): string => line.replaceAll(NO_BREAK, ' ')
