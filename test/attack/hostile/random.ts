/** A sequence that is the same for the same seed. */
export interface Random {
  /** 0 up to, but not, 1. */
  number(): number
  /** 0 up to, but not, `limit`. */
  below(limit: number): number
  /** True in so many cases of 1. */
  chance(share: number): boolean
  /** @throws Error for an empty list */
  pick<T>(from: readonly T[]): T
}

/** Mulberry32: small, and good enough to choose attacks. */
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
      if (found === undefined) throw new Error('There is nothing to pick from.')
      return found
    },
  }
}
