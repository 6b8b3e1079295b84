import type { Weight } from '../../fonts/fonts.ts'
import type { TextStyle } from './measure-text.ts'

/** Sizes of the picture of claims in px, at DRAWING_WIDTH. */
export const PICTURE = {
  /** Columns of the rows: data, gap, card, gap, end. The card has the rest. */
  data: 84,
  dataGap: 10,
  endGap: 18,
  end: 85,
  /** Gap between the columns of the band. */
  bandGap: 8,
  /** Height of a line of heads. */
  head: 25,
  /** Padding of cards at their sides. */
  card: { right: 6, left: 16 },
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

/** Vertical distances of the picture of claims in px, at DRAWING_WIDTH. */
export interface Spacing {
  /** Padding of cards, above and below. */
  readonly cardTop: number
  readonly cardBottom: number
  /** Gap between the by-line of a card and its quote. */
  readonly quoteGap: number
  /** Gap between rows of one group, and between groups. */
  readonly rowGap: number
  readonly groupGap: number
  /** Gap between rows of the band, and its inner margins. */
  readonly bandRowGap: number
  readonly bandTop: number
  readonly bandBottom: number
}

/** In an article, where height is scarce, and in files. */
export const CLOSE: Spacing = {
  cardTop: 4,
  cardBottom: 5,
  quoteGap: 0,
  rowGap: 5,
  groupGap: 7,
  bandRowGap: 6,
  bandTop: 5,
  bandBottom: 8,
}

/** On a page of its own. */
export const WIDE: Spacing = {
  cardTop: 7,
  cardBottom: 9,
  quoteGap: 3,
  rowGap: 8,
  groupGap: 12,
  bandRowGap: 9,
  bandTop: 7,
  bandBottom: 11,
}

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
