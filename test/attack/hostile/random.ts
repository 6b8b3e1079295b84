/** A reproducible sequence of random numbers. */
export interface Random {
  /** From 0 (inclusive) to 1 (exclusive). */
  number(): number
  /** Integer from 0 (inclusive) to `limit` (exclusive). */
  below(limit: number): number
  /** True with probability `share`. */
  chance(share: number): boolean
  /** @throws Error for an empty list */
  pick<T>(from: readonly T[]): T
}

/** Mulberry32: small, and random enough to choose attacks. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(number() * limit)
  return {
    number,
    below,
    chance: (share) => number() < share,
    pick: (from) => {
      const found = from[below(from.length)]
      if (found === undefined) throw new Error('The list to pick from is empty.')
      return found
    },
  }
}
