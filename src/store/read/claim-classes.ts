import { EVIDENTIALITIES, STANCES } from '../../domain/stance.ts'
import { contestKey } from '../../domain/standing.ts'
import type { ClaimFilter } from '../../domain/store/claim-filter.ts'

/** All pairs of stance and evidentiality. Each has one bit of two words of 32 bits. */
const PAIRS = STANCES.flatMap((stance) => EVIDENTIALITIES.map((evidentiality) => ({ stance, evidentiality })))
const WORD = 32
const BIT_OF = new Map(PAIRS.map(({ stance, evidentiality }, bit) => [`${stance}|${evidentiality}`, bit]))

/** The properties by which the claim index filters. Claims with equal properties have the same class. */
export interface ClaimClass {
  readonly contestKey: string
  readonly predicate: string
  /** Pairs of stance and evidentiality of its assertions: 'DENIES|DIRECT_QUOTE'. */
  readonly pairs: readonly string[]
}

/** Classes of claims, numbered from 0 in the order in which they are first seen. */
export interface ClaimClasses {
  /** @throws Error for an unknown stance or evidentiality */
  numberOf(claimClass: ClaimClass): number
  get(number: number): ClaimClass
  /** 1 for each class that matches a filter and 0 for others, by number. Requires `isByClass(filter)`. */
  matching(filter: ClaimFilter): Uint8Array
  size(): number
}

/** Whether all conditions of a filter are on properties of classes. */
export function isByClass({
  standings,
  predicate,
  stance,
  evidentiality,
  // Without a condition on claimants or sources it has no effect.
  alsoWithdrawn,
  ...others
}: ClaimFilter): boolean {
  return Object.values(others).every((condition) => condition == null)
}

type PairMask = readonly [low: number, high: number]

export function createClaimClasses(): ClaimClasses {
  const numbers = new Map<string, number>()
  const classes: ClaimClass[] = []
  const lows: number[] = []
  const highs: number[] = []
  return {
    numberOf(claimClass) {
      const [low, high] = maskOf(claimClass.pairs.map(bitOf))
      const key = `${claimClass.contestKey} ${claimClass.predicate} ${low} ${high}`
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, classes.length)
      lows.push(low)
      highs.push(high)
      return (
        classes.push({ contestKey: claimClass.contestKey, predicate: claimClass.predicate, pairs: claimClass.pairs }) -
        1
      )
    },
    get(number) {
      const found = classes[number]
      if (!found) throw new Error(`The claim index has no class ${number}.`)
      return found
    },
    matching({ standings, predicate, stance, evidentiality }) {
      const wantedKeys = standings == null ? null : new Set(standings.map(contestKey))
      const wantedPredicates = predicate == null ? null : new Set<string>(predicate)
      const isOfAssertions = stance != null || evidentiality != null
      const [low, high] = maskOf(
        PAIRS.flatMap((pair, bit) => {
          const isWanted =
            (stance == null || stance.includes(pair.stance)) &&
            (evidentiality == null || evidentiality.includes(pair.evidentiality))
          return isWanted ? [bit] : []
        }),
      )
      const matches = new Uint8Array(classes.length)
      for (const [number, one] of classes.entries()) {
        const hasPair = !isOfAssertions || ((lows[number] ?? 0) & low) !== 0 || ((highs[number] ?? 0) & high) !== 0
        const isMatch =
          hasPair &&
          (wantedKeys === null || wantedKeys.has(one.contestKey)) &&
          (wantedPredicates === null || wantedPredicates.has(one.predicate))
        matches[number] = isMatch ? 1 : 0
      }
      return matches
    },
    size: () => classes.length,
  }
}

function bitOf(pair: string): number {
  const bit = BIT_OF.get(pair)
  if (bit === undefined) throw new Error(`The claim index has no bit for ${pair}.`)
  return bit
}

function maskOf(bits: readonly number[]): PairMask {
  let [low, high] = [0, 0]
  for (const bit of bits) {
    if (bit < WORD) low |= 1 << bit
    else high |= 1 << (bit - WORD)
  }
  return [low, high]
}
