import type { Colour } from '../tokens.ts'
import type { TextLine } from './card-lines.ts'
import type { PlacedNode } from './layout-graph.ts'
import { type LineKind, PICTURE } from './picture-measures.ts'

/** Colours of a box, by the names of their tokens. */
export function boxColours({ node, column }: Pick<PlacedNode, 'node' | 'column'>): {
  readonly fill: Colour
  readonly stroke: Colour
} {
  if ('status' in node) return { fill: 'card', stroke: 'line' }
  return { fill: column === 'use' ? 'use' : 'data', stroke: 'control' }
}

/** Colours of lines of text; `status` is that of the status of the claim. */
export const LINE_COLOURS: Readonly<Record<LineKind, 'text' | 'muted' | 'status'>> = {
  label: 'text',
  proposition: 'text',
  status: 'status',
  by: 'text',
  quote: 'text',
  source: 'muted',
  judged: 'muted',
  head: 'text',
  note: 'muted',
}

/** Returns the place of the bar in the line of the status, from the upper left corner of its card. */
export function placeBar({ width, height }: Pick<PlacedNode, 'width' | 'height'>, rtl: boolean) {
  const { bar, barInset } = PICTURE
  return { x: rtl ? width - bar : bar, top: barInset, bottom: round(height - barInset) }
}

/** Returns the upper left corner of the icon of the status, from that of its card. */
export function placeIcon({ lines, width }: Pick<PlacedNode, 'lines' | 'width'>, rtl: boolean) {
  const start = mirrored(PICTURE.card.left, width, rtl)
  const y = (lines.find(({ kind }) => kind === 'status')?.y ?? 20) - 12
  return { x: rtl ? start - PICTURE.icon : start, y }
}

/** Returns the place of a line of text, from the upper left corner of its box, and whether `x` is its right end. */
export const placeText = (
  { x, y, isAtEnd = false }: TextLine,
  { width }: Pick<PlacedNode, 'width'>,
  rtl: boolean,
): { readonly x: number; readonly y: number; readonly isEndAnchored: boolean } => ({
  x: mirrored(x, width, rtl),
  y,
  isEndAnchored: rtl !== isAtEnd,
})

const mirrored = (x: number, width: number, rtl: boolean): number => round(rtl ? width - x : x)

/** Rounds to 0.01. */
const round = (value: number): number => Math.round(value * 100) / 100
