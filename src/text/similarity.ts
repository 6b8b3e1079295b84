import { foldText } from './fold.ts'

/**
 * Returns a function that compares a text with `wanted`: the Dice coefficient of the letter pairs of both folded texts,
 * from 0 to 1. Word order hardly counts.
 */
export function similarityTo(wanted: string): (text: string) => number {
  const wantedPairs = pairsOf(wanted)
  const counts = new Map<string, number>()
  for (const pair of wantedPairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return (text) => {
    const pairs = pairsOf(text)
    if (wantedPairs.length === 0 || pairs.length === 0) return 0
    const left = new Map(counts)
    let shared = 0
    for (const pair of pairs) {
      const count = left.get(pair) ?? 0
      if (count === 0) continue
      shared += 1
      left.set(pair, count - 1)
    }
    return (2 * shared) / (wantedPairs.length + pairs.length)
  }
}

const MAX_CHARACTERS = 100

function pairsOf(text: string): readonly string[] {
  const characters = [...` ${foldText(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')} `].slice(0, MAX_CHARACTERS)
  return characters.slice(1).map((letter, i) => `${characters[i]}${letter}`)
}
