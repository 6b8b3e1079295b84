import { describe, expect, it } from 'vitest'
import { createCache } from '../../src/cache/create-cache.ts'
import type { PutLists } from '../../src/domain/changes.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { OBJECT_LISTS } from '../../src/domain/model-objects.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { BrokenRulesError } from '../../src/domain/rules/broken-rules-error.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { STANDINGS } from '../../src/domain/standing.ts'
import { CLAIM_ORDERS, type ClaimFilter } from '../../src/domain/store/claim-filter.ts'
import { PUBLIC_VIEWER, type Viewer } from '../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { type RandomChange, randomChange, withChange, writtenBy } from './random-changes.ts'
import { allThings, readEverything } from './read-everything.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const LOAD = { author: 'test', set: 'test', now: NOW }
const BY_TEST = { author: 'test', reason: 'a test', now: NOW }
const EDITOR: Viewer = { kind: 'SIGNED_IN', id: 'editor', roles: ['EDITOR'] }
const VIEWERS = [PUBLIC_VIEWER, EDITOR]
/** A cache that keeps everything, one that evicts most entries while it is read, and stores that read states with lists. */
const [LARGE, SMALL] = [64 * 1024 * 1024, 24 * 1024]
const CACHING = [
  { maxBytes: LARGE, readsAhead: false },
  { maxBytes: LARGE, readsAhead: true },
  { maxBytes: SMALL, readsAhead: true },
]
const PAGE = { limit: 100, backwards: false, cursor: null }

const X = toSlug('x')
const FILTERS: readonly ClaimFilter[] = [
  {},
  { standings: STANDINGS.slice(0, 5) },
  { predicate: ['COLLECTS'] },
  { stance: ['DENIES'] },
  { subject: X },
  { subject: X, claimant: toSlug('press') },
  { object: X },
  { party: X, validOn: '2023-08' },
  { about: X },
  { notParty: toSlug('musk') },
  { claimant: X, alsoWithdrawn: true },
  { source: toSlug('wire'), notInSource: toSlug('report') },
  { sources: ['wire', 'reprint'].map(toSlug) },
  { data: ['messages', 'posts'].map(toSlug) },
  { story: toSlug('story') },
  { ids: ['claim-0000', 'claim-0002', 'new-00'].map(toSlug) },
]

/** Lists of claims and things, counts, and all reads of each thing. */
async function readAll(engine: Engine, store: GraphStore, revision: RevisionNumber): Promise<readonly string[]> {
  const { own, around, removed } = await readEverything(store, await allThings(engine), revision)
  const lists: unknown[] = []
  for (const [index, filter] of FILTERS.entries()) {
    const order = CLAIM_ORDERS[index % CLAIM_ORDERS.length] ?? 'SLUG'
    lists.push(filter, await store.countClaims(filter, revision), await store.claimPage(filter, order, PAGE, revision))
  }
  lists.push(
    await store.countByStanding(revision),
    await store.countByKind(revision),
    await store.entityPage({}, 'NAME', PAGE, revision),
    await store.countEntities({ story: toSlug('story') }, revision),
    await store.sourcePage({ publishedBy: X }, 'NEWEST', PAGE, revision),
    await store.countSources({}, revision),
    await store.storyPage(PAGE, revision),
    [...(await store.conceptTree('DataCategory', revision)).byId.values()],
    await store.narrowerConcepts('DataCategory', toSlug('messages'), revision),
    await store.entityByExternalId('wikidata', 'Q-x', revision),
    await store.search({ terms: ['called'], language: 'en', kinds: null, limit: 100 }, revision),
  )
  return [...own, ...around, ...removed, ...lists].map((one) => JSON.stringify(one))
}

/** Reads from caches are those of a store that has read nothing; `open` gives an empty engine. */
export function describeCachedReads(
  name: string,
  open: () => Promise<Engine>,
  { runs, publications }: { readonly runs: number; readonly publications: number },
): void {
  describe(`cached reads on ${name}`, () => {
    it('are those of an empty cache, for all revisions after any sequence of publications', async () => {
      const step = fc.record({ change: randomChange, isDraft: fc.constantFrom(false, false, false, true) })
      const steps = fc.array(step, { minLength: publications, maxLength: publications })
      const property = fc.asyncProperty(steps, async (sequence: readonly Step[]) => {
        const engine = await open()
        try {
          await publishAndCompare(engine, sequence)
        } finally {
          await engine.close()
        }
      })
      await fc.assert(property, { numRuns: propertyRuns(runs) })
    }, 300_000)
  })
}

interface Step {
  readonly change: RandomChange
  readonly isDraft: boolean
}

/** The same puts as drafts. */
function asDrafts(put: Partial<PutLists>): Partial<PutLists> {
  const lists = OBJECT_LISTS.flatMap((list) => {
    const items = put[list]
    return items ? [[list, items.map((one) => ({ ...one, visibility: 'DRAFT' }))]] : []
  })
  return Object.fromEntries(lists)
}

async function publishAndCompare(engine: Engine, sequence: readonly Step[]): Promise<void> {
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  let dataset: Dataset = writableDataset()
  let newest = toRevisionNumber((await loadDataset(engine, dataset, LOAD)).revision)
  let commits = 0
  const caching = CACHING.map(({ maxBytes, readsAhead }) =>
    toOpenStore({ ...engine, readsAhead, commits: () => commits }, createCache({ maxBytes })),
  )
  for (const { prepareReads } of caching) await prepareReads()

  /** Compares the reads of all caches with those of a new store, which reads no states with lists. */
  async function compare(revisions: readonly number[]): Promise<void> {
    for (const viewer of VIEWERS) {
      const fresh = toOpenStore({ ...engine, readsAhead: false }).database.visibleTo(viewer)
      const visible = await fresh.revisionAt(null)
      for (const revision of revisions.filter((one) => one >= 1 && one <= visible).map(toRevisionNumber)) {
        const expected = await readAll(engine, fresh, revision)
        for (const { database } of caching) {
          const store = database.visibleTo(viewer)
          expect(await store.revisionAt(null)).toBe(visible)
          expect(await readAll(engine, store, revision)).toEqual(expected)
        }
      }
    }
  }

  for (const { change, isDraft } of sequence) {
    const written = writtenBy(dataset, change)
    const { writer } = toOpenStore(engine)
    const changes = isDraft ? { put: asDrafts(written.put), end: [] } : written
    try {
      newest = await writer.append(changes, { ...BY_TEST, expectedRevision: newest })
    } catch (error) {
      // A published object cannot become a draft.
      if (error instanceof BrokenRulesError) continue
      throw error
    }
    commits += 1
    if (!isDraft) dataset = withChange(dataset, written)
    await compare([newest])
  }
  await compare(Array.from({ length: newest }, (_, index) => index + 1))
}
