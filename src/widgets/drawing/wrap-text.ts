import { measureText, type TextStyle } from './measure-text.ts'

export interface Wrapping extends TextStyle {
  /** In px. */
  readonly width: number
  /** What does not fit ends in an ellipsis. Absent for what must never be cut: a status, a source. */
  readonly maxLines?: number
}

/** Lines of a text that fit a width: broken between words, and inside a word only where it alone is wider. */
export function wrapText(text: string, wrapping: Wrapping): readonly string[] {
  const { width, maxLines = Number.POSITIVE_INFINITY } = wrapping
  const measure = (piece: string): number => measureText(piece, wrapping)
  const space = measure(' ')
  const lines: string[] = []
  let line = ''
  let filled = 0
  const put = (piece: string, gap: '' | ' ', wide: number): void => {
    // Letters that join may be wider together than apart.
    const longer = gap === '' ? measure(line + piece) : filled + space + wide
    if (line !== '' && longer > width) {
      lines.push(line)
      line = ''
    }
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
 * One line of text without what would draw it elsewhere or in another order: controls, overrides of direction, heaps of
 * marks on one letter. Spaces that must not break stay.
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

/** In steps, because a segmenter takes quadratic time on long texts. The last segment of a step may go on in the next. */
function segmentsOf(text: string, segmenter: Intl.Segmenter): readonly Intl.SegmentData[] {
  const found: Intl.SegmentData[] = []
  for (let start = 0; start < text.length; ) {
    const isSplit = /[\uD800-\uDBFF]/.test(text[start + STEP - 1] ?? '')
    const segments = [...segmenter.segment(text.slice(start, start + STEP + (isSplit ? 1 : 0)))]
    const kept = start + STEP < text.length && segments.length > 1 ? segments.slice(0, -1) : segments
    found.push(...kept)
    for (const { segment } of kept) start += segment.length
  }
  return found
}

/** Pieces of a word that is wider than a line, none wider than a line: words of scripts without spaces, or letters. */
function piecesOf(word: string, width: number, measure: (piece: string) => number): readonly string[] {
  const pieces: string[] = []
  for (const { segment, isWordLike } of segmentsOf(word, words)) {
    const last = pieces.at(-1)
    // A comma or a quotation mark stays with the word before it, where it fits.
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

/** Cut after a word, unless that word takes much of the line. */
function shortened(line: string, width: number, measure: (piece: string) => number): string {
  const characters = segmentsOf(line, graphemes).map(({ segment }) => segment)
  while (characters.length > 0 && measure(`${characters.join('').trimEnd()}…`) > width) characters.pop()
  const cut = characters.join('')
  const border = cut === line ? cut.length : cut.lastIndexOf(' ')
  return `${(border > cut.length / 2 ? cut.slice(0, border) : cut).trimEnd()}…`
}
