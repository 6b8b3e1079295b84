import type { Weight } from '../../fonts/fonts.ts'

/** Sizes of the picture of claims in px, at DRAWING_WIDTH. */
export const PICTURE = {
  /** Columns of the rows: data, gap, card, gap, end. The card has the rest. */
  data: 92,
  dataGap: 14,
  endGap: 22,
  end: 96,
  /** Gap between rows of one group, and between groups. */
  rowGap: 6,
  groupGap: 12,
  /** Band: gap of its columns, of its rows, and its inner margins. */
  bandGap: 8,
  bandRowGap: 7,
  bandTop: 8,
  bandBottom: 10,
  /** Height of a line of heads. */
  head: 26,
  /** Padding of cards: above, right, below, left. */
  card: { top: 5, right: 9, bottom: 7, left: 18 },
  /** Middle of the status bar from the edge of its card, and its distance from the upper edge. */
  bar: 8,
  barInset: 2,
  box: { x: 8, y: 5 },
  boxGap: 4,
  port: 11,
  arrow: 8,
  icon: 15,
  iconGap: 20,
} as const

export type LineKind = 'label' | 'proposition' | 'status' | 'by' | 'quote' | 'source' | 'judged' | 'head' | 'note'

export interface LineType {
  readonly size: number
  readonly line: number
  readonly weight: Weight
  readonly isSerif: boolean
}

const sans = (size: number, line: number, weight: Weight = 'regular'): LineType => ({
  size,
  line,
  weight,
  isSerif: false,
})

/** The smallest text is 12.5 px, so that the smallest scale of a drawing still shows 12 px. */
export const LINES: Readonly<Record<LineKind, LineType>> = {
  label: sans(13.5, 17),
  proposition: sans(13.5, 17, 'bold'),
  status: sans(13, 17, 'bold'),
  by: sans(13, 17),
  quote: { size: 13.5, line: 17.5, weight: 'regular', isSerif: true },
  source: sans(12.5, 16),
  judged: sans(12.5, 16),
  head: sans(13.5, 18, 'bold'),
  note: sans(13, 18),
}

/** Georgia and its substitutes are at most this much wider than the measured font, over a line of text. */
const SERIF_WIDTH = 1.05

/** Returns the style that measures a line: a serif one is measured wider. */
export const measured = ({ size, weight, isSerif }: LineType): { readonly size: number; readonly weight: Weight } => ({
  size: isSerif ? size * SERIF_WIDTH : size,
  weight,
})
