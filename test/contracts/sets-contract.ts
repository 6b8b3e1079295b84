import { expect, it } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toSlug } from '../../src/domain/slug.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { findSeedSet } from '../../src/store/write/seed-set.ts'
import { smallDataset } from './small-dataset.ts'

const options = { author: 'test', set: 'test', now: new Date('2026-11-01T00:00:00Z') }

/** Contract of seed sets, in a store where the set `test` has the small data set. */
export function tellSets(here: () => { readonly engine: Engine; readonly store: GraphStore }): void {
  it('finds the set of a story, and rejects changes to it by other sets', async () => {
    const { stories } = smallDataset()
    expect(await findSeedSet(here().engine, smallDataset())).toEqual({ set: 'test', missing: [] })
    const other = {
      ...smallDataset(),
      stories: stories.map((s) => ({ ...s, item: { ...s.item, id: toSlug('other') } })),
    }
    expect(await findSeedSet(here().engine, other)).toEqual({ set: 'other', missing: [] })
    const taken = loadDataset(here().engine, other, { ...options, set: 'other' })
    await expect(taken).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('in test') })
    const claims = smallDataset().claims.map((c) => ({ ...c, item: { ...c.item, validTo: '2025', data: [] } }))
    const changed = loadDataset(here().engine, { ...smallDataset(), claims }, options)
    await expect(changed).rejects.toMatchObject({ code: 'INVALID_SEED', message: expect.stringContaining('(data)') })
    expect(await here().store.countByKind(await here().store.revisionAt(null))).toMatchObject({ Story: 1 })
  })

  it('rejects an external id that an entity of another set has', async () => {
    const { entities, ...rest } = smallDataset()
    const nothing = Object.fromEntries(Object.keys(rest).map((kind) => [kind, []]))
    const renamed = entities.map((e) => ({ ...e, item: { ...e.item, id: toSlug('somebody-else'), speaksFor: [] } }))
    const other = { ...rest, ...nothing, entities: renamed.slice(0, 1) }
    const before = await here().store.revisionAt(null)
    const taken = loadDataset(here().engine, other, { ...options, set: 'other' })
    await expect(taken).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/wikidata:Q-\S+ of somebody-else, which belongs to Entity \S+ \(in test\)/),
    })
    expect(await here().store.revisionAt(null)).toBe(before)
    expect(await here().store.entities([toSlug('somebody-else')], before)).toEqual([null])
  })
}
