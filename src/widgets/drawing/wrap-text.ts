import { measureText, type TextStyle } from './measure-text.ts'

export interface Wrapping extends TextStyle {
  /** Maximum width of a line, in px. */
  readonly width: number
  /** Maximum of lines; longer text ends in an ellipsis. Absent for text that must be complete: a status, a source. */
  readonly maxLines?: number
  /** Part of the first line that is taken, in px. */
  readonly indent?: number
}

/** Breaks text into lines of a width, between words, and inside a word that is wider than a line. */
export function wrapText(text: string, wrapping: Wrapping): readonly string[] {
  const { width, maxLines = Number.POSITIVE_INFINITY, indent = 0 } = wrapping
  const measure = (piece: string): number => measureText(piece, wrapping)
  const space = measure(' ')
  const lines: string[] = []
  let line = ''
  let filled = 0
  const room = (): number => (lines.length === 0 ? width - indent : width)
  const put = (piece: string, gap: '' | ' ', wide: number): void => {
    // Joined letters may be wider together than apart.
    const longer = gap === '' ? measure(line + piece) : filled + space + wide
    if (line !== '' && longer > room()) {
      lines.push(line)
      line = ''
    } else if (line === '' && wide > room()) lines.push('')
    filled = line === '' ? wide : longer
    line = line === '' ? piece : `${line}${gap}${piece}`
  }
  for (const word of drawable(text).split(' ')) {
    const wide = measure(word)
    if (wide <= width) put(word, ' ', wide)
    else
      for (const [i, piece] of piecesOf(word, width, measure).entries()) put(piece, i === 0 ? ' ' : '', measure(piece))
    if (lines.length >= maxLines) break
  }
  if (line !== '') lines.push(line)
  if (lines.length <= maxLines) return lines
  return [...lines.slice(0, maxLines - 1), shortened(lines[maxLines - 1] ?? '', width, measure)]
}

/**
 * Returns text as one line, without characters that would change its place or order: control characters, overrides of
 * direction, more than six marks on one letter. No-break spaces stay.
 */
export const drawable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/[^\S\u00A0\u2007\u202F]+|\p{Cc}+/gu, ' ')
    .replace(/(\p{M}{6})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const words = new Intl.Segmenter('und', { granularity: 'word' })

const STEP = 256

/**
 * Segments text in steps, since a segmenter takes quadratic time on long texts. The last segment of a step may
 * continue, so the next step starts with it.
 */
function segmentsOf(text: string, segmenter: Intl.Segmenter): readonly Intl.SegmentData[] {
  const found: Intl.SegmentData[] = []
  for (let start = 0; start < text.length; ) {
    const isSplit = /[\uD800-\uDBFF]/.test(text[start + STEP - 1] ?? '')
    const segments = [...segmenter.segment(text.slice(start, start + STEP + (isSplit ? 1 : 0)))]
    const complete = start + STEP < text.length && segments.length > 1 ? segments.slice(0, -1) : segments
    found.push(...complete)
    for (const { segment } of complete) start += segment.length
  }
  return found
}

/** Breaks a word that is wider than a line: into words of scripts without spaces, else into characters. */
function piecesOf(word: string, width: number, measure: (piece: string) => number): readonly string[] {
  const pieces: string[] = []
  for (const { segment, isWordLike } of segmentsOf(word, words)) {
    const last = pieces.at(-1)
    // A comma or a quotation mark stays with the word before it if it fits.
    if (last !== undefined && !isWordLike && measure(last + segment) <= width)
      pieces[pieces.length - 1] = last + segment
    else if (measure(segment) <= width) pieces.push(segment)
    else pieces.push(...charactersOf(segment, width, measure))
  }
  return pieces
}

function charactersOf(word: string, width: number, measure: (piece: string) => number): readonly string[] {
  const characters = segmentsOf(word, graphemes).map(({ segment }) => segment)
  const pieces: string[] = []
  for (let start = 0, end = 0; start < characters.length; start = end) {
    let filled = 0
    for (end = start; end < characters.length; end += 1) {
      filled += measure(characters[end] ?? '')
      if (filled > width && end > start) break
    }
    while (end > start + 1 && measure(characters.slice(start, end).join('')) > width) end -= 1
    pieces.push(characters.slice(start, end).join(''))
  }
  return pieces
}

/** Cuts a line after a word, or inside of it if the cut would lose more than half of the line. Adds an ellipsis. */
function shortened(line: string, width: number, measure: (piece: string) => number): string {
  const characters = segmentsOf(line, graphemes).map(({ segment }) => segment)
  while (characters.length > 0 && measure(`${characters.join('').trimEnd()}…`) > width) characters.pop()
  const cut = characters.join('')
  const border = cut === line ? cut.length : cut.lastIndexOf(' ')
  return `${(border > cut.length / 2 ? cut.slice(0, border) : cut).trimEnd()}…`
}
