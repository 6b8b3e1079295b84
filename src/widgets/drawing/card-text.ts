import type { Weight } from '../../fonts/fonts.ts'
import { join, type Markup } from '../html/markup.ts'
import { FAMILIES, pictureText, SERIF_FAMILIES } from './picture-text.ts'
import { wrapText } from './wrap-text.ts'

export interface TextBlock {
  readonly drawn: Markup
  /** Height of all lines, in px. */
  readonly height: number
}

export interface BlockStyle {
  /** Start of the lines: their right end for text from right to left. */
  readonly x: number
  /** Upper edge of the first line. */
  readonly y: number
  readonly width: number
  readonly size: number
  readonly fill: string
  readonly rtl: boolean
  readonly weight?: Weight
  readonly isSerif?: boolean
  readonly maxLines?: number
}

/** Returns wrapped text for a picture, in the fonts of pictures. */
export function textBlock(
  words: string,
  { x, y, width, size, fill, rtl, weight = 'regular', isSerif = false, maxLines }: BlockStyle,
): TextBlock {
  const line = Math.round(size * 1.28)
  const lines = wrapText(words, { width, size, weight, isSerif, ...(maxLines === undefined ? {} : { maxLines }) })
  const attributes = {
    x,
    'font-size': size,
    fill,
    'font-family': isSerif ? SERIF_FAMILIES : FAMILIES,
    ...(weight === 'bold' ? { 'font-weight': 700 } : {}),
    ...(rtl ? { 'text-anchor': 'end' } : {}),
  }
  const drawn = lines.map((text, i) =>
    join(pictureText(text, { ...attributes, y: Math.round(y + size + i * line) }, rtl), ' '),
  )
  return {
    drawn: join(...drawn),
    height: lines.length * line,
  }
}
