/** Sizes of drawings in columns, in px. */
export const PAD = 12
export const ROW_GAP = 14
export const TOP = 30
export const OVER_LEGEND = 16
/** Of the whole width. */
export const SIDE = 0.215
export const CARD = 0.43

/**
 * Wide enough for cards to be read, narrow enough for an article's column of 600 px: there it is shown at this size, wider
 * ones stretch it, and narrower ones show the list instead.
 */
export const DRAWING_WIDTH = 576

/** No letter is smaller than 13 px, so that none is below 12 where the drawing is shrunk the most. */
export const TYPE = {
  label: { size: 14, line: 19, weight: 'regular', maxLines: 4 },
  status: { size: 14, line: 20, weight: 'bold', maxLines: 3 },
  proposition: { size: 14, line: 19, weight: 'regular', maxLines: 5 },
  claimants: { size: 13, line: 17, weight: 'regular', maxLines: 8 },
  caveat: { size: 13, line: 17, weight: 'regular', maxLines: 4 },
} as const
/** Room for the icon before the status word. */
export const ICON = 20

/** Where a column begins, from the left. */
export function graphColumnAt(column: GraphColumn, width: number): number {
  const [side, card] = [Math.round(width * SIDE), Math.round(width * CARD)]
  return column === 'data' ? 0 : column === 'use' ? width - side : side + (width - 2 * side - card) / 2
}

export type GraphColumn = 'data' | 'card' | 'use'
