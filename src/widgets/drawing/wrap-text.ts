import { measureText, type Weight } from './measure-text.ts'

export interface WrapOptions {
  readonly width: number
  readonly size: number
  readonly weight?: Weight
  /** What does not fit ends in an ellipsis. */
  readonly maxLines: number
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** No line of a drawing holds more: longer texts are cut before they are measured. */
const MOST_LETTERS = 1200

/** Lines that fit the width, broken between words, and inside a word only where it is wider than a line. */
export function wrapText(text: string, { width, size, weight = 'regular', maxLines }: WrapOptions): readonly string[] {
  const measure = (words: string): number => measureText(words, size, weight)
  const words = visible(text)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (measure(word) <= width ? [word] : pieces(word, width, measure)))
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
  }
  if (line !== '') lines.push(line)
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  return [...kept.slice(0, -1), shortened(kept.at(-1) ?? '', width, measure)]
}

/** Direction marks and controls would reorder what is measured word by word. */
const visible = (text: string): string =>
  [...text.toWellFormed()]
    .slice(0, MOST_LETTERS)
    .join('')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, ' ')

function pieces(word: string, width: number, measure: (text: string) => number): readonly string[] {
  const found: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && measure(piece + segment) > width) {
      found.push(piece)
      piece = ''
    }
    piece += segment
  }
  return piece === '' ? found : [...found, piece]
}

function shortened(line: string, width: number, measure: (text: string) => number): string {
  const letters = [...graphemes.segment(line)].map(({ segment }) => segment)
  while (letters.length > 0 && measure(`${letters.join('')}…`) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}
