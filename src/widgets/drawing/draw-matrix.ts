import type { StandingName } from '../../domain/standing.ts'
import { el, join, type Markup } from '../html/markup.ts'
import type { MatrixCell, MatrixRow, MatrixView, ViewNode } from '../view/view.ts'
import type { ChartOptions } from './draw-timeline.ts'
import { createInk, type Ink } from './ink.ts'
import type { Drawn } from './stack.ts'
import { wrapText } from './wrap-text.ts'

/** Maximum of rows that is legible. A line counts the claims of further rows. */
const MAX_ROWS = 16
/** Side of a cell, width of the names of entities, height of the turned heads, in px. */
const CELL = 42
const WHOSE = 76
const HEAD = 142
const SIZE = 13
const LINE = 16
/** Angle of the heads in degrees, and lengths of the lines of a head: the last one has less room. */
const ANGLE = 55
const LENGTH = 150
const LAST_LENGTH = 72

/** Draws data by use as a table of marks with turned heads, for a picture: line and icon of a status, and its count. */
export function drawMatrix(view: MatrixView, { width, theme }: ChartOptions): Drawn {
  const { messages } = view.header
  const ink = createInk({ width, theme, rtl: messages.direction === 'rtl' })
  const entities = view.entities.filter(({ id }) => view.cells.some((cell) => cell.entity === id))
  const absent = view.saysAbsent ? view.entities.filter((one) => !entities.includes(one)) : []
  const whose = entities.length > 1 ? WHOSE : 0
  const start = width - view.columns.length * CELL - 26
  const rows = view.rows.slice(0, MAX_ROWS)
  const drawn: Markup[] = view.columns.map((column, i) => {
    const isLast = i === view.columns.length - 1
    return turnedHead(column, start + (i + 0.6) * CELL, isLast ? LAST_LENGTH : LENGTH, ink)
  })
  drawn.push(
    el('path', {
      d: `M${ink.xOf(0)} ${HEAD}H${ink.xOf(start + view.columns.length * CELL)}`,
      'stroke-width': 1.4,
      ...ink.stroke('text'),
    }),
  )
  let y = HEAD
  for (const [i, row] of rows.entries()) {
    const own = entities.filter(({ id }) => view.cells.some((cell) => cell.entity === id && cell.row === row.id))
    const height = own.length * CELL
    if (i % 2 === 0) drawn.push(ink.rect(0, y, start + view.columns.length * CELL, height, ink.fill('raised')))
    drawn.push(rowHead(row, start - whose, y, height, ink))
    for (const [j, entity] of own.entries()) {
      const top = y + j * CELL
      if (whose > 0) drawn.push(lines(entity.label, start - whose + 4, top + CELL / 2, whose - 8, 2, ink))
      const cells = view.cells.filter((cell) => cell.row === row.id && cell.entity === entity.id)
      for (const [c, column] of view.columns.entries()) {
        const cell = cells.find((one) => one.column === column.id)
        drawn.push(cell ? marks(cell, start + c * CELL, top, ink) : dot(start + c * CELL, top, ink))
      }
    }
    y += height
  }
  const shown = claimsIn(view.cells, rows, new Set())
  const left = claimsIn(view.cells, view.rows.slice(MAX_ROWS), shown).size
  if (left > 0) {
    y += 24
    drawn.push(ink.text(messages.ui.moreClaims(left), { x: 0, y: y - 6, size: SIZE }))
  }
  // Once below the table, as on the page: a line in each row would hide the rows with claims.
  for (const { label } of absent) {
    y += 24
    drawn.push(ink.text(messages.ui.matrixParts.noKind(label), { x: 0, y: y - 6, size: SIZE, colour: 'muted' }))
  }
  return { drawn: join(...drawn), height: Math.ceil(y + 4) }
}

function turnedHead({ label }: ViewNode, x: number, length: number, ink: Ink): Markup {
  const words = wrapText(label, { width: length, size: SIZE, weight: 'regular', maxLines: 2 })
  // Lines start at the foot of the head; text from right to left ends there.
  const turned = createInk({ width: 0, rtl: ink.rtl, theme: ink.theme })
  return el(
    'g',
    { transform: `translate(${ink.xOf(x)} ${HEAD - 6}) rotate(${ink.rtl ? ANGLE : -ANGLE})` },
    words.map((line, i) => turned.text(line, { x: 0, y: (i - words.length + 1) * LINE, size: SIZE })),
  )
}

const rowHead = ({ label, isNarrower }: MatrixRow, width: number, y: number, height: number, ink: Ink): Markup =>
  lines(label, isNarrower ? 16 : 6, y + height / 2, width - (isNarrower ? 20 : 10), 2, ink, !isNarrower)

/** Draws at most some lines around a middle. */
function lines(
  text: string,
  x: number,
  middle: number,
  width: number,
  maxLines: number,
  ink: Ink,
  bold = false,
): Markup {
  const weight = bold ? ('bold' as const) : ('regular' as const)
  const wrapped = wrapText(text, { width, size: SIZE, weight, maxLines })
  const top = middle - (wrapped.length * LINE) / 2 + 12
  return join(...wrapped.map((line, i) => ink.text(line, { x, y: top + i * LINE, size: SIZE, weight })))
}

const dot = (x: number, y: number, ink: Ink): Markup =>
  el('circle', { cx: ink.xOf(x + CELL / 2), cy: y + CELL / 2, r: 1.3, ...ink.fill('muted') })

/** Draws the marks of a cell: two at most, then the number of the others. */
function marks({ counts }: MatrixCell, x: number, y: number, ink: Ink): Markup {
  const shown = counts.slice(0, 2)
  const step = 18
  const bar = shown.length === 1 ? 22 : 13
  const first = y + CELL / 2 - ((shown.length - 1) * step) / 2
  return join(
    ink.rect(x + 2, y + 2, CELL - 4, CELL - 4, { ...ink.box('surface', 'line'), rx: 3 }),
    ...shown.map(({ status, count }, i) => {
      const middle = first + i * step - (counts.length > 2 ? 5 : 0)
      return join(
        sample(status, x + 7, middle, bar, ink),
        ink.icon(status, x + 11, middle - 6, 12),
        ink.text(String(count), { x: x + 25, y: middle + 4.5, size: SIZE, weight: 'bold', colour: status }),
      )
    }),
    counts.length > 2 && ink.text(`+${counts.length - 2}`, { x: x + 22, y: y + CELL - 5, size: 12 }),
  )
}

/** Draws a short upright line, with shorter dashes: two long ones would look like an exclamation mark. */
function sample(status: StandingName, x: number, middle: number, height: number, ink: Ink): Markup {
  const scale = status === 'DENIED' ? 1 : 0.6
  const half = round(height / 2 / scale)
  const transform = `translate(${ink.xOf(x)} ${middle}) scale(1 ${scale})`
  return el('g', { transform }, ink.statusLine(status, `M0 ${-half}V${half}`))
}

const round = (value: number): number => Math.round(value * 10) / 10

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
