import { ROW_GAP, TOP } from './graph-measures.ts'

/**
 * Returns tops without overlap, in the given order, closest to the wanted ones by least squares (isotonic regression).
 * All in px.
 */
export function spreadRows(wanted: readonly number[], heights: readonly number[]): readonly number[] {
  const offsets: number[] = []
  let offset = 0
  for (const height of heights) {
    offsets.push(offset)
    offset += height + ROW_GAP
  }
  const blocks: { sum: number; count: number }[] = []
  for (const [i, y] of wanted.entries()) {
    blocks.push({ sum: y - (offsets[i] ?? 0), count: 1 })
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)]
      if (!before || !last || before.sum / before.count <= last.sum / last.count) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
    }
  }
  return blocks
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((y, i) => y + (offsets[i] ?? 0))
}

/** Shifts all rows by one distance, so that the highest is at TOP. Rounds to 0.01 px. */
export function fromTop(tops: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const highest = Math.min(TOP, ...tops.values())
  return new Map([...tops].map(([id, y]) => [id, round(y + TOP - highest)]))
}

/** Rounds to 0.01. */
export const round = (value: number): number => Math.round(value * 100) / 100
