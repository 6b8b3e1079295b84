import { el, type Markup } from '../html/markup.ts'
import { type Theme, TOKENS } from '../tokens.ts'
import type { MatrixCell, MatrixView, ViewNode } from '../view/view.ts'
import { textBlock } from './card-text.ts'
import type { PictureOptions } from './draw-timeline.ts'
import { PAD, TYPE } from './graph-measures.ts'
import { createStack, type Drawn } from './stack.ts'
import { CHIP_HEIGHT, statusChip } from './status-chip.ts'
import { wrapText } from './wrap-text.ts'

/** More rows make a picture that nobody reads; it says how many claims are left out. */
const MAX_ROWS = 16
const GAP = 14
/** Of the whole width: data, then use, then the counts of statuses. */
const DATA = 0.27
const USE = 0.36

/**
 * Data by use for where it is a picture. As many columns as there are uses would be too narrow to read, so that each kind
 * of data has its uses below each other; what is counted stands beside them, and is never merged into one status.
 */
export function drawMatrix(view: MatrixView, { width, theme }: PictureOptions): Drawn {
  const { messages } = view.header
  const { ui } = messages
  const rtl = messages.direction === 'rtl'
  const [data, use] = [Math.round(width * DATA), Math.round(width * USE)]
  const stack = createStack({ x: 0, y: 0, width, rtl, theme })
  const side = { y: 0, rtl, theme }
  /** What begins at an offset, as wide as it is, on the side where text begins. */
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

/** That no use is stated is no use. */
const useWords = (column: ViewNode | undefined, use: string): string =>
  column === undefined ? '' : column.href === '#' ? column.label : `${use}: ${column.label}`

interface Place {
  readonly x: number
  readonly width: number
  readonly y: number
  readonly rtl: boolean
  readonly theme: Theme
}

/** As in the drawing of claims: data stands in a box of its colour. */
function dataBox({ label }: ViewNode, { x, width, rtl, theme }: Place, y: number): Drawn {
  const { size, maxLines } = TYPE.label
  const inner = { width: width - 2 * PAD, size, weight: 'regular' as const, mostLines: maxLines }
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
    const at = { x: rtl ? x + width : x, y: y + i * CHIP_HEIGHT, width, rtl, theme }
    return statusChip(status, `${count} ${word}`, at)
  })
  return { drawn: el('g', {}, chips), height: counts.length * CHIP_HEIGHT + 4 }
}

/** Addresses of the claims in some rows that are not known yet. */
function claimsIn(
  cells: readonly MatrixCell[],
  rows: readonly ViewNode[],
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const ids = new Set(rows.map(({ id }) => id))
  const all = cells.filter(({ row }) => ids.has(row)).flatMap(({ claims }) => claims.map(({ href }) => href))
  return new Set(all.filter((href) => !known.has(href)))
}
