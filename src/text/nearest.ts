/**
 * Returns the closest known word by edit distance. Null if none is within `maxSteps`.
 * @param maxSteps maximum of inserted, deleted or replaced characters; by default a quarter of the word, at least 2
 */
export const nearest = (word: string, known: readonly string[], maxSteps?: number): string | null =>
  createSuggestions(Number.POSITIVE_INFINITY)(word, known, maxSteps)

type Suggest = (word: string, known: readonly string[], maxSteps?: number) => string | null

/**
 * Creates a variant of `nearest` for many words under one budget. After the budget is used up it returns null.
 * @param budget pairs of characters to compare; a hundred million take about half a second
 */
export function createSuggestions(budget: number): Suggest {
  let left = budget
  return (word, known, maxSteps = Math.floor(Math.max(2, word.length / 4))) => {
    let best: { readonly other: string; readonly steps: number } | null = null
    for (const other of known) {
      const isNear = Math.abs(other.length - word.length) <= maxSteps
      left -= isNear ? word.length * other.length : 1
      if (left < 0) return null
      const steps = isNear ? editSteps(word, other) : maxSteps + 1
      if (steps <= maxSteps && (best === null || steps < best.steps)) best = { other, steps }
    }
    return best?.other ?? null
  }
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
