import { findsBeginnings } from '../../text/fold.ts'
import type { StatementRunner, TextIndex } from './engine.ts'

/** Which words the texts have, as the engine finds whole words alone. */
export interface Vocabulary {
  /** Reads what revisions up to this one brought, and nothing twice. */
  readUpTo(revision: number): Promise<void>
  /** The words that a term finds, of what was read. */
  wordsOf(term: string): readonly string[]
}

/** Rows of a published revision stay what they are, so words that were read are known for good. */
export function createVocabulary(run: StatementRunner['run'], { words: statement }: TextIndex): Vocabulary {
  /** Sorted by code unit. */
  let words: readonly string[] = []
  let readTo = 0
  let reading: Promise<void> = Promise.resolve()

  async function read(revision: number): Promise<void> {
    if (revision <= readTo) return
    const rows = await run(statement, { readTo, revision })
    // Quick where most of it is sorted, and a set of a million words would take as long again.
    const sorted = [...words, ...rows.map(({ word }) => String(word))].sort()
    words = sorted.filter((word, i) => word !== sorted[i - 1])
    readTo = revision
  }

  return {
    readUpTo(revision) {
      reading = reading.catch(() => undefined).then(() => read(revision))
      return reading
    },
    wordsOf: (term) => (findsBeginnings(term) ? beginningWith(words, term) : [term]),
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
