import type { Weight } from '../../fonts/fonts.ts'
import type { TextStyle } from './measure-text.ts'

/** Sizes of the picture of claims in px, at DRAWING_WIDTH. */
export const PICTURE = {
  /** Columns of the rows: data, gap, card, gap, end. The card has the rest. */
  data: 84,
  dataGap: 10,
  endGap: 18,
  end: 85,
  /** Gap between rows of one group, and between groups. */
  rowGap: 5,
  groupGap: 7,
  /** Band: gap of its columns, of its rows, and its inner margins. */
  bandGap: 8,
  bandRowGap: 6,
  bandTop: 5,
  bandBottom: 8,
  /** Height of a line of heads. */
  head: 25,
  /** Padding of cards: above, right, below, left. */
  card: { top: 4, right: 6, bottom: 5, left: 16 },
  /** Middle of the status bar from the edge of its card, and its distance from the upper edge. */
  bar: 8,
  barInset: 2,
  box: { x: 5, y: 3 },
  boxGap: 3,
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
  label: sans(13, 16),
  proposition: sans(13, 16, 'bold'),
  status: sans(13, 16, 'bold'),
  by: sans(13, 16),
  quote: { size: 13, line: 16, weight: 'regular', isSerif: true },
  source: sans(12.5, 15),
  judged: sans(12.5, 15),
  head: sans(13.5, 18, 'bold'),
  note: sans(13, 18),
}

/** Returns the style that measures a line. Georgia has the widths of the serif font. */
export const measured = ({ size, weight, isSerif }: LineType): TextStyle => ({ size, weight, isSerif })
