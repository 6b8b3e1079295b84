import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { findRenamed } from '../../src/domain/find-renamed.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { REMOVAL_PARENTS } from '../../src/domain/store/removed-claim.ts'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { findSeedSet } from '../../src/store/write/seed-set.ts'
import { RENAMES, renamedDataset, withoutClaimZero } from './renamed-dataset.ts'
import { EARLY, smallDataset } from './small-dataset.ts'

const renamed = (): Dataset => renamedDataset(smallDataset(4))
const options = { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') }

/** Contract of renaming: entities, sources, concepts, claims and stories get other slugs. The engine must be empty. */
export function describeRenames(name: string, open: () => Promise<Engine>): void {
  describe(`renamed objects on ${name}`, () => {
    let engine: Engine
    let store: GraphStore
    let before: number
    let now: number
    beforeAll(async () => {
      engine = await open()
      await engine.ensureSchema(STORE_SCHEMA)
      await recover(engine)
      store = createGraphDatabase(engine).visibleTo(PUBLIC_VIEWER)
      await loadDataset(engine, smallDataset(), options)
      before = (await loadDataset(engine, smallDataset(4), options)).revision
    })
    afterAll(() => engine.close())
    const refusalOf = (dataset: Dataset, set = 'test') =>
      loadDataset(engine, dataset, { ...options, set }).then(
        () => null,
        ({ code, message }) => ({ code, message }),
      )

    it('must be unchanged apart from the slug, or the load is rejected', async () => {
      const claims = renamed().claims.map((one) =>
        one.item.id === 'claim-zero' ? { ...one, item: { ...one.item, predicate: 'SELLS' as const } } : one,
      )
      expect(await refusalOf({ ...renamed(), claims })).toMatchObject({
        code: 'INVALID_SEED',
        message: expect.stringContaining('claim-zero (predicate)'),
      })
      expect(await store.revisionAt(null)).toBe(before)
    })

    it('stay in their set, under the new slug now and under the former one before', async () => {
      expect(await findSeedSet(engine, renamed())).toEqual({ set: 'test', missing: [] })
      now = (await loadDataset(engine, renamed(), options)).revision
      expect(now).toBe(before + 1)
      const [claim, old] = await store.claims(['claim-zero', 'claim-0000'].map(toSlug), toRevisionNumber(now))
      expect(claim?.status).toMatchObject({ status: 'DISPUTED', contradictsItself: true })
      expect(claim?.namedEntities.map((e) => e.id).sort()).toEqual(['musk', 'x-corp'])
      expect(old).toBeNull()
      const then = await store.claims(['claim-zero', 'claim-0000'].map(toSlug), toRevisionNumber(before))
      expect(then.map((details) => details?.claim.id)).toEqual([undefined, 'claim-0000'])
      expect(await store.countByKind(toRevisionNumber(now))).toEqual(await store.countByKind(toRevisionNumber(before)))
    })

    it('keep the day of their first recording', async () => {
      const [[then], [present]] = await Promise.all([
        store.claims([toSlug('claim-0000')], toRevisionNumber(before)),
        store.claims([toSlug('claim-zero')], toRevisionNumber(now)),
      ])
      expect(Object.keys(then?.recordedIn ?? {}).sort()).toEqual(['denies', 'states-claim-0000'])
      expect(present?.recordedIn).toEqual(then?.recordedIn)
    })

    it.each(RENAMES)('$kind $former is found by either slug, at either revision', async ({ kind, former, slug }) => {
      expect(await findRenamed(store, kind, [toSlug('nothing'), former], toRevisionNumber(now))).toEqual([null, slug])
      expect(await findRenamed(store, kind, [slug, toSlug('nothing'), former], toRevisionNumber(before))).toEqual([
        former,
        null,
        null,
      ])
      expect(await findRenamed(store, 'Use', [former], toRevisionNumber(now))).toEqual([null])
    })

    const parents: readonly [(typeof REMOVAL_PARENTS)[number], string][] = [
      ['Story', 'tale'],
      ['Party', 'x-corp'],
      ['Source', 'privacy-policy'],
      ['DataCategory', 'dm-contents'],
    ]
    it.each(parents)(
      'are absent from the removed claims of a %s, which still lists earlier removals',
      async (parent, id) => {
        expect(await store.removedClaims(parent, [toSlug(id)], 5, toRevisionNumber(now))).toEqual([
          { id: 'claim-0004', removedIn: before },
        ])
      },
    )

    it('reserve their former slugs, also against other sets', async () => {
      const entities = smallDataset().entities.filter(({ item }) => item.id === 'x')
      const alone: Dataset = {
        ...smallDataset(),
        ...{ entities, concepts: [], sources: [], claims: [], assertions: [], stories: [], contentHash: 'alone' },
      }
      expect(await refusalOf(alone, 'other')).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('Entity x as a former slug (in test)'),
      })
      const taking = renamedDataset(alone, [{ kind: 'Entity', former: toSlug('x'), slug: toSlug('y') }])
      const ofOther = {
        ...taking,
        renames: taking.renames.map((one) => ({ ...one, item: { ...one.item, former: toSlug('musk') } })),
      }
      expect(await refusalOf(ofOther, 'other')).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('Entity musk (in test)'),
      })
    })

    it('are found by former slugs after their removal, and after the seeds omit the former slug', async () => {
      const { renames, ...rest } = withoutClaimZero(renamed())
      const left = renames.filter(({ item }) => item.kind === 'Story')
      const gone = await loadDataset(engine, { ...rest, renames: left }, options)
      expect(await findRenamed(store, 'Claim', [toSlug('claim-0000')], toRevisionNumber(gone.revision))).toEqual([
        'claim-zero',
      ])
      expect(await findRenamed(store, 'Entity', [toSlug('x')], toRevisionNumber(gone.revision))).toEqual(['x-corp'])
      expect(await store.removedClaims('Party', [toSlug('x-corp')], 1, toRevisionNumber(gone.revision))).toEqual([
        { id: 'claim-zero', removedIn: gone.revision },
      ])
    })

    it('can be renamed back', async () => {
      const back = RENAMES.map(({ kind, former, slug }) => ({ kind, former: slug, slug: former }))
      const { revision } = await loadDataset(engine, renamedDataset(renamed(), back), options)
      expect(await findRenamed(store, 'Entity', ['x-corp', 'x'].map(toSlug), toRevisionNumber(revision))).toEqual([
        'x',
        null,
      ])
      const [claim] = await store.claims([toSlug('claim-0001')], toRevisionNumber(revision))
      expect(claim?.claim.subject.id).toBe('x')
      expect(claim?.recordedIn).toEqual(
        (await store.claims([toSlug('claim-0001')], toRevisionNumber(before)))[0]?.recordedIn,
      )
    })

    it('show a withdrawal that comes with the renaming', async () => {
      const from = smallDataset(4)
      const assertions = from.assertions.map((one) =>
        one.item.id === 'states-claim-0001' ? { ...one, item: { ...one.item, withdrawn: 'our mistake' } } : one,
      )
      const { revision } = await loadDataset(engine, renamedDataset({ ...from, assertions }), options)
      const [withdrawn, other] = await store.claims(
        ['claim-0001', 'claim-0002'].map(toSlug),
        toRevisionNumber(revision),
      )
      expect(withdrawn?.recordedIn).toEqual({ 'states-claim-0001': revision })
      expect(other?.recordedIn).toEqual(
        (await store.claims([toSlug('claim-0002')], toRevisionNumber(before)))[0]?.recordedIn,
      )
    })

    it('reserve their former slugs permanently, against every set', async () => {
      const { renames, ...rest } = renamed()
      const forgotten: Dataset = { ...rest, renames: [], contentHash: 'forgotten' }
      await loadDataset(engine, forgotten, options)
      const another = smallDataset().entities.filter(({ item }) => item.id === 'x')
      const reused = { ...forgotten, entities: [...forgotten.entities, ...another], contentHash: 'reused' }
      const refusal = { code: 'INVALID_SEED', message: expect.stringContaining('Entity x (of x-corp)') }
      expect(await refusalOf(reused)).toMatchObject(refusal)
      const alone = { ...reused, entities: another, concepts: [], sources: [], claims: [], assertions: [], stories: [] }
      expect(await refusalOf(alone, 'other')).toMatchObject(refusal)
      const leading = {
        item: { kind: 'Entity', former: toSlug('x'), slug: toSlug('musk') },
        recordedAt: EARLY,
      } as const
      expect(await refusalOf({ ...forgotten, renames: [leading], contentHash: 'leading' })).toMatchObject(refusal)
      const gone = {
        ...alone,
        set: 'gone',
        entities: [...another, ...forgotten.entities.slice(1)],
        contentHash: 'gone',
      }
      expect(await refusalOf(gone)).toMatchObject(refusal)
    })

    it('are found through several renamings, and back from the last one', async () => {
      const again = renamedDataset({ ...renamed(), renames: [] }, [
        { kind: 'Entity', former: toSlug('x-corp'), slug: toSlug('x-inc') },
      ])
      const { revision } = await loadDataset(engine, again, options)
      expect(await findRenamed(store, 'Entity', ['x', 'x-corp'].map(toSlug), toRevisionNumber(revision))).toEqual([
        'x-inc',
        'x-inc',
      ])
      const back = renamedDataset({ ...again, renames: [] }, [
        { kind: 'Entity', former: toSlug('x-inc'), slug: toSlug('x') },
      ])
      const last = await loadDataset(engine, back, options)
      expect(await findRenamed(store, 'Entity', ['x-inc', 'x'].map(toSlug), toRevisionNumber(last.revision))).toEqual([
        'x',
        null,
      ])
    })
  })
}
