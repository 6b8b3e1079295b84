import { foldText } from './fold.ts'

/** Returns the Dice coefficient of the letter pairs of two folded texts, from 0 to 1. Word order hardly counts. */
export function similarity(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  if (left.length === 0 || right.length === 0) return 0
  const rest = [...right]
  let shared = 0
  for (const pair of left) {
    const index = rest.indexOf(pair)
    if (index < 0) continue
    shared += 1
    rest.splice(index, 1)
  }
  return (2 * shared) / (left.length + right.length)
}

const MAX_CHARACTERS = 100

function pairsOf(text: string): readonly string[] {
  const characters = [...` ${foldText(text).replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')} `].slice(0, MAX_CHARACTERS)
  return characters.slice(1).map((letter, i) => `${characters[i]}${letter}`)
}
