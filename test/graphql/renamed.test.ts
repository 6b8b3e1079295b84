import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RENAMES, renamedDataset } from '../contracts/renamed-dataset.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import type { OpenStore } from '../open-store.ts'
import { answerTo, ask, counting, openEmpty } from './seeded-store.ts'

const THEN = '2026-12-01T00:00:00Z'
let open: OpenStore
beforeAll(async () => {
  open = await openEmpty()
  const load = { author: 'test', set: 'test' }
  await open.load(smallDataset(), { ...load, now: new Date('2026-11-01T00:00:00Z') })
  await open.load(renamedDataset(), { ...load, now: new Date('2027-01-01T00:00:00Z') })
})
afterAll(() => open.database.close())
const node = async (id: string, asOf?: string): Promise<unknown> =>
  (
    await ask<{ node: unknown }>(
      open.store,
      'query ($id: ID!, $asOf: DateTime) { node(id: $id, asOf: $asOf) { id } }',
      { id, asOf },
    )
  ).node

describe('renamed object', () => {
  it.each(RENAMES)(
    '$kind $former is found by its ids of any time, and has the id of the requested time',
    async (one) => {
      const [former, present] = [`${one.kind}:${one.former}`, `${one.kind}:${one.slug}`]
      expect([await node(former), await node(present)]).toEqual([{ id: present }, { id: present }])
      expect([await node(former, THEN), await node(present, THEN)]).toEqual([{ id: former }, { id: former }])
      expect(await node(present, '2025-01-01T00:00:00Z')).toBeNull()
    },
  )

  it.each(RENAMES)('$kind $former is found in a search for the words of its former slug', async (one) => {
    const found = async (slug: string, asOf?: string) => {
      const { search } = await ask<{ search: { nodes: readonly { slug: string; match: object }[] } }>(
        open.store,
        `query ($text: String!, $kind: ThingKind!, $asOf: DateTime) { search(text: $text, kinds: [$kind], asOf: $asOf) {
          nodes { slug match { field value } } } }`,
        { text: slug.replaceAll('-', ' '), kind: one.kind, asOf },
      )
      return search.nodes.map((node) => node.slug)
    }
    expect(await found(one.former)).toContain(one.slug)
    expect(await found(one.former)).not.toContain(one.former)
    expect(await found(one.slug)).toContain(one.slug)
    expect(await found(one.former, THEN)).toContain(one.former)
    expect(await found(one.slug, THEN)).not.toContain(one.slug)
  })

  it('has the matching slug in its search result', async () => {
    const query = '{ search(text: "claim 0000") { nodes { slug match { field value } } } }'
    const match = { field: 'SLUG', value: 'claim 0000' }
    expect(await ask(open.store, query)).toEqual({ search: { nodes: [{ slug: 'claim-zero', match }] } })
  })

  it('is found by a former slug in fields for one object', async () => {
    const query = `{
      claim(slug: "claim-0000") { slug subject { ... on Node { id } } status { value } }
      entity(slug: "x") { slug claims { totalCount } }
      source(slug: "policy") { slug publishedBy { slug } }
      story(slug: "story") { slug claims { totalCount } }
    }`
    expect(await ask(open.store, query)).toEqual({
      claim: { slug: 'claim-zero', subject: { id: 'Entity:x-corp' }, status: { value: 'DISPUTED' } },
      entity: { slug: 'x-corp', claims: { totalCount: 5 } },
      source: { slug: 'privacy-policy', publishedBy: { slug: 'x-corp' } },
      story: { slug: 'tale', claims: { totalCount: 5 } },
    })
  })

  const filters: readonly [string, number][] = [
    ['claim: "claim-0000"', 1],
    ['claim: "claim-0000", story: "story"', 1],
    ['story: "story"', 5],
    ['subject: "x"', 5],
    ['party: "x"', 5],
    ['object: "x"', 0],
    ['claimant: "x"', 5],
    ['dataCategory: "messages"', 3],
    ['source: "policy"', 5],
    ['notInSource: "policy"', 0],
  ]
  it.each(filters)('is found by a former slug in the filter %s', async (filter, total) => {
    const query = `{ claims(filter: { ${filter} }) { totalCount nodes { slug } } }`
    const { claims } = await ask<{ claims: { totalCount: number; nodes: object[] } }>(open.store, query)
    expect([claims.totalCount, claims.nodes.length]).toEqual([total, total])
  })

  it('is found by former slugs and ids in drawings', async () => {
    const query = `{
      timeline(entity: "x") { totalCount }
      ofClaim: timeline(claim: "claim-0000") { totalCount }
      comparison(entities: ["x"]) { columns { use { slug } } cells { entity { slug } } }
      graph(roots: ["Entity:x"], depth: 1) { nodes { id } }
      paths(from: "Entity:x", to: "DataCategory:messages", through: [SUBJECT, DATA]) { paths { length } }
    }`
    const old = await ask(open.store, query)
    const present = query.replaceAll('"x"', '"x-corp"').replaceAll(':x"', ':x-corp"')
    expect(old).toEqual(
      await ask(open.store, present.replace('claim-0000', 'claim-zero').replace(':messages', ':dm-contents')),
    )
    expect(old).toMatchObject({ graph: { nodes: expect.arrayContaining([{ id: 'Entity:x-corp' }]) } })
  })

  it('costs one extra statement for any number of former slugs, and none without them', async () => {
    const { store, statements } = counting(open.engine)
    const cost = async (ids: readonly string[]): Promise<number> => {
      const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
      await ask(store, query, { ids })
      const before = statements()
      await ask(store, query, { ids })
      return statements() - before
    }
    const present = await cost(['Claim:claim-zero', 'Claim:claim-0001', 'Entity:x-corp', 'Source:privacy-policy'])
    expect(await cost(['Claim:claim-0000', 'Claim:claim-0001', 'Entity:x', 'Source:policy'])).toBe(present + 3)
    const unknown = Array.from({ length: 40 }, (_, i) => `Claim:nothing-${i}`)
    expect(await cost(unknown)).toBe(await cost(unknown.slice(0, 1)))
  })

  it('differs from an unknown slug, which gives NOT_FOUND', async () => {
    const query = '{ claims(filter: { subject: "policy" }) { totalCount } }'
    expect(await answerTo(open.store, query)).toMatchObject({
      errors: [{ code: 'NOT_FOUND', argument: 'filter.subject' }],
    })
    expect(await node('Source:x')).toBeNull()
  })
})
