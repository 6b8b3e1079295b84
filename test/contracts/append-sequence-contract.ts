import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { STANCES } from '../../src/domain/stance.ts'
import { STANDINGS } from '../../src/domain/standing.ts'
import type { ClaimFilter } from '../../src/domain/store/claim-filter.ts'
import { THING_KINDS } from '../../src/domain/thing-kind.ts'
import { OPEN, STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { recover } from '../../src/store/write/load-lock.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { randomChange, withChange, writtenBy } from './random-changes.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const LOAD = { author: 'test', set: 'test', now: NOW }
const BY_TEST = { author: 'test', reason: 'a test', now: NOW }

/** Sequences of appends, compared with a fresh load of the data set that they lead to; `open` gives an empty engine. */
export function describeAppendSequences(name: string, open: () => Promise<Engine>, runs: number): void {
  describe(`sequences of appends on ${name}`, () => {
    it('give the database the states, filters and searches that a fresh load of all of it has', async () => {
      const property = fc.asyncProperty(fc.array(randomChange, { minLength: 1, maxLength: 6 }), async (changes) => {
        const engine = await open()
        await engine.ensureSchema(STORE_SCHEMA)
        await recover(engine)
        const { store, writer } = toOpenStore(engine)
        let dataset = writableDataset()
        let revision = toRevisionNumber((await loadDataset(engine, dataset, LOAD)).revision)
        for (const change of changes) {
          const written = writtenBy(dataset, change)
          revision = await writer.append(written, { ...BY_TEST, expectedRevision: revision })
          dataset = withChange(dataset, written)
        }
        const fresh = await freshLoad(dataset)
        try {
          expect(await statesByKey(engine)).toEqual(await statesByKey(fresh.engine))
          expect(await responses(store, revision)).toEqual(await responses(fresh.store, fresh.revision))
        } finally {
          await Promise.all([fresh.engine.close(), engine.close()])
        }
      })
      await fc.assert(property, { numRuns: propertyRuns(runs) })
    }, 120_000)
  })
}

async function freshLoad(dataset: Dataset) {
  const engine = await openEmbedded({ path: null, readTimeoutMs: 5000 })
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  const { revision } = await loadDataset(engine, dataset, LOAD)
  return { engine, revision, store: toOpenStore(engine).store }
}

/** A hash covers all that a state has: json, status, periods, indexes and search texts. */
async function statesByKey(engine: Engine): Promise<Readonly<Record<string, unknown>>> {
  const text = 'MATCH (w:State) WHERE w.untilRevision = $open RETURN w.thing AS thing, w.hash AS hash'
  const rows = await engine.run(text, { open: OPEN })
  return Object.fromEntries(rows.map(({ thing, hash }) => [String(thing), hash]).sort())
}

const FILTERS: readonly ClaimFilter[] = [
  ...STANDINGS.map((standing) => ({ standings: [standing] })),
  ...STANDINGS.map((standing) => ({ standings: [standing], validOn: '2023-06' })),
  ...STANCES.map((stance) => ({ stance: [stance] })),
  ...['x', 'musk', 'press'].map((claimant) => ({ claimant: toSlug(claimant) })),
  ...['policy', 'wire', 'report', 'reprint'].map((source) => ({ source: toSlug(source) })),
  { story: toSlug('story') },
]
const TERMS = ['called', 'named', 'only', 'press', 'document', 'messages', 'x', 'musk', 'condition']

async function responses(store: GraphStore, revision: number): Promise<unknown> {
  const page = { limit: 100, backwards: false, cursor: null }
  const idsOf = async (filter: ClaimFilter): Promise<readonly string[]> =>
    (await store.claimPage(filter, 'MOST_CONTESTED', page, toRevisionNumber(revision))).items.map(
      (details) => details.claim.id,
    )
  const found = async (term: string): Promise<readonly string[]> => {
    const request = { terms: [term], language: 'en', kinds: THING_KINDS, limit: 100 }
    const { things } = await store.search(request, toRevisionNumber(revision))
    const fields = await store.searchFields(things, toRevisionNumber(revision))
    return things.map((thing, place) => JSON.stringify([thing, fields[place]]))
  }
  return {
    lists: await inTurn(FILTERS, idsOf),
    statuses: await store.countByStanding(toRevisionNumber(revision)),
    kinds: await store.countByKind(toRevisionNumber(revision)),
    searches: await inTurn(TERMS, found),
  }
}

/** One read after another: an engine plans each new statement first, and plans of many at a time exceed the time of a read. */
async function inTurn<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  for (const item of items) results.push(await read(item))
  return results
}
