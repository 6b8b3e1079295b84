import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { ClaimFilter, ClaimOrder } from '../../domain/store/claim-filter.ts'
import type { PageCursor, PageRequest } from '../../domain/store/page.ts'
import type { ClaimClasses } from './claim-classes.ts'
import { type ClaimOrders, firstIndex, type IndexEntry } from './claim-order.ts'

/** A page of claims as cursors, in the order of the list. */
export interface CursorPage {
  readonly cursors: readonly PageCursor[]
  readonly hasMore: boolean
}

/** The published claims of one revision, immutable. */
export interface ClaimSnapshot {
  readonly revision: RevisionNumber
  readonly size: number
  /** Memory in bytes. */
  readonly bytes: number
  /** Number of additions and removals since its orders were sorted. */
  readonly changes: number
  /** @param filter one with `isByClass` (claim-classes.ts) */
  page(filter: ClaimFilter, order: ClaimOrder, page: PageRequest): CursorPage
  count(filter: ClaimFilter): number
  /** Number of claims by contest key. */
  countByContest(): ReadonlyMap<string, number>
  /** Makes the snapshot of a later revision. @param changed entries by slug; null for a removed claim */
  next(revision: RevisionNumber, changed: ReadonlyMap<string, IndexEntry | null>): ClaimSnapshot
  /** Entries by slug. */
  entries(): Generator<IndexEntry, void>
}

interface Addition {
  readonly entry: IndexEntry
  readonly classNumber: number
}

interface Parts {
  readonly orders: ClaimOrders
  readonly classes: ClaimClasses
  /** Claims of the orders that were removed or changed. */
  readonly removed: ReadonlySet<number>
  /** New and changed claims, by slug. */
  readonly added: ReadonlyMap<string, Addition>
}

/** Memory of an addition with its texts, and of a removal, in bytes. */
const ADDITION_BYTES = 600
const REMOVAL_BYTES = 50
/** Memory of a class with its pairs, in bytes. */
const CLASS_BYTES = 400

export const createSnapshot = (revision: RevisionNumber, orders: ClaimOrders, classes: ClaimClasses): ClaimSnapshot =>
  snapshotOf(revision, { orders, classes, removed: new Set(), added: new Map() })

function snapshotOf(revision: RevisionNumber, { orders, classes, removed, added }: Parts): ClaimSnapshot {
  const sortedAdditions = new Map<ClaimOrder, readonly Addition[]>()
  /** Additions in an order, sorted when that order is first read. */
  function additionsIn(order: ClaimOrder): readonly Addition[] {
    const known = sortedAdditions.get(order)
    if (known) return known
    const sorted = [...added.values()].sort((a, b) => compare(cursorOf(order, a.entry), cursorOf(order, b.entry)))
    sortedAdditions.set(order, sorted)
    return sorted
  }

  function* sortedClaims(order: ClaimOrder, matches: Uint8Array, page: PageRequest): Generator<PageCursor, void> {
    const claims = orders.sorted(order)
    const cursorAt = (place: number): PageCursor => {
      const claim = claims[place] ?? 0
      return { key: orders.keyOf(order, claim), id: orders.slugOf(claim) }
    }
    for (let place = startOf(claims.length, cursorAt, page); place in claims; place += page.backwards ? -1 : 1) {
      const claim = claims[place] ?? 0
      if (matches[orders.classOf[claim] ?? 0] === 1 && !removed.has(claim)) yield cursorAt(place)
    }
  }

  function* sortedChanges(order: ClaimOrder, matches: Uint8Array, page: PageRequest): Generator<PageCursor, void> {
    const additions = additionsIn(order)
    const cursorAt = (place: number): PageCursor => {
      const addition = additions[place]
      return addition ? cursorOf(order, addition.entry) : { key: '', id: '' }
    }
    for (let place = startOf(additions.length, cursorAt, page); place in additions; place += page.backwards ? -1 : 1) {
      if (matches[additions[place]?.classNumber ?? 0] === 1) yield cursorAt(place)
    }
  }

  /** Visits numbers whose sum for a class is its number of claims: those of the orders, then -1 and 1 for each change. */
  function forEachCount(visit: (classNumber: number, count: number) => void): void {
    for (const [classNumber, count] of orders.countOf.entries()) visit(classNumber, count)
    for (const claim of removed) visit(orders.classOf[claim] ?? 0, -1)
    for (const { classNumber } of added.values()) visit(classNumber, 1)
  }

  const size = orders.size - removed.size + added.size
  return {
    revision,
    size,
    bytes: orders.bytes + classes.size() * CLASS_BYTES + removed.size * REMOVAL_BYTES + added.size * ADDITION_BYTES,
    changes: removed.size + added.size,
    page(filter, order, page) {
      const matches = classes.matching(filter)
      const direction = page.backwards ? -1 : 1
      const sources = [sortedClaims(order, matches, page), sortedChanges(order, matches, page)] as const
      const [fromOrders, fromChanges] = sources
      const cursors: PageCursor[] = []
      let [one, other] = [fromOrders.next().value, fromChanges.next().value]
      while (cursors.length <= page.limit && (one || other)) {
        if (one && (!other || compare(one, other) * direction < 0)) {
          cursors.push(one)
          one = fromOrders.next().value
        } else if (other) {
          cursors.push(other)
          other = fromChanges.next().value
        }
      }
      const hasMore = cursors.length > page.limit
      if (hasMore) cursors.pop()
      return { cursors: page.backwards ? cursors.reverse() : cursors, hasMore }
    },
    count(filter) {
      const matches = classes.matching(filter)
      let total = 0
      forEachCount((classNumber, count) => {
        if (matches[classNumber] === 1) total += count
      })
      return total
    },
    countByContest() {
      const counts = new Map<string, number>()
      forEachCount((classNumber, count) => {
        const { contestKey } = classes.get(classNumber)
        counts.set(contestKey, (counts.get(contestKey) ?? 0) + count)
      })
      return counts
    },
    next(later, changed) {
      const nextRemoved = new Set(removed)
      const nextAdded = new Map(added)
      for (const [slug, entry] of changed) {
        const claim = orders.find(slug)
        if (claim !== null) nextRemoved.add(claim)
        if (entry) nextAdded.set(slug, { entry, classNumber: classes.numberOf(entry) })
        else nextAdded.delete(slug)
      }
      return snapshotOf(later, { orders, classes, removed: nextRemoved, added: nextAdded })
    },
    *entries() {
      const additions = [...additionsIn('SLUG')]
      let next = 0
      for (const claim of orders.sorted('SLUG')) {
        if (removed.has(claim)) continue
        const slug = orders.slugOf(claim)
        for (let one = additions[next]; one && one.entry.slug < slug; one = additions[next]) {
          yield one.entry
          next += 1
        }
        yield {
          ...classes.get(orders.classOf[claim] ?? 0),
          slug,
          firstKey: orders.keyOf('FIRST_ASSERTED', claim),
          lastKey: orders.keyOf('LAST_ASSERTED', claim),
        }
      }
      for (const { entry } of additions.slice(next)) yield entry
    },
  }
}

/** Cursor of an entry in an order, as the statements have it (queries/claims.ts). */
function cursorOf(order: ClaimOrder, { slug, contestKey, firstKey, lastKey }: IndexEntry): PageCursor {
  const keys = { SLUG: slug, MOST_CONTESTED: contestKey, FIRST_ASSERTED: firstKey, LAST_ASSERTED: lastKey }
  return { key: keys[order], id: slug }
}

/** Compares by key, then by id, as the statements do. */
function compare(a: PageCursor, b: PageCursor): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/** Place of the first item of a page in a list. */
function startOf(length: number, cursorAt: (place: number) => PageCursor, { cursor, backwards }: PageRequest): number {
  if (cursor === null) return backwards ? length - 1 : 0
  return backwards
    ? firstIndex(length, (place) => compare(cursorAt(place), cursor) >= 0) - 1
    : firstIndex(length, (place) => compare(cursorAt(place), cursor) > 0)
}
