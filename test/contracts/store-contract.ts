import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIM_ORDERS, type ClaimFilter, type GraphStore, type PageCursor } from '../../src/domain/graph-store.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphStore } from '../../src/store/graph-store.ts'
import { loadDataset, recover } from '../../src/store/load.ts'
import { markLoading } from '../../src/store/queries/record.ts'
import { createRows } from '../../src/store/queries/writes.ts'
import { OPEN, STORE_SCHEMA } from '../../src/store/schema.ts'
import { EARLY, LATE, smallDataset } from './small-dataset.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const options = { author: 'test', set: 'test', now: NOW }

/** What the one store must do on every engine; the engine given must be empty. */
export function describeStore(name: string, open: () => Promise<Engine>): void {
  describe(`the store on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    beforeAll(async () => {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      store = createGraphStore(engine)
      await loadDataset(engine, smallDataset(), options)
    })
    afterAll(() => engine.close())

    it('reads a claim whole, with the status that its record gives', async () => {
      const now = await store.revisionAt(null)
      const [claim, missing] = await store.claims(['claim-0000', 'nothing'], now)
      expect(missing).toBeNull()
      expect(claim?.status).toMatchObject({ status: 'DISPUTED', contradictsItself: true })
      expect(claim?.assertions.map((a) => a.id)).toEqual(['denies', 'states-claim-0000'])
      expect(claim?.namedEntities.map((e) => e.id).sort()).toEqual(['musk', 'x'])
      expect(claim?.namedSources.map((s) => s.id)).toEqual(['policy'])
    })

    it('answers asOf with what was recorded then', async () => {
      expect(await store.revisionAt('2025-12-31T00:00:00Z')).toBe(0)
      const early = await store.revisionAt(EARLY)
      expect(early).toBeLessThan(await store.revisionAt(LATE))
      const [claim] = await store.claims(['claim-0000'], early)
      expect(claim?.status.status).toBe('STATED')
      expect(await store.claims(['claim-0000'], 0)).toEqual([null])
    })

    it.each(CLAIM_ORDERS)('pages by %s both ways without gaps or repeats', async (order) => {
      const now = await store.revisionAt(null)
      const everything = (await store.claimPage({}, order, { limit: 100, backwards: false, cursor: null }, now)).items
      for (const limit of [1, 2, 3]) {
        for (const backwards of [false, true]) {
          const seen: string[] = []
          let cursor: PageCursor | null = null
          for (let step = 0; step < 10; step += 1) {
            const page = await store.claimPage({}, order, { limit, backwards, cursor }, now)
            const ids = page.items.map((c) => c.claim.id)
            if (backwards) seen.unshift(...ids)
            else seen.push(...ids)
            cursor = (backwards ? page.cursors[0] : page.cursors.at(-1)) ?? null
            if (!page.hasMore) break
          }
          expect(seen).toEqual(everything.map((c) => c.claim.id))
        }
      }
    })

    const filters: readonly [ClaimFilter, number][] = [
      [{}, 5],
      [{ ids: ['claim-0001', 'nothing'] }, 1],
      [{ story: 'story' }, 5],
      [{ subject: 'x' }, 5],
      [{ party: 'x' }, 5],
      [{ object: 'x' }, 0],
      [{ claimant: 'musk' }, 1],
      [{ source: 'policy' }, 5],
      [{ data: ['messages'] }, 3],
      [{ uses: ['none'] }, 0],
      [{ status: ['DISPUTED'] }, 1],
      [{ stance: ['DENIES'] }, 1],
      [{ predicate: ['SELLS'] }, 0],
      [{ evidentiality: ['PRIMARY_DOCUMENT'], data: ['posts'] }, 2],
      [{ subject: "x'}) DETACH DELETE n //" }, 0],
    ]
    it.each(filters)('finds and counts by %j', async (filter, expected) => {
      const now = await store.revisionAt(null)
      const page = await store.claimPage(filter, 'SLUG', { limit: 100, backwards: false, cursor: null }, now)
      expect(page.items).toHaveLength(expected)
      expect(await store.countClaims(filter, now)).toBe(expected)
    })

    it('reads the other things in key order, by page, by outside id and by search', async () => {
      const now = await store.revisionAt(null)
      expect((await store.entities(['musk', 'no', 'x'], now)).map((e) => e?.id)).toEqual(['musk', undefined, 'x'])
      expect((await store.entityByExternalId('wikidata', 'Q-musk', now))?.id).toBe('musk')
      expect((await store.concepts('DataCategory', now)).map((c) => c.id)).toEqual(['messages', 'posts'])
      expect((await store.sources(['policy'], now))[0]?.publishedBy).toBe('x')
      expect((await store.stories(['story'], now))[0]?.claimIds).toHaveLength(5)
      const people = await store.entityPage(['Person'], { limit: 10, backwards: false, cursor: null }, now)
      expect(people.items.map((e) => e.id)).toEqual(['musk'])
      const found = await store.searchCandidates(['mus'], 10, now)
      expect(found.candidates.map((c) => c.id)).toEqual(['musk'])
      expect(await store.countByStatus(now)).toEqual({ DISPUTED: 1, STATED: 4 })
      expect(await store.countByKind(now)).toMatchObject({ Entity: 2, Claim: 5, Source: 1, Story: 1 })
    })

    it('removes what an interrupted load left, and nothing else', async () => {
      const now = await store.revisionAt(null)
      await engine.transaction(async (tx) => {
        await tx.run(markLoading.text)
        const left = { id: 'left', thing: 'Entity:left', fromRevision: now + 1, untilRevision: OPEN }
        await tx.run(createRows.EntityRow.text, { rows: [left] })
      })
      expect(await recover(engine)).toBe(true)
      expect(await recover(engine)).toBe(false)
      expect(await engine.run('MATCH (w:Row {id: $id}) RETURN w.id AS id', { id: 'left' })).toEqual([])
      expect(await store.countClaims({}, now)).toBe(5)
    })

    it('loads the same set once, and a changed one as one revision that ends what is gone', async () => {
      const before = await store.revisionAt(null)
      expect(await loadDataset(engine, smallDataset(), options)).toMatchObject({ changed: false, revision: before })
      const result = await loadDataset(engine, smallDataset(4), options)
      expect(result).toMatchObject({ changed: true, revision: before + 1 })
      expect(await store.countClaims({}, before + 1)).toBe(4)
      expect(await store.countClaims({}, before)).toBe(5)
    })
  })
}
