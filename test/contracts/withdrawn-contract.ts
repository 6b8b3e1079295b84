import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assertion } from '../../src/domain/assertion.ts'
import { expandGraph } from '../../src/domain/claim-graph.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { ClaimFilter } from '../../src/domain/store/claim-filter.ts'
import { CLAIM_PARENTS } from '../../src/domain/store/claim-parent.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { quote } from '../domain/captured-words.ts'
import { type PlainSlugs, withSlugs } from '../domain/plain-slugs.ts'
import { becomeDatabase } from './become-database.ts'
import { assertion, EARLY, smallDataset, withWire } from './small-dataset.ts'

const MISREAD: Partial<PlainSlugs<Assertion>> = {
  stance: 'DENIES',
  polarity: 'NEGATES',
  evidentiality: 'HEARSAY',
  claimantId: 'musk',
  sourceId: 'wire',
  assertedAt: '2001',
  heldFrom: '1999',
  heldUntil: '1999',
  withdrawn: 'misread',
  quote: quote({ exact: 'nonsense' }),
}

/** The only assertion of the owner and of the wire is a denial that the newsroom misread. */
function misreadDataset(): Dataset {
  const small = withWire(smallDataset(3))
  return withSlugs<Dataset>({
    ...small,
    assertions: [
      ...small.assertions.filter(({ item }) => item.id !== 'denies'),
      { item: assertion('misread', 'claim-0002', MISREAD), recordedAt: EARLY },
    ],
    contentHash: 'misread',
  })
}

/** Contract of withdrawn assertions: they are attributed to no claimant. The engine must be empty. */
export function describeWithdrawn(name: string, open: () => Promise<Engine>): void {
  describe(`withdrawn assertion on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    let now: number
    beforeAll(async () => {
      engine = await open()
      await becomeDatabase(engine)
      store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
      const options = { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') }
      now = (await loadDataset(engine, misreadDataset(), options)).revision
      await engine.prepareReads(now)
    })
    afterAll(() => engine.close())
    const page = { limit: 10, backwards: false, cursor: null }
    const found = async (filter: ClaimFilter): Promise<readonly string[]> =>
      (await store.claimPage(filter, 'SLUG', page, toRevisionNumber(now))).items.map(({ claim }) => claim.id)

    const filters: readonly ClaimFilter[] = [
      { claimant: toSlug('musk') },
      { claimant: toSlug('musk'), stance: ['DENIES'] },
      { source: toSlug('wire') },
      { sources: [toSlug('wire')] },
      { source: toSlug('wire'), notInSource: toSlug('policy') },
      { stance: ['DENIES'] },
      { evidentiality: ['HEARSAY'] },
      { assertedBetween: { from: '2000', until: '2002' } },
    ]
    it.each(filters)('is found by no filter: %j', async (filter) => {
      expect(await found(filter)).toEqual([])
      expect(await store.countClaims(filter, toRevisionNumber(now))).toBe(0)
    })

    it('is ignored by filters on missing sources and on valid time', async () => {
      expect(await found({ notInSource: toSlug('wire') })).toHaveLength(3)
      expect(await found({ source: toSlug('policy'), notInSource: toSlug('wire') })).toHaveLength(3)
      expect(await found({ validOn: '1999' })).toHaveLength(3)
    })

    it('is read with its claim, and found on request for removal notices', async () => {
      const [claim] = await store.claims([toSlug('claim-0002')], toRevisionNumber(now))
      expect(claim?.assertions.map(({ id }) => id)).toEqual(['misread', 'states-claim-0002'])
      expect(claim?.namedEntities.map(({ id }) => id).sort()).toEqual(['musk', 'x'])
      for (const filter of [
        { claimant: toSlug('musk') },
        { source: toSlug('wire') },
        { sources: ['wire', 'nothing'].map(toSlug) },
      ]) {
        expect(await found({ ...filter, alsoWithdrawn: true })).toEqual(['claim-0002'])
      }
      expect(await found({ claimant: toSlug('x'), alsoWithdrawn: true })).toHaveLength(3)
      expect(await found({ claimant: toSlug('nobody'), alsoWithdrawn: true })).toEqual([])
      expect(await found({ source: toSlug('nothing'), alsoWithdrawn: true })).toEqual([])
    })

    it('is in no list of its claimant or its document', async () => {
      for (const [parent, id] of [
        ['Claimant', 'musk'],
        ['Source', 'wire'],
      ] as const) {
        expect(CLAIM_PARENTS).toContain(parent)
        expect(await store.countClaimsOf(parent, [toSlug(id)], toRevisionNumber(now))).toEqual([0])
        for (const backwards of [false, true]) {
          const [below] = await store.claimPagesOf(parent, [toSlug(id)], { ...page, backwards }, toRevisionNumber(now))
          expect(below?.items).toEqual([])
        }
      }
      const filter = { status: null, predicate: null, limit: 10 }
      expect(
        await store.neighbours('Claimant', ['musk', 'x'].map(toSlug), filter, toRevisionNumber(now)),
      ).toMatchObject([{ degree: 0, claimIds: [] }, { degree: 3 }])
      const graph = await expandGraph(store, {
        ...{ roots: [{ kind: 'Entity', id: toSlug('musk') }], depth: 2, limit: 20, revision: toRevisionNumber(now) },
        ...{ roles: ['CLAIMANT'], status: null, predicate: null },
      })
      expect(graph).toMatchObject({ nodes: [{ id: 'musk', degree: 0 }], edges: [], complete: true })
      expect(
        (await store.entityPage({ story: toSlug('story') }, 'SLUG', page, toRevisionNumber(now))).items.map(
          ({ id }) => id,
        ),
      ).toEqual(['x'])
      expect(await store.countEntities({ story: toSlug('story') }, toRevisionNumber(now))).toBe(1)
      expect(
        (await store.sourcePage({ story: toSlug('story') }, 'SLUG', page, toRevisionNumber(now))).items.map(
          ({ id }) => id,
        ),
      ).toEqual(['policy'])
    })

    it.each([
      ['FIRST_ASSERTED', ['claim-0001', 'claim-0002', 'claim-0000']],
      ['LAST_ASSERTED', ['claim-0001', 'claim-0002', 'claim-0000']],
    ] as const)('has no effect on the order %s', async (order, expected) => {
      const { items } = await store.claimPage({}, order, page, toRevisionNumber(now))
      expect(items.map(({ claim }) => claim.id)).toEqual(expected)
    })

    it('is found by none of its words', async () => {
      expect((await store.thingsWithTerms(['nonsense'], null, 10, toRevisionNumber(now))).things).toEqual([])
    })
  })
}
