/** Padding of boxes, in px, as are all sizes here. */
export const PAD = 12
/** Gap between boxes of a column. */
export const ROW_GAP = 14
/** Upper edge of the first box, below the heads of the columns. */
export const TOP = 30
/** Gap above the legend. */
export const OVER_LEGEND = 16
/** Share of the width for each of the outer columns. */
export const SIDE = 0.215
/** Share of the width for claim cards. */
export const CARD = 0.43

/**
 * Width of a drawing: legible, and within an article's column of 600 px. Wider columns scale it up, narrower ones show
 * the list in its place.
 */
export const DRAWING_WIDTH = 576

/** Font sizes and line heights. The least is 13 px, so that the smallest scale still shows 12 px. */
export const TYPE = {
  label: { size: 14, line: 19, weight: 'regular', maxLines: 4 },
  status: { size: 14, line: 20, weight: 'bold', maxLines: 3 },
  proposition: { size: 14, line: 19, weight: 'regular', maxLines: 5 },
  by: { size: 13, line: 17, weight: 'regular', maxLines: 8 },
  caveat: { size: 13, line: 17, weight: 'regular', maxLines: 6 },
} as const
/** Width of the icon before the status word, with its gap. */
export const ICON = 20

/** Returns the left edge of a column in a drawing from left to right. */
export function graphColumnAt(column: GraphColumn, width: number): number {
  const [side, card] = [Math.round(width * SIDE), Math.round(width * CARD)]
  return column === 'data' ? 0 : column === 'use' ? width - side : side + (width - 2 * side - card) / 2
}

export type GraphColumn = 'data' | 'card' | 'use'
