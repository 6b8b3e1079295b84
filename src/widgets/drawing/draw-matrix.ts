import { el, type Markup } from '../html/markup.ts'
import { type Theme, TOKENS } from '../tokens.ts'
import type { MatrixCell, MatrixView, ViewNode } from '../view/view.ts'
import { textBlock } from './card-text.ts'
import type { PictureOptions } from './draw-timeline.ts'
import { PAD, TYPE } from './graph-measures.ts'
import { createStack, type Drawn } from './stack.ts'
import { CHIP_HEIGHT, statusChip } from './status-chip.ts'
import { wrapText } from './wrap-text.ts'

/** Maximum of rows that is legible. A line counts the claims of further rows. */
const MAX_ROWS = 16
const GAP = 14
/** Shares of the width: data, then use. The counts of statuses have the rest. */
const DATA = 0.27
const USE = 0.36

/**
 * Draws data by use as a picture. A column for each use would be too narrow, so each data category lists its uses below
 * each other, with the counts of each status beside them.
 */
export function drawMatrix(view: MatrixView, { width, theme }: PictureOptions): Drawn {
  const { messages } = view.header
  const { ui } = messages
  const rtl = messages.direction === 'rtl'
  const [data, use] = [Math.round(width * DATA), Math.round(width * USE)]
  const stack = createStack({ x: 0, y: 0, width, rtl, theme })
  const side = { y: 0, rtl, theme }
  /** Returns the place of a box at an offset from the start of the text. */
  const place = (from: number, wide: number) => ({ ...side, x: rtl ? width - from - wide : from, width: wide })
  const rows = view.rows.slice(0, MAX_ROWS)
  const several = view.entities.length > 1

  for (const [i, row] of rows.entries()) {
    if (i > 0) stack.put((y) => el('path', { d: `M0 ${y}H${width}`, stroke: TOKENS.colours.line[theme] }), 8)
    const top = stack.bottom()
    const box = dataBox(row, place(0, data), top)
    stack.put(() => box.drawn)
    for (const entity of view.entities) {
      const cells = view.cells.filter((cell) => cell.row === row.id && cell.entity === entity.id)
      if (cells.length === 0 && !view.saysAbsent) continue
      const beside = createStack({ ...place(data + GAP, width - data - GAP), y: stack.bottom() })
      if (several) beside.text(entity.label, { size: 14, colour: 'text', weight: 'bold', gap: 2 })
      if (cells.length === 0) beside.text(ui.noSuchHere, { size: 13, colour: 'muted', gap: 4 })
      for (const cell of cells) {
        const column = view.columns.find(({ id }) => id === cell.column)
        const label = createStack({ ...place(data + GAP, use), y: beside.bottom() })
        label.text(useWords(column, ui.use), { size: 13, colour: 'text', gap: 4 })
        const from = data + GAP + use + GAP
        const chips = cellChips(cell, { ...place(from, width - from), y: beside.bottom() })
        beside.put(() => label.done().drawn)
        beside.put(() => chips.drawn)
        beside.reach(Math.max(label.bottom(), beside.bottom() + chips.height))
      }
      stack.put(() => beside.done().drawn, beside.done().height)
    }
    stack.reach(top + box.height)
    stack.space(8)
  }
  const left = claimsIn(view.cells, view.rows.slice(MAX_ROWS), claimsIn(view.cells, rows, new Set()))
  if (left.size > 0) stack.text(ui.moreClaims(left.size), { size: 14, colour: 'text' })
  return stack.done()
}

/** Returns "Use: …", or the text for claims without a use as it is. */
const useWords = (column: ViewNode | undefined, use: string): string =>
  column === undefined ? '' : column.href === '#' ? column.label : `${use}: ${column.label}`

interface Place {
  readonly x: number
  readonly width: number
  readonly y: number
  readonly rtl: boolean
  readonly theme: Theme
}

/** Draws a data category in a box, as `drawGraph` does. */
function dataBox({ label }: ViewNode, { x, width, rtl, theme }: Place, y: number): Drawn {
  const { size, maxLines } = TYPE.label
  const inner = { width: width - 2 * PAD, size, weight: 'regular' as const, maxLines }
  const words = textBlock(label, {
    ...inner,
    x: rtl ? x + width - PAD : x + PAD,
    y: y + PAD - 2,
    fill: TOKENS.colours.text[theme],
    rtl,
  })
  const height = 2 * PAD + wrapText(label, inner).length * Math.round(size * 1.28) - 4
  const { data, control } = TOKENS.colours
  const rect = el('rect', { x, y, width, height, rx: TOKENS.radii.box, fill: data[theme], stroke: control[theme] })
  return { drawn: el('g', {}, rect, words.drawn), height }
}

function cellChips({ counts }: MatrixCell, { x, y, width, rtl, theme }: Place): Drawn {
  const chips = counts.map(({ status, word, count }, i): Markup => {
    const place = { x: rtl ? x + width : x, y: y + i * CHIP_HEIGHT, width, rtl, theme }
    return statusChip(status, `${count} ${word}`, place)
  })
  return { drawn: el('g', {}, chips), height: counts.length * CHIP_HEIGHT + 4 }
}

/** Returns the URLs of the claims in some rows, without those in `known`. */
function claimsIn(
  cells: readonly MatrixCell[],
  rows: readonly ViewNode[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const ids = new Set(rows.map(({ id }) => id))
  const all = cells.filter(({ row }) => ids.has(row)).flatMap(({ claims }) => claims.map(({ href }) => href))
  return new Set(all.filter((href) => !known.has(href)))
}
