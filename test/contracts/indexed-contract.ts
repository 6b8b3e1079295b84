import { expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { contestKey } from '../../src/domain/standing.ts'
import { CLAIM_PARTS } from '../../src/store/encoding/claim-part.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { entriesOfClaims, entriesOfParts } from '../../src/store/queries/claim-index.ts'
import { readIndexedStatuses, statusesByDay } from '../../src/store/read/indexed-statuses.ts'
import { richDataset } from './rich-dataset.ts'

interface Loaded {
  readonly engine: Engine
  readonly load: (dataset: Dataset) => Promise<unknown>
}

/** Contract of node labels, which Cypher users query: the entity's kind is a label. */
export function tellKinds(open: () => Loaded): void {
  it.each(['Person', 'Group'] as const)(
    'labels an entity with its current kind only when it becomes a %s',
    async (kind) => {
      const dataset = richDataset()
      const entities = dataset.entities.map((one) =>
        one.item.id === 'rich-crowd' ? { ...one, item: { ...one.item, kind } } : one,
      )
      const { engine, load } = open()
      await load({ ...dataset, entities })
      const nodeLabels = await engine.run(
        "MATCH (n:Entity {id: 'rich-crowd'}) UNWIND labels(n) AS label RETURN label ORDER BY label",
      )
      expect(nodeLabels).toEqual([{ label: 'Entity' }, { label: kind }])
      const groups = await engine.run('MATCH (n:Group) RETURN n.id AS id')
      expect(groups).toEqual(kind === 'Group' ? [{ id: 'rich-crowd' }] : [])
    },
  )
}

/** Contract of the narrower concepts by which filters are widened. */
export function tellNarrower(open: () => Loaded & { readonly store: GraphStore }): void {
  it('widens a concept by all narrower ones, whatever the number of levels', async () => {
    const { store, load } = open()
    const dataset = richDataset()
    const [first] = dataset.concepts
    if (!first) throw new Error('The data set has no concept.')
    const chain = Array.from({ length: 7 }, (_, level) => toSlug(`rich-level-${level}`))
    const concepts = chain.map((id, level) => {
      const broader = chain.slice(Math.max(0, level - 1), level)
      return { ...first, item: { ...first.item, kind: 'Use' as const, id, broader } }
    })
    await load({ ...dataset, concepts: [...dataset.concepts, ...concepts] })
    const revision = await store.revisionAt(null)
    for (const [level, id] of chain.entries())
      expect(await store.narrowerConcepts('Use', id, revision)).toEqual(chain.slice(level))
    expect(await store.narrowerConcepts('DataCategory', toSlug('rich-level-0'), revision)).toEqual([])
  })
}

/** Contract of the indexed properties that filters and orders use, compared with the claims they are derived from. */
export function tellIndexed(open: () => { readonly engine: Engine; readonly store: GraphStore }): void {
  it('indexes every claim by the values of its assertions', async () => {
    const { engine, store } = open()
    const revision = await store.revisionAt(null)
    const indexed = await readIndexedStatuses(engine, revision)
    const claims = await store.claims(
      indexed.map(({ claim }) => claim),
      revision,
    )
    expect(indexed.length).toBe(await store.countClaims({}, revision))
    expect(indexed).toEqual(
      claims.map((one) => ({
        claim: one?.claim.id,
        status: one?.status.status,
        byDay: one && statusesByDay(one),
      })),
    )
  })

  it('has an entry for the claim index of every claim, by its part and by its slug', async () => {
    const { engine, store } = open()
    const revision = await store.revisionAt(null)
    const parts = Array.from({ length: CLAIM_PARTS }, (_, part) => part)
    const byPart = await engine.run(entriesOfParts.text, { parts, revision, drafts: false })
    const claims = await store.claims(
      byPart.map(({ id }) => toSlug(String(id))),
      revision,
    )
    expect(byPart.length).toBe(await store.countClaims({}, revision))
    expect(byPart.map(({ contestKey: key, predicate }) => ({ key, predicate }))).toEqual(
      claims.map((one) => ({ key: one && contestKey(one.status), predicate: one?.claim.predicate })),
    )
    const keys = byPart.slice(0, 2).map(({ id }) => String(id))
    const byClaim = await engine.run(entriesOfClaims.text, { keys, revision, drafts: false })
    expect(byClaim).toEqual(byPart.slice(0, 2))
  })
}
