import { measureText } from './measure-text.ts'
import { wrapText } from './wrap-text.ts'

/** Font size of labels, in px. */
export const LABEL_SIZE = 13

/** A number and words beside a mark, on one line. */
export interface PlacedLabel {
  /** Start of the number, and width of number and words together, in px. */
  readonly x: number
  readonly width: number
  /** Base line. */
  readonly y: number
  readonly number: string
  /** Empty where only the number has room. */
  readonly words: string
}

/** A mark of a lane with the label to place beside it. */
export interface Labelled {
  readonly x: number
  readonly number: string
  readonly words: string
}

/** Half of the room of a mark, gap between mark and label, gap between labels, widest label; in px. */
const HALF = 8
const GAP = 11
const BETWEEN = 8
const WIDEST = 230

/**
 * Places labels beside the marks of a lane, where they touch no mark and no other label: number and words, else the
 * number, else nothing.
 *
 * @param others places of marks in the lane that have no label
 */
export function placeCaptions(
  marks: readonly Labelled[],
  others: readonly number[],
  width: number,
  y: number,
): readonly PlacedLabel[] {
  const taken = [...marks.map(({ x }) => x), ...others].map((x): Stretch => [x - HALF, x + HALF])
  const placed: PlacedLabel[] = []
  const tryAt = (mark: Labelled, words: string): boolean => {
    const wide = labelWidth(mark.number, words)
    for (const x of [mark.x + GAP, mark.x - GAP - wide]) {
      const isFree = x >= 0 && x + wide <= width && taken.every(([from, to]) => x + wide <= from || x >= to)
      if (!isFree) continue
      taken.push([x - BETWEEN, x + wide + BETWEEN])
      placed.push({ x, width: wide, y, number: mark.number, words })
      return true
    }
    return false
  }
  for (const mark of marks) {
    if (mark.words === '' || !tryAt(mark, shortLabel(mark.words, WIDEST))) tryAt(mark, '')
  }
  return placed
}

type Stretch = readonly [number, number]

/** Returns words on one line of a width, with an ellipsis where they are longer. */
export const shortLabel = (words: string, width: number): string =>
  wrapText(words, { width, size: LABEL_SIZE, weight: 'regular', maxLines: 1 })[0] ?? ''

/** Returns the width of the number in front of the words, with the gap between them. */
export const numberWidth = (number: string): number => measureText(`${number} `, { size: LABEL_SIZE, weight: 'bold' })

/** Returns the width of a number with its words, in whole px. */
export const labelWidth = (number: string, words: string): number =>
  Math.ceil(numberWidth(number) + (words === '' ? 0 : measureText(words, { size: LABEL_SIZE, weight: 'regular' })))
