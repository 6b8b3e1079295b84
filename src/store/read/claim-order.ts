import { CLAIM_ORDERS, type ClaimOrder } from '../../domain/store/claim-filter.ts'
import type { ClaimClass, ClaimClasses } from './claim-classes.ts'
import { sortInSteps } from './sort-in-steps.ts'

/** A claim as the claim index has it: slug, sort keys and class. */
export interface IndexEntry extends ClaimClass {
  readonly slug: string
  readonly firstKey: string
  readonly lastKey: string
}

/** Orders of claims, compact and immutable. Claims are numbered from 0 by slug. */
export interface ClaimOrders {
  readonly size: number
  /** Memory in bytes. */
  readonly bytes: number
  /** Number of the class of each claim. */
  readonly classOf: Uint32Array
  /** Number of claims of each class. */
  readonly countOf: Uint32Array
  slugOf(claim: number): string
  /** Sort key of a claim in an order, as the statements have it (queries/claims.ts). */
  keyOf(order: ClaimOrder, claim: number): string
  /** Claims in an order. */
  sorted(order: ClaimOrder): Uint32Array
  /** Number of the claim with a slug; null for an unknown one. */
  find(slug: string): number | null
}

/** Number of cheap operations between two yields. */
const STEP = 2048
const DICTIONARY_ENTRY_BYTES = 100

/** Collects entries in any order, and sorts them at the end. Each slug may be added once. */
export function createOrdersBuilder(classes: ClaimClasses) {
  const slugs: string[] = []
  const classNumbers: number[] = []
  const firstKeys = createDictionary()
  const lastKeys = createDictionary()

  return {
    add(entry: IndexEntry): void {
      slugs.push(entry.slug)
      classNumbers.push(classes.numberOf(entry))
      firstKeys.add(entry.firstKey)
      lastKeys.add(entry.lastKey)
    },
    /** Sorts all entries. @throws Error for a slug that was added twice */
    *finish(): Generator<void, ClaimOrders> {
      const size = slugs.length
      const slugAt = (index: number): string => slugs[index] ?? ''
      const bySlug = yield* sortedIndexes(slugs)
      const classOf = new Uint32Array(size)
      const countOf = new Uint32Array(classes.size())
      const ends = new Uint32Array(size)
      let length = 0
      for (const [claim, index] of bySlug.entries()) {
        if (claim > 0 && slugAt(index) === slugAt(bySlug[claim - 1] ?? 0))
          throw new Error(`Two claims ${slugAt(index)}.`)
        const number = classNumbers[index] ?? 0
        classOf[claim] = number
        countOf[number] = (countOf[number] ?? 0) + 1
        length += Buffer.byteLength(slugAt(index))
        ends[claim] = length
        if (claim % STEP === 0) yield
      }
      const texts = Buffer.allocUnsafeSlow(length)
      for (const [claim, index] of bySlug.entries()) {
        texts.write(slugAt(index), ends[claim - 1] ?? 0)
        if (claim % STEP === 0) yield
      }
      const first = yield* firstKeys.sorted(bySlug)
      const last = yield* lastKeys.sorted(bySlug)
      const contest = yield* contestKeys(classes, classOf)
      const [bySlugAgain, byContest, byFirst, byLast] = [
        new Uint32Array(size).map((_, claim) => claim),
        yield* sortedByRank(contest),
        yield* sortedByRank(first),
        yield* sortedByRank(last),
      ]
      const sorted = { SLUG: bySlugAgain, MOST_CONTESTED: byContest, FIRST_ASSERTED: byFirst, LAST_ASSERTED: byLast }
      const slugOf = (claim: number): string => texts.toString('utf8', ends[claim - 1] ?? 0, ends[claim])
      const keys = { MOST_CONTESTED: contest, FIRST_ASSERTED: first, LAST_ASSERTED: last }
      return {
        size,
        bytes:
          texts.byteLength +
          [ends, classOf, countOf, ...CLAIM_ORDERS.map((order) => sorted[order])].reduce(
            (sum, one) => sum + one.byteLength,
            0,
          ) +
          Object.values(keys).reduce(
            (sum, { ranks, texts: all }) => sum + ranks.byteLength + all.length * DICTIONARY_ENTRY_BYTES,
            0,
          ),
        classOf,
        countOf,
        slugOf,
        keyOf: (order, claim) =>
          order === 'SLUG' ? slugOf(claim) : (keys[order].texts[keys[order].ranks[claim] ?? 0] ?? ''),
        sorted: (order) => sorted[order],
        find(slug) {
          const claim = firstIndex(size, (index) => slugOf(index) >= slug)
          return claim < size && slugOf(claim) === slug ? claim : null
        },
      }
    },
  }
}

/** Binary search: the first index from 0 at which a condition holds; `size` if there is none. It must hold at all later ones. */
export function firstIndex(size: number, isReached: (index: number) => boolean): number {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isReached(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Sort key of each claim as its rank in the sorted list of all keys. */
interface RankedKeys {
  readonly texts: readonly string[]
  readonly ranks: Uint32Array
}

/** Collects sort keys, and stores each distinct text once. */
function createDictionary() {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  const added: number[] = []
  return {
    add(text: string): void {
      let number = numbers.get(text)
      if (number === undefined) {
        number = texts.push(text) - 1
        numbers.set(text, number)
      }
      added.push(number)
    },
    /** @param indexes places of the added texts, in the order of the claims */
    *sorted(indexes: Uint32Array): Generator<void, RankedKeys> {
      const order = yield* sortedIndexes(texts)
      const rankOf = new Uint32Array(texts.length)
      for (const [rank, number] of order.entries()) rankOf[number] = rank
      const ranks = new Uint32Array(indexes.length)
      for (const [claim, index] of indexes.entries()) {
        ranks[claim] = rankOf[added[index] ?? 0] ?? 0
        if (claim % STEP === 0) yield
      }
      return { texts: Array.from(order, (number) => texts[number] ?? ''), ranks }
    },
  }
}

function* contestKeys(classes: ClaimClasses, classOf: Uint32Array): Generator<void, RankedKeys> {
  const all = Array.from({ length: classes.size() }, (_, number) => classes.get(number).contestKey)
  const texts = [...new Set(all)].sort()
  const rankOfText = new Map(texts.map((text, rank) => [text, rank]))
  const rankOf = all.map((key) => rankOfText.get(key) ?? 0)
  const ranks = new Uint32Array(classOf.length)
  for (const [claim, number] of classOf.entries()) {
    ranks[claim] = rankOf[number] ?? 0
    if (claim % STEP === 0) yield
  }
  return { texts, ranks }
}

/** Indexes of texts in their order. */
function* sortedIndexes(texts: readonly string[]): Generator<void, Uint32Array> {
  const indexes = new Uint32Array(texts.length)
  let isSorted = true
  for (const index of indexes.keys()) {
    indexes[index] = index
    isSorted &&= index === 0 || (texts[index - 1] ?? '') <= (texts[index] ?? '')
    if (index % STEP === 0) yield
  }
  if (!isSorted) yield* sortInSteps(indexes, (a, b) => (texts[a] ?? '') < (texts[b] ?? ''))
  return indexes
}

/** Counting sort of claims by the rank of their key. Claims with equal keys stay in the order of their slugs. */
function* sortedByRank({ texts, ranks }: RankedKeys): Generator<void, Uint32Array> {
  const next = new Uint32Array(texts.length + 1)
  for (const [claim, rank] of ranks.entries()) {
    next[rank + 1] = (next[rank + 1] ?? 0) + 1
    if (claim % STEP === 0) yield
  }
  for (const rank of texts.keys()) next[rank + 1] = (next[rank + 1] ?? 0) + (next[rank] ?? 0)
  const sorted = new Uint32Array(ranks.length)
  for (const [claim, rank] of ranks.entries()) {
    const place = next[rank] ?? 0
    sorted[place] = claim
    next[rank] = place + 1
    if (claim % STEP === 0) yield
  }
  return sorted
}
