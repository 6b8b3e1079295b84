import { describe, expect, it } from 'vitest'
import { toRevisionNumber } from '../../../src/domain/revision-number.ts'
import { CLAIM_ORDERS, type ClaimFilter, type ClaimOrder } from '../../../src/domain/store/claim-filter.ts'
import type { PageCursor, PageRequest } from '../../../src/domain/store/page.ts'
import { createClaimClasses } from '../../../src/store/read/claim-classes.ts'
import { createOrdersBuilder, type IndexEntry } from '../../../src/store/read/claim-order.ts'
import { type ClaimSnapshot, createSnapshot } from '../../../src/store/read/claim-snapshot.ts'
import { runInSlices } from '../../../src/thread/slices.ts'
import { fc } from '../../property-runs.ts'

const PAIRS = ['STATES|DIRECT_QUOTE', 'DENIES|HEARSAY', 'REPORTS_UNKNOWN|NONE', 'RETRACTS|NONE']
const FILTERS: readonly ClaimFilter[] = [
  {},
  { standings: [{ status: 'DISPUTED', polarity: null }] },
  { predicate: ['SELLS'] },
  { stance: ['STATES', 'DENIES'] },
  { stance: ['STATES'], evidentiality: ['HEARSAY'] },
  { stance: ['RETRACTS'], evidentiality: ['NONE'], predicate: ['COLLECTS'] },
]

const entryOf = (n: number, seed: number): IndexEntry => ({
  slug: `claim-${n}`,
  contestKey: String((n * seed) % 3),
  predicate: (n + seed) % 2 === 0 ? 'SELLS' : 'COLLECTS',
  pairs: PAIRS.filter((_, bit) => ((n * 7 + seed) >> bit) % 2 === 1),
  firstKey: `20${10 + ((n * 3 + seed) % 15)}-01-01.2`,
  lastKey: n % 5 === 0 ? '~' : `79${10 + ((n * seed) % 11)}-98-98.0`,
})

async function snapshotOf(entries: readonly IndexEntry[]): Promise<ClaimSnapshot> {
  const classes = createClaimClasses()
  const builder = createOrdersBuilder(classes)
  for (const entry of entries) builder.add(entry)
  return createSnapshot(toRevisionNumber(1), await runInSlices(builder.finish()), classes)
}

describe('claim snapshot', () => {
  it('lists and counts thousands of claims as a plain list does, after changes too', async () => {
    const entries = Array.from({ length: 3000 }, (_, n) => entryOf((n * 1009) % 3000, 5))
    const first = await snapshotOf(entries)
    compareWithList(first, entries)
    const changed = new Map<string, IndexEntry | null>()
    for (let n = 0; n < 3100; n += 37) changed.set(`claim-${n}`, n % 2 === 0 ? entryOf(n, 11) : null)
    const byId = new Map(entries.map((entry) => [entry.slug, entry]))
    for (const [slug, entry] of changed) {
      if (entry) byId.set(slug, entry)
      else byId.delete(slug)
    }
    const second = first.next(toRevisionNumber(2), changed)
    compareWithList(second, [...byId.values()])
    compareWithList(first, entries)
    compareWithList(await snapshotOf([...second.entries()]), [...byId.values()])
  })

  it('follows any sequence of changes', async () => {
    const change = fc.tuple(fc.nat(12), fc.option(fc.nat(9)))
    const property = fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 5 }), async (steps) => {
      const byId = new Map(Array.from({ length: 6 }, (_, n) => [`claim-${n}`, entryOf(n, 2)]))
      let snapshot = await snapshotOf([...byId.values()])
      for (const [index, step] of steps.entries()) {
        const changed = new Map(step.map(([n, seed]) => [`claim-${n}`, seed === null ? null : entryOf(n, seed)]))
        for (const [slug, entry] of changed) {
          if (entry) byId.set(slug, entry)
          else byId.delete(slug)
        }
        snapshot = snapshot.next(toRevisionNumber(index + 2), changed)
        compareWithList(snapshot, [...byId.values()])
      }
      expect([...snapshot.entries()].map(({ slug }) => slug)).toEqual([...byId.keys()].sort())
    })
    await fc.assert(property)
  })

  it('takes less than 200 bytes for a claim', async () => {
    const snapshot = await snapshotOf(
      Array.from({ length: 2000 }, (_, n) => ({
        ...entryOf(n, 3),
        slug: `x-shares-browsing-history-with-advertisers-c${n}`,
      })),
    )
    expect(snapshot.bytes / snapshot.size).toBeLessThan(200)
    expect(snapshot.bytes / snapshot.size).toBeGreaterThan(60)
  })

  it('refuses a slug that was added twice, and an unknown stance', async () => {
    await expect(snapshotOf([entryOf(1, 1), entryOf(1, 2)])).rejects.toThrow('Two claims claim-1')
    await expect(snapshotOf([{ ...entryOf(1, 1), pairs: ['SHOUTS|NONE'] }])).rejects.toThrow('SHOUTS|NONE')
  })
})

function compareWithList(snapshot: ClaimSnapshot, entries: readonly IndexEntry[]): void {
  expect(snapshot.size).toBe(entries.length)
  for (const filter of FILTERS) {
    const found = entries.filter((entry) => isMatch(filter, entry))
    expect(snapshot.count(filter)).toBe(found.length)
    for (const order of CLAIM_ORDERS) {
      const sorted = found.map((entry) => cursorOf(order, entry)).sort((a, b) => (isBefore(a, b) ? -1 : 1))
      for (const cursor of [null, sorted[Math.floor(sorted.length / 2)] ?? null, { key: '1', id: 'claim-15' }])
        for (const backwards of [false, true]) {
          const page = { limit: 7, backwards, cursor }
          expect(snapshot.page(filter, order, page)).toEqual(pageOf(sorted, page))
        }
    }
  }
}

const isMatch = ({ standings, predicate, stance, evidentiality }: ClaimFilter, entry: IndexEntry): boolean =>
  (standings == null || entry.contestKey === '0') &&
  (predicate == null || predicate.some((one) => one === entry.predicate)) &&
  ((stance == null && evidentiality == null) ||
    entry.pairs.some((pair) => {
      const [said, reached] = pair.split('|')
      return (
        (stance == null || stance.some((one) => one === said)) &&
        (evidentiality == null || evidentiality.some((one) => one === reached))
      )
    }))

const cursorOf = (order: ClaimOrder, entry: IndexEntry): PageCursor => {
  const keys = [entry.slug, entry.contestKey, entry.firstKey, entry.lastKey]
  return { key: keys[CLAIM_ORDERS.indexOf(order)] ?? '', id: entry.slug }
}

const isBefore = (a: PageCursor, b: PageCursor): boolean => a.key < b.key || (a.key === b.key && a.id < b.id)

function pageOf(sorted: readonly PageCursor[], { limit, backwards, cursor }: PageRequest) {
  const past = sorted.filter((one) => cursor === null || (backwards ? isBefore(one, cursor) : isBefore(cursor, one)))
  const cursors = backwards ? past.slice(-limit) : past.slice(0, limit)
  return { cursors, hasMore: past.length > limit }
}
