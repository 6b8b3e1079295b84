import { describe, expect, it } from 'vitest'
import type { Changes } from '../../src/domain/changes.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { EVIDENTIALITIES, STANCES } from '../../src/domain/stance.ts'
import { STANDINGS } from '../../src/domain/standing.ts'
import { CLAIM_ORDERS, type ClaimFilter } from '../../src/domain/store/claim-filter.ts'
import type { PageCursor, PageRequest } from '../../src/domain/store/page.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { type ClaimIndex, createClaimIndex } from '../../src/store/read/claim-index.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { createRevisionChanges } from '../../src/store/read/revision-changes.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { listedDataset } from './listed-dataset.ts'
import { randomChange, withChange, writtenBy } from './random-changes.ts'
import { assertion } from './small-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const LOAD = { author: 'test', set: 'test', now: NOW }
const BY_TEST = { author: 'test', reason: 'a test', now: NOW }
/** Fewer than a series of publications makes, so that the orders are sorted again within it. */
const MAX_CHANGES = 3

const FILTERS: readonly ClaimFilter[] = [
  {},
  { alsoWithdrawn: true },
  { standings: [] },
  { predicate: [] },
  { stance: [] },
  { evidentiality: [] },
  ...STANDINGS.map((standing) => ({ standings: [standing] })),
  { standings: STANDINGS.slice(2, 9) },
  { standings: [{ status: 'UNKNOWN', polarity: 'AFFIRMS' }] },
  { predicate: ['COLLECTS'] },
  { predicate: ['SELLS', 'PROCESSES', 'SELLS'] },
  ...STANCES.map((stance) => ({ stance: [stance] })),
  ...EVIDENTIALITIES.map((evidentiality) => ({ evidentiality: [evidentiality] })),
  { stance: ['STATES', 'DENIES'], evidentiality: ['HEARSAY', 'PRIMARY_DOCUMENT'] },
  { stance: ['ALLEGES'], evidentiality: ['PRIMARY_DOCUMENT', 'INDIRECT_SPEECH', 'INFERENCE'] },
  { stance: ['REPORTS_UNKNOWN', 'STATES'], predicate: ['SELLS'] },
  { standings: STANDINGS.slice(0, 8), predicate: ['COLLECTS', 'SELLS'], evidentiality: ['DIRECT_QUOTE', 'NONE'] },
]
const LIMITS = [1, 2, 5, 100]
/** One page in so many is also compared by the complete claims that the store returns. */
const READ_CLAIMS = 4
const ODD_CURSORS: readonly PageCursor[] = [
  { key: '', id: '' },
  { key: '~', id: 'm' },
  { key: '5', id: 'list-003' },
  { key: 'list-010', id: 'zzz' },
  { key: '2022-05-03.2', id: 'list-011' },
  { key: 'é', id: 'ß' },
]

interface Extent {
  /** Number of series of publications in CI. */
  readonly runs: number
  /** Number of publications of a series. */
  readonly publications: number
  /** Divisor of the pages that are compared after one publication; each has another share of them. */
  readonly shares: number
}

/** Contract of the claim index: its lists and counts are those of the statements. `open` gives an empty engine. */
export function describeClaimIndex(
  name: string,
  open: () => Promise<Engine>,
  { runs, publications, shares }: Extent,
): void {
  describe(`claim index on ${name}`, () => {
    it('lists and counts as the statements do, after each of a series of publications, beside drafts', async () => {
      const series = fc.array(randomChange, { minLength: publications, maxLength: publications })
      const property = fc.asyncProperty(series, async (changes) => {
        const filled = await fill(open)
        try {
          let { dataset, revision } = filled
          await compare(filled, revision, { shares, share: 0 })
          for (const [index, change] of changes.entries()) {
            const written = writtenBy(dataset, change)
            revision = await filled.append(written, revision)
            dataset = withChange(dataset, written)
            await compare(filled, revision, { shares, share: index + 1 })
          }
        } finally {
          await filled.engine.close()
        }
      })
      await fc.assert(property, { numRuns: propertyRuns(runs) })
    }, 240_000)
  })
}

interface Filled {
  readonly engine: Engine
  readonly index: ClaimIndex
  /** The public store with the index, and without. */
  readonly indexed: GraphStore
  readonly plain: GraphStore
  readonly dataset: Dataset
  readonly revision: RevisionNumber
  /** Publishes a change, and notifies the index; `expected` is the published revision. */
  append(changes: Changes, expected: RevisionNumber): Promise<RevisionNumber>
}

async function fill(open: () => Promise<Engine>): Promise<Filled> {
  const engine = await open()
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  const { writer } = toOpenStore(engine)
  const dataset = listedDataset()
  const loaded = toRevisionNumber((await loadDataset(engine, dataset, LOAD)).revision)
  const append: Filled['append'] = (written, expectedRevision) =>
    writer.append(written, { ...BY_TEST, expectedRevision })
  const revision = await append(drafts(dataset), loaded)
  const changes = createRevisionChanges()
  const index = createClaimIndex({ engine, changes, maxChanges: MAX_CHANGES })
  const plain = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
  const indexed = createGraphDatabase(engine, undefined, { claimIndex: index, changes }).visibleTo(PUBLIC_VIEWER)
  await index.build(await indexed.revisionAt(null))
  return { engine, index, indexed, plain, dataset, revision, append }
}

/** A draft claim, and a draft assertion on a published claim. */
function drafts({ claims }: Dataset): Changes {
  const [first] = claims
  if (!first) throw new Error('The data set has a claim.')
  const claim = { ...first.item, id: toSlug('list-draft'), condition: { en: 'under a drafted condition' } }
  const said = [assertion('drafted', 'list-draft', {}), assertion('drafted-too', first.item.id, { stance: 'CONFIRMS' })]
  return {
    put: {
      claims: [{ item: claim, visibility: 'DRAFT' }],
      assertions: said.map((item) => ({ item, visibility: 'DRAFT' })),
    },
  }
}

interface Compared {
  readonly shares: number
  readonly share: number
}

/** Compares all counts, and a share of the pages: each publication of a series has another. */
async function compare(
  { index, indexed, plain }: Filled,
  published: RevisionNumber,
  { shares, share }: Compared,
): Promise<void> {
  const revision = await indexed.revisionAt(null)
  expect(revision).toBeLessThanOrEqual(published)
  expect(await indexed.countByStanding(revision)).toEqual(await plain.countByStanding(revision))
  let pages = 0
  for (const filter of FILTERS) {
    expect(await index.count(filter, revision), JSON.stringify(filter)).toBe(await plain.countClaims(filter, revision))
    for (const order of CLAIM_ORDERS) {
      for (const backwards of [false, true]) {
        pages += 1
        if (pages % shares !== share % shares) continue
        const limit = LIMITS[pages % LIMITS.length] ?? 1
        const request = (cursor: PageCursor | null): PageRequest => ({ limit, backwards, cursor })
        const first = await index.page(filter, order, request(null), revision)
        const next = (backwards ? first?.cursors[0] : first?.cursors.at(-1)) ?? null
        const odd = ODD_CURSORS[pages % ODD_CURSORS.length] ?? null
        const cursor = [null, next, odd][pages % 3] ?? null
        const expected = await plain.claimPage(filter, order, request(cursor), revision)
        const { cursors, hasMore } = expected
        const title = JSON.stringify({ filter, order, limit, backwards, cursor })
        expect(await index.page(filter, order, request(cursor), revision), title).toEqual({ cursors, hasMore })
        if (pages % READ_CLAIMS === 0)
          expect(await indexed.claimPage(filter, order, request(cursor), revision), title).toEqual(expected)
        if (order === 'SLUG' && !backwards) {
          const slugs = { after: cursor && toSlug(cursor.id), limit }
          expect(await indexed.claimSlugs(filter, slugs, revision), title).toEqual(
            await plain.claimSlugs(filter, slugs, revision),
          )
        }
      }
    }
  }
}
