import { ROW_GAP, TOP } from './graph-measures.ts'

/** Isotonic regression: nearest to what is wanted, in the given order, none overlapping. */
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

/** As high up as can be. */
export function fromTop(tops: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const highest = Math.min(TOP, ...tops.values())
  return new Map([...tops].map(([id, y]) => [id, round(y + TOP - highest)]))
}

export const round = (value: number): number => Math.round(value * 100) / 100
