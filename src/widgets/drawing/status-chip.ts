import type { StandingName } from '../../domain/standing.ts'
import { el, join, type Markup } from '../html/markup.ts'
import { type Theme, TOKENS } from '../tokens.ts'
import { textBlock } from './card-text.ts'
import { drawIcon } from './draw-icon.ts'
import { drawLine } from './draw-line.ts'

interface ChipPlace {
  /** Start of the chip: its right end for text from right to left. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly rtl: boolean
  readonly theme: Theme
}

/** Height of a chip, in px. */
export const CHIP_HEIGHT = 20
const SIZE = 13
const ICON = 14
const BAR = 6

/** Draws a status beside text in a picture: bar with the line style, icon, word and colour. */
export function statusChip(status: StandingName, word: string, { x, y, width, rtl, theme }: ChipPlace): Markup {
  const xOf = (offset: number): number => (rtl ? x - offset : x + offset)
  const colour = TOKENS.statuses[status].text[theme]
  const icon = xOf(BAR + 5)
  return join(
    drawLine(status, theme, (stroke) =>
      el('path', { d: `M${xOf(BAR / 2)} ${y + 1}V${y + 17}`, fill: 'none', ...stroke }),
    ),
    drawIcon(status, { x: rtl ? icon - ICON : icon, y: y + 2, scale: ICON / 16, rtl, colour }),
    textBlock(word, {
      x: xOf(BAR + ICON + 11),
      y: y + 1,
      width: width - BAR - ICON - 11,
      size: SIZE,
      weight: 'bold',
      fill: colour,
      rtl,
      maxLines: 1,
    }).drawn,
  )
}
