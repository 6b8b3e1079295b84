import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changes } from '../../src/domain/changes.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { type RevisionNumber, toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { ClaimFilter } from '../../src/domain/store/claim-filter.ts'
import type { StoreWriter } from '../../src/domain/store-writer.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { toOpenStore } from '../../src/store/open-store.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { becomeDatabase } from './become-database.ts'
import { assertion } from './small-dataset.ts'
import { writableDataset } from './writable-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const X = toSlug('x')

/** Contract of the reads that follow changes. The engine must be empty. */
export function describeChangeReads(name: string, open: () => Promise<Engine>): void {
  describe(`reads of changes on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    let writer: StoreWriter
    let loaded: RevisionNumber
    const append = async (changes: Changes): Promise<RevisionNumber> =>
      writer.append(changes, {
        author: 'test',
        reason: 'a test',
        now: NOW,
        expectedRevision: await store.revisionAt(null),
      })
    const changed = async (filter: ClaimFilter, limit = 10): Promise<readonly string[]> =>
      (await store.lastChangedClaims(filter, limit, await store.revisionAt(null))).map(({ id }) => id)
    beforeAll(async () => {
      engine = await open()
      await becomeDatabase(engine)
      const options = { author: 'test', set: 'test', now: NOW }
      loaded = toRevisionNumber((await loadDataset(engine, writableDataset(), options)).revision)
      const opened = toOpenStore(engine)
      store = opened.store
      writer = opened.writer
    })
    afterAll(() => engine.close())

    it('list claims by their last change, then by slug', async () => {
      // The denial of claim-0000 is recorded half a year after the others.
      expect(await changed({})).toEqual(['claim-0000', 'claim-0001', 'claim-0002'])
      const denial = assertion('late-denial', 'claim-0002', { stance: 'DENIES', polarity: 'NEGATES', sourceId: 'wire' })
      await append({ put: { assertions: [{ item: denial }] } })
      expect(await changed({})).toEqual(['claim-0002', 'claim-0000', 'claim-0001'])
      expect(await changed({}, 1)).toEqual(['claim-0002'])
      expect(await changed({ about: X })).toEqual(['claim-0002', 'claim-0000', 'claim-0001'])
      expect(await changed({ source: toSlug('wire') })).toEqual(['claim-0002', 'claim-0001'])
      expect(await changed({ story: toSlug('story') })).toEqual(['claim-0000'])
      expect(await changed({ claimant: toSlug('nobody') })).toEqual([])
    })

    it('take an assessment as a change of its claim', async () => {
      const item = {
        id: 'verdict',
        claimId: toSlug('claim-0001'),
        verdict: 'CORROBORATED' as const,
        note: { en: 'The policy says so.' },
        author: 'Desk',
        assessedAt: '2026-10-30',
        sourceIds: [],
      }
      await append({ put: { assessments: [{ item }] } })
      for (const filter of [{}, { about: X }, { data: [toSlug('posts')] }]) {
        expect((await changed(filter))[0]).toBe('claim-0001')
      }
      const [first] = await store.lastChangedClaims({}, 1, await store.revisionAt(null))
      expect(first?.changedIn).toBe(await store.revisionAt(null))
    })

    it('list claims with a withdrawn assertion or a retraction', async () => {
      expect(await store.lastCorrectedClaims(10, await store.revisionAt(null))).toEqual([])
      const [wrong] = writableDataset().assertions.filter(({ item }) => item.id === 'unsigned')
      const withdrawn = { ...(wrong?.item ?? expect.fail()), withdrawn: 'misread' }
      await append({ put: { assertions: [{ item: withdrawn }] } })
      const back = assertion('back', 'claim-0000', {
        stance: 'RETRACTS',
        polarity: 'UNKNOWN',
        claimantId: 'musk',
        retracts: writableDataset().assertions.find(({ item }) => item.id === 'denies')?.item.id ?? null,
      })
      await append({ put: { assertions: [{ item: back }] } })
      const corrected = await store.lastCorrectedClaims(10, await store.revisionAt(null))
      expect(corrected.map(({ claim }) => claim.id)).toEqual(['claim-0000', 'claim-0001'])
      expect((await store.lastCorrectedClaims(1, await store.revisionAt(null))).length).toBe(1)
      expect(await store.lastCorrectedClaims(10, loaded)).toEqual([])
    })

    it('list removed claims, and name things with their last change', async () => {
      const before = await store.revisionAt(null)
      expect(await store.lastRemovedClaims(10, before)).toEqual([])
      const entries = (await store.claims([toSlug('claim-0002')], before)).flatMap((claim) => claim ?? [])
      const parts = entries.flatMap(({ assertions }) =>
        assertions.map(({ id }) => ({ kind: 'Assertion' as const, id })),
      )
      const after = await append({ end: [...parts, { kind: 'Claim', id: toSlug('claim-0002') }] })
      expect(await store.lastRemovedClaims(10, after)).toEqual([{ id: 'claim-0002', removedIn: after }])
      const claims = await store.listedThings('Claim', { after: null, skip: 0, limit: 10 }, after)
      expect(claims.map(({ id }) => id)).toEqual(['claim-0000', 'claim-0001'])
      for (const { id, changedIn } of claims) {
        const [details] = await store.claims([id], after)
        expect(changedIn).toBe(details?.changedIn)
      }
      const rest = await store.listedThings('Claim', { after: toSlug('claim-0000'), skip: 0, limit: 10 }, after)
      expect(rest.map(({ id }) => id)).toEqual(['claim-0001'])
      const skipped = await store.listedThings('Entity', { after: null, skip: 1, limit: 1 }, after)
      expect(skipped.map(({ id }) => id)).toEqual(['press'])
      for (const kind of ['Source', 'Story', 'DataCategory', 'Use'] as const) {
        const things = await store.listedThings(kind, { after: null, skip: 0, limit: 10 }, after)
        expect([kind, things.length]).toEqual([kind, (await store.countByKind(after))[kind]])
      }
    })
  })
}
