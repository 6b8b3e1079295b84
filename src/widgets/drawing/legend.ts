import { STANDING_NAMES, type StandingName } from '../../domain/standing.ts'
import type { Messages } from '../../messages/en.ts'
import type { ClaimCard } from '../view/view.ts'
import { measureText } from './measure-text.ts'

/** Place of a status in the legend, with line, icon and word. */
export interface LegendEntry {
  readonly status: StandingName
  readonly word: string
  /** Start of the entry: its right end for text from right to left. */
  readonly x: number
  readonly y: number
}

export interface Legend {
  readonly entries: readonly LegendEntry[]
  readonly height: number
}

/** Sizes in px: length of the line, icon, gap, font, row, gap between entries. */
export const LEGEND = { line: 30, icon: 14, gap: 6, size: 13, row: 24, between: 20 } as const

/** Places the statuses of the cards in rows of at most the width. */
export function layoutLegend(
  cards: readonly ClaimCard[],
  { width, top, messages }: { readonly width: number; readonly top: number; readonly messages: Messages },
): Legend {
  const { line, icon, gap, size, row, between } = LEGEND
  const shown = STANDING_NAMES.filter((status) => cards.some((card) => card.status === status))
  const rtl = messages.direction === 'rtl'
  let x = 0
  let y = top
  const entries = shown.map((status): LegendEntry => {
    const word = messages.statuses[status]
    const wide = line + icon + 2 * gap + Math.ceil(measureText(word, { size, weight: 'regular' }))
    if (x > 0 && x + wide > width) {
      x = 0
      y += row
    }
    const entry = { status, word, x: rtl ? width - x : x, y }
    x += wide + between
    return entry
  })
  return { entries, height: entries.length === 0 ? 0 : y + row - top }
}
