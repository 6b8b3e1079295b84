import { el, join, type Markup } from '../html/markup.ts'
import type { Theme } from '../tokens.ts'
import type { MarkKind, TimelineView } from '../view/view.ts'
import { createInk, type Ink } from './ink.ts'
import { LABEL_SIZE, numberWidth, type PlacedLabel } from './place-captions.ts'
import { crowds, type PlacedLens, placeLens } from './place-lens.ts'
import { placeAxis, scaleOf } from './place-timeline.ts'
import type { PlacedAxis, PlacedBar, PlacedCount, PlacedMark } from './placed-axis.ts'
import type { Drawn } from './stack.ts'
import { TICK_SIZE } from './time-scale.ts'

export interface ChartOptions {
  readonly width: number
  /** Theme whose colours a picture writes out. Null for a page, where the style sheet sets them. */
  readonly theme: Theme | null
}

/** Height of the ticks with their captions, and of the wedge above a lens, in px. */
const BELOW = 28
const WEDGE = 26

/**
 * Draws an axis with what was said, in force and captured. A crowd of marks is enlarged below. The list has the words.
 * Returns null if no event has a date.
 */
export function drawTimeline(view: TimelineView, { width, theme }: ChartOptions): Drawn | null {
  const { marks, header } = view
  if (marks.length === 0) return null
  const { messages } = header
  const ink = createInk({ width, theme, rtl: messages.direction === 'rtl' })
  const language = messages.tag
  const scale = scaleOf(marks, width)
  const legend = drawLegend(view, ink)
  const { morePeriods } = messages.ui.timelineParts
  const axis = placeAxis(marks, scale, { width, top: 30, language, moreWords: morePeriods })
  const lenses: PlacedLens[] = []
  let bottom = axis.y + BELOW
  for (const stretch of axis.counts.length > 0 ? [] : crowds(marks, scale)) {
    const lens = placeLens(marks, stretch, scale, { top: bottom + WEDGE, width, language })
    lenses.push(lens)
    bottom = lens.y + BELOW
  }
  return {
    drawn: join(
      legend,
      lenses.map((lens) => drawWedge(lens, axis, width, ink)),
      drawAxis(axis, width, ink, false),
      lenses.map((lens) => [
        lens.staffs.map(({ x, from, to }) =>
          el('path', { d: `M${ink.xOf(x)} ${from}V${to}`, 'stroke-width': 1, ...ink.stroke('text') }),
        ),
        ink.text(lens.title, { x: width - 8, y: lens.top + 17, size: LABEL_SIZE, weight: 'bold', anchor: 'end' }),
        drawAxis(lens, width, ink, true),
      ]),
    ),
    height: Math.ceil(bottom),
  }
}

function drawLegend({ marks, header: { messages } }: TimelineView, ink: Ink): Markup {
  const { legend } = messages.ui.timelineParts
  const kinds = (['SAID', 'HOLDS', 'CAPTURED', 'RECORDED'] as const).filter((kind) =>
    marks.some((mark) => mark.kind === kind),
  )
  let x = 7
  return join(
    ...kinds.map((kind) => {
      const from = x
      x += 14 + numberWidth(legend[kind]) + 20
      return join(
        drawMark({ kind, x: from, y: 10, stretch: null }, ink),
        ink.text(legend[kind], { x: from + 14, y: 14.5, size: LABEL_SIZE }),
      )
    }),
  )
}

const drawWedge = (lens: PlacedLens, axis: PlacedAxis, width: number, ink: Ink): Markup => {
  const [from, to] = [ink.xOf(Math.max(0, lens.stretch[0] - 9)), ink.xOf(Math.min(width, lens.stretch[1] + 9))]
  const [start, end] = [ink.xOf(0), ink.xOf(width)]
  const d = `M${from} ${axis.top}H${to}V${axis.y}L${end} ${lens.top}V${lens.y}H${start}V${lens.top}L${from} ${axis.y}Z`
  return el('path', { d, ...ink.fill('raised') })
}

/** @param isLens true on the ground of a lens, without lines behind its captions */
function drawAxis(axis: PlacedAxis, width: number, ink: Ink, isLens: boolean): Markup {
  const line = (d: string, wide: number, colour: 'text' | 'line'): Markup =>
    el('path', { d, fill: 'none', 'stroke-width': wide, ...ink.stroke(colour) })
  return join(
    !isLens && axis.ticks.map(({ x }) => line(`M${ink.xOf(x)} ${axis.top}V${axis.y}`, 1, 'line')),
    line(`M${ink.xOf(0)} ${axis.y}H${ink.xOf(width)}`, 1.4, 'text'),
    axis.ticks.map(({ x, label }) => [
      line(`M${ink.xOf(x)} ${axis.y}v5`, 1.4, 'text'),
      label !== '' && ink.text(label, { x, y: axis.y + 20, size: TICK_SIZE, colour: 'muted', anchor: 'middle' }),
    ]),
    axis.bars.map((bar) => drawBar(bar, ink)),
    axis.counts.map((count) => drawCount(count, axis.y, ink)),
    axis.marks.map((mark) => drawMark(mark, ink)),
    axis.captions.map((label) => drawLabel(label, ink, !isLens)),
  )
}

/** Draws a period in force: a square where it begins, a stroke where it ends. */
const drawBar = ({ from, to, y, isOpen }: PlacedBar, ink: Ink): Markup =>
  join(
    el('path', {
      d: `M${ink.xOf(from)} ${y}H${ink.xOf(to)}${isOpen ? '' : `M${ink.xOf(to)} ${y - 5}v10`}`,
      fill: 'none',
      'stroke-width': 3,
      ...ink.stroke('text'),
    }),
    ink.rect(from - 5, y - 5, 10, 10, ink.fill('text')),
  )

const drawCount = ({ x, width, height, count }: PlacedCount, y: number, ink: Ink): Markup =>
  join(
    ink.rect(x, y - height, width, height, ink.fill('muted')),
    count === '' ? null : ink.text(count, { x: x + width / 2, y: y - height - 4, size: TICK_SIZE, anchor: 'middle' }),
  )

function drawMark({ kind, x, y, stretch }: PlacedMark, ink: Ink): Markup {
  const whisker =
    stretch === null
      ? null
      : el('path', {
          d: `M${ink.xOf(stretch[0])} ${y}H${ink.xOf(stretch[1])}`,
          'stroke-width': 1.4,
          ...ink.stroke('text'),
        })
  return join(whisker, shapeOf(kind, ink.xOf(x), y, ink))
}

function shapeOf(kind: MarkKind, x: number, y: number, ink: Ink): Markup {
  const outline = { ...ink.box('surface', 'text'), 'stroke-width': 1.6 }
  if (kind === 'SAID') return el('circle', { cx: x, cy: y, r: 5.5, ...ink.fill('text') })
  if (kind === 'HOLDS') return el('rect', { x: x - 5, y: y - 5, width: 10, height: 10, ...ink.fill('text') })
  if (kind === 'CAPTURED') return el('path', { d: `M${x} ${y - 6}l6 6l-6 6l-6 -6Z`, ...outline })
  return el('circle', { cx: x, cy: y, r: 4.5, ...outline })
}

function drawLabel({ x, y, number, words }: PlacedLabel, ink: Ink, halo: boolean): Markup {
  const gap = number === '' ? 0 : numberWidth(number)
  return join(
    number === '' ? null : ink.text(number, { x, y, size: LABEL_SIZE, weight: 'bold', halo }),
    words === '' ? null : ink.text(words, { x: x + gap, y, size: LABEL_SIZE, halo }),
  )
}
