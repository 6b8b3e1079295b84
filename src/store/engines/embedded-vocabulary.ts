import { alternativesOf, findsBeginnings } from '../../text/search-text.ts'
import type { StatementRunner } from './engine.ts'

/** Words of the indexed texts. The engine matches exact words only, so a prefix is expanded to the words that begin with it. */
export interface Vocabulary {
  /** Reads the words of states up to a revision, each state once. */
  readUpTo(revision: number): Promise<void>
  /** Words that a term finds: those that begin with its word, and its stems. */
  wordsOf(term: string): readonly string[]
  /** Words that begin with a text of any length. */
  beginningWith(text: string): readonly string[]
}

/**
 * Creates an empty vocabulary. It only grows, since states of published revisions never change.
 * @param statement reads each `word` of revisions past $readTo, up to $revision
 */
export function createVocabulary(run: StatementRunner['run'], statement: string): Vocabulary {
  /** Sorted by code unit. */
  let words: readonly string[] = []
  let readTo = 0
  let reading: Promise<void> = Promise.resolve()

  async function read(revision: number): Promise<void> {
    if (revision <= readTo) return
    const rows = await run(statement, { readTo, revision })
    // Sorting a mostly sorted array is quick; a set of a million words would double the time.
    const sorted = [...words, ...rows.map(({ word }) => String(word))].sort()
    words = sorted.filter((word, i) => word !== sorted[i - 1])
    readTo = revision
  }

  return {
    readUpTo(revision) {
      reading = reading.catch(() => undefined).then(() => read(revision))
      return reading
    },
    wordsOf(term) {
      const { word, exact } = alternativesOf(term)
      const found = findsBeginnings(word) ? beginningWith(words, word) : [word]
      return exact.length === 0 ? found : [...new Set([...found, ...exact])]
    },
    beginningWith: (text) => beginningWith(words, text),
  }
}

function beginningWith(sorted: readonly string[], term: string): readonly string[] {
  const first = firstNotBefore(sorted, term)
  let end = first
  while (sorted[end]?.startsWith(term)) end += 1
  return sorted.slice(first, end)
}

function firstNotBefore(sorted: readonly string[], term: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < term) low = middle + 1
    else high = middle
  }
  return low
}
