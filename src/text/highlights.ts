import { foldParts } from './fold.ts'
import { type Run, runsOf, textWordTest, wordOfTerm } from './search-text.ts'

/** Unicode code points, half-open. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * Returns the ranges of a text that the terms find: whole words, and in scripts without spaces the terms alone. They
 * are in order, and no two touch.
 */
export function highlightsOf(text: string, terms: readonly string[]): readonly TextRange[] {
  const parts = foldParts(text)
  const found = runsOf(parts.map((part) => part.folded).join('')).flatMap((run) => foundIn(run, terms))
  if (found.length === 0) return []
  const partAt = parts.flatMap((part) =>
    part.folded.length === 1 ? part : Array.from({ length: part.folded.length }, () => part),
  )
  const ranges = found.flatMap(({ start, end }): readonly TextRange[] => {
    const [first, last] = [partAt[start], partAt[end - 1]]
    return first && last ? [{ start: first.start, end: last.end }] : []
  })
  return joined(ranges)
}

/** Ranges that the terms find in a run, in UTF-16 units of the folded text. */
function foundIn({ text, index, isUnspaced }: Run, terms: readonly string[]): readonly TextRange[] {
  const rangeOf = (start: number, length: number): TextRange => ({ start: index + start, end: index + start + length })
  if (isUnspaced) {
    return terms.map(wordOfTerm).flatMap((term) => {
      const found: TextRange[] = []
      for (let i = text.indexOf(term); i >= 0; i = text.indexOf(term, i + 1)) found.push(rangeOf(i, term.length))
      return found
    })
  }
  const tests = terms.map(textWordTest)
  const begins = (word: string): boolean => tests.some((isFound) => isFound(word))
  if (!text.includes("'")) return begins(text) ? [rangeOf(0, text.length)] : []
  const parts = [...text.matchAll(/[^']+/gu)].filter(([part]) => begins(part))
  if (parts.length > 0) return parts.map(({ 0: part, index: start }) => rangeOf(start, part.length))
  return begins(text.replaceAll("'", '')) ? [rangeOf(0, text.length)] : []
}

function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const found: TextRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && range.start <= last.end) {
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    } else found.push(range)
  }
  return found
}
