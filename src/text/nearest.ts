/**
 * The closest known word; null where none is within `maxSteps`.
 * @param maxSteps characters added, left out or replaced; a quarter of the word and at least 2 unless given
 */
export const nearest = (word: string, known: readonly string[], maxSteps?: number): string | null =>
  createSuggestions(Number.POSITIVE_INFINITY)(word, known, maxSteps)

type Suggest = (word: string, known: readonly string[], maxSteps?: number) => string | null

/**
 * The same for many words that share a budget: when it is used up, nothing is suggested any more.
 * @param budget pairs of letters to compare, a hundred million of which take about half a second
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
