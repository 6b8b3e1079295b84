/** The closest known word, if it is close enough to be a slip of the pen. */
export function nearest(word: string, known: readonly string[]): string | null {
  const ranked = known.map((other) => ({ other, steps: editSteps(word, other) })).sort((a, b) => a.steps - b.steps)
  const [best] = ranked
  return best && best.steps <= Math.max(2, word.length / 4) ? best.other : null
}

function editSteps(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, left] of [...a].entries()) {
    const row = [i + 1]
    for (const [j, right] of [...b].entries()) {
      const cost = left === right ? 0 : 1
      row.push(Math.min((row[j] ?? 0) + 1, (previous[j + 1] ?? 0) + 1, (previous[j] ?? 0) + cost))
    }
    previous = row
  }
  return previous.at(-1) ?? 0
}
