import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { THING_KINDS } from '../../src/domain/thing-kind.ts'
import type { OpenStore } from '../open-store.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { answerTo, ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
let ids: readonly string[]
beforeAll(async () => {
  open = await openSeeded()
  const claims = await open.store.claimPage(
    {},
    'SLUG',
    { limit: 500, backwards: false, cursor: null },
    toRevisionNumber(await now()),
  )
  const all = { limit: 500, backwards: false, cursor: null }
  const things = [
    ...(await open.store.entityPage({}, 'SLUG', all, toRevisionNumber(await now()))).items.map(
      ({ id }) => `Entity:${id}`,
    ),
    ...(await open.store.sourcePage({}, 'SLUG', all, toRevisionNumber(await now()))).items.map(
      ({ id }) => `Source:${id}`,
    ),
    ...(await open.store.storyPage(all, toRevisionNumber(await now()))).items.map(({ id }) => `Story:${id}`),
    ...(await open.store.conceptTree('DataCategory', toRevisionNumber(await now()))).all.map(
      ({ id }) => `DataCategory:${id}`,
    ),
    ...(await open.store.conceptTree('Use', toRevisionNumber(await now()))).all.map(({ id }) => `Use:${id}`),
  ]
  ids = [...claims.items.map(({ claim }) => `Claim:${claim.id}`), ...things]
})
afterAll(() => open.database.close())
const now = (): Promise<number> => open.store.revisionAt(null)

interface Node {
  readonly __typename: string
  readonly id: string
}
const ONE = 'query ($id: ID!) { node(id: $id) { __typename id } }'
const MANY = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }'
const nodesOf = async (wanted: readonly unknown[]): Promise<readonly (Node | null)[]> =>
  (await ask<{ nodes: readonly (Node | null)[] }>(open.store, MANY, { ids: wanted })).nodes

/** Ids that a client may have stored, mistyped or invented. */
const GARBAGE = [
  '',
  ':',
  'x',
  'Entity',
  'Entity:',
  'entity:x',
  'Entity:X',
  'Entity: x',
  'Entity:nobody',
  'Claim:x',
  'Nothing:x',
  'Service:x',
  'Entity:x:x',
  '__proto__:constructor',
  "Entity:x'}) DETACH DELETE n //",
  `Entity:${'x'.repeat(100_000)}`,
  '5',
]

describe('node and nodes', () => {
  it('cover every kind', () => {
    expect([...new Set(ids.map((id) => id.split(':')[0]))].toSorted()).toEqual([...THING_KINDS].toSorted())
  })

  it('give each id the object with the same id', async () => {
    for (let from = 0; from < ids.length; from += 100) {
      const wanted = ids.slice(from, from + 100)
      expect((await nodesOf(wanted)).map((node) => node?.id)).toEqual(wanted)
    }
    for (const kind of THING_KINDS) {
      const id = ids.find((one) => one.startsWith(`${kind}:`))
      const { node } = await ask<{ node: Node }>(open.store, ONE, { id })
      expect(node.id).toBe(id)
      if (kind !== 'Entity') expect(node.__typename).toBe(kind)
    }
  })

  it('type an entity by its kind under an id that stays the same', async () => {
    const found = await nodesOf(['Entity:x', 'Entity:elon-musk', 'Entity:xai', 'Entity:members-of-the-public'])
    expect(found.map((node) => node?.__typename)).toEqual(['Service', 'Person', 'Organization', 'Group'])
  })

  it('keep the order of the requested ids, with repeats and unknown ids between', async () => {
    const requested = fc.array(fc.oneof(fc.constantFrom(...ids), fc.constantFrom(...GARBAGE)), { maxLength: 100 })
    await fc.assert(
      fc.asyncProperty(requested, async (wanted) => {
        const known = new Set(ids)
        expect((await nodesOf(wanted)).map((node) => node?.id ?? null)).toEqual(
          wanted.map((id) => (known.has(id) ? id : null)),
        )
      }),
      { numRuns: propertyRuns(30) },
    )
  })

  it.each(GARBAGE.map((id) => [JSON.stringify(id).slice(0, 40), id]))(
    'give null without an error for %s',
    async (_, id) => {
      expect(await answerTo(open.store, ONE, { id })).toEqual({ data: { node: null }, errors: [] })
      expect(await answerTo(open.store, MANY, { ids: [id] })).toEqual({ data: { nodes: [null] }, errors: [] })
    },
  )

  it.each(['\ud800', '\u202e', '\u200b', '\u0000'])(
    'refuse %j in a slug, an id and an external id',
    async (invisible) => {
      const lookups = ['claim', 'entity', 'source', 'story'].map((field) => [`${field}(slug: $x) { id }`, 'slug'])
      const more = [
        ['outside: entity(externalId: $x) { id }', 'externalId'],
        ['nodes(ids: [$x]) { id }', 'ids'],
      ]
      for (const [field, argument] of [...lookups, ...more]) {
        const type = argument === 'ids' ? 'ID!' : 'String!'
        const { errors } = await answerTo(open.store, `query ($x: ${type}) { ${field} }`, {
          x: `wikidata:${invisible}`,
        })
        expect(errors, field).toEqual([{ code: 'BAD_INPUT', argument }])
      }
      const filtered = 'query ($x: String!) { claims(filter: { subject: $x }) { nodes { id } } }'
      const { errors } = await answerTo(open.store, filtered, { x: '\ud800' })
      expect(errors).toEqual([{ code: 'BAD_INPUT', argument: 'filter.subject' }])
    },
  )

  it('give null for an empty slug, and an entity takes exactly one of slug and external id', async () => {
    expect(await ask(open.store, '{ entity(slug: "") { id } claim(slug: "") { id } }')).toEqual({
      entity: null,
      claim: null,
    })
    for (const args of ['', '(slug: "x", externalId: "wikidata:Q918")', '(externalId: "Q918")']) {
      const { errors } = await answerTo(open.store, `{ entity${args} { id } }`)
      expect(errors, args).toEqual([{ code: 'BAD_INPUT', argument: 'externalId' }])
    }
    const found = await ask(open.store, '{ entity(externalId: "wikidata:Q918") { id } }')
    expect(found).toEqual({ entity: { id: 'Entity:x' } })
  })

  it('reject more than 100 ids, and accept 100', async () => {
    expect(await nodesOf(Array(100).fill('Entity:x'))).toHaveLength(100)
    const { errors } = await answerTo(open.store, MANY, { ids: Array(101).fill('Entity:x') })
    expect(errors).toEqual([{ code: 'LIMIT_EXCEEDED', argument: 'ids' }])
  })
})
