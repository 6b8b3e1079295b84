import { isInterfaceType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAIM_ORDERS } from '../../src/domain/store/claim-filter.ts'
import { ENTITY_ORDERS } from '../../src/domain/store/entity-filter.ts'
import { SOURCE_ORDERS } from '../../src/domain/store/source-filter.ts'
import { schema } from '../../src/graphql/schema.ts'
import type { OpenStore } from '../open-store.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { answerTo, ask, openSeeded } from './seeded-store.ts'

let open: OpenStore
beforeAll(async () => {
  open = await openSeeded()
})
afterAll(() => open.database.close())

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: object }[]
  readonly nodes: readonly object[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  readonly totalCount: number
  readonly complete: boolean
}
interface PageArgs {
  readonly first?: number
  readonly after?: string | null
  readonly last?: number
  readonly before?: string | null
}
/** A connection field without the arguments of a page. */
interface List {
  readonly field: string
  /** Names and values of its other arguments. */
  readonly args: string
  /** Query for the parent object, or null for a field of Query. */
  readonly parent: string | null
}

const of = (field: string, args = '', parent: string | null = null): List => ({ field, args, parent })
const LISTS: readonly List[] = [
  ...CLAIM_ORDERS.map((order) => of('Query.claims', `orderBy: ${order}`)),
  of('Query.claims', 'filter: { claimant: "x" }, orderBy: LAST_ASSERTED'),
  of('Query.claims', 'filter: { text: "data" }, orderBy: MOST_CONTESTED'),
  of('Query.claims', 'filter: { dataCategory: "user-data" }'),
  of('Query.claims', 'filter: { subject: "roll20", predicates: [OWNS] }'),
  ...ENTITY_ORDERS.map((order) => of('Query.entities', `orderBy: ${order}`)),
  of('Query.entities', 'filter: { kinds: [Service, Person] }'),
  of('Query.entities', 'filter: { story: "x-privacy-2023", kinds: [Person, Service, Organization] }, orderBy: NAME'),
  of('Query.entities', 'filter: { text: "x" }'),
  of('Query.sources', 'filter: { story: "x-privacy-2023" }, orderBy: NEWEST'),
  ...SOURCE_ORDERS.map((order) => of('Query.sources', `orderBy: ${order}`)),
  of('Query.stories'),
  of('Query.search', 'text: "data"'),
  of('Query.search', 'text: "x", kinds: [Claim, Entity], language: "id"'),
  of('Query.timeline', 'entity: "x", clocks: [SAID, HOLDS, RECORDED]'),
  of('Query.timeline', 'claim: "x-collects-biometric-with-consent"'),
  of('Query.timeline', 'story: "x-privacy-2023", from: "2023", until: "2023-12"'),
  of('Entity.claims', '', 'Entity:x'),
  of('Entity.claims', '', 'Entity:bloomberg'),
  of('Entity.claimsAbout', '', 'Entity:x'),
  of('Entity.claimsAbout', '', 'Entity:linkedin'),
  of('Entity.claimsAsClaimant', '', 'Entity:x'),
  of('Entity.claimsAsClaimant', '', 'Entity:elon-musk'),
  of('Source.claims', '', 'Source:article'),
  of('Source.claims', '', 'Source:x-privacy-policy'),
  of('Story.claims', '', 'Story:x-privacy-2023'),
  of('DataCategory.claims', '', 'DataCategory:user-data'),
  of('Use.claims', '', 'Use:train-x-ai'),
  of('Use.claims', '', 'Use:xai-mission'),
]

/** Fields that identify the nodes of a list, by their type. */
const NODES: Readonly<Record<string, string>> = {
  SearchHit: 'kind slug match { value highlights { start end } }',
  TimelineEvent: 'kind clock date claim { slug } assertion { slug } capture { version { slug } }',
}

async function pageOf({ field, args, parent }: List, requested: PageArgs): Promise<Page> {
  const { query, name } = queryOf({ field, args, parent })
  const data = await ask<Readonly<Record<string, unknown>>>(open.store, query, { ...requested })
  const below = parent === null ? data : data.node
  return (below as Readonly<Record<string, Page>>)[name] ?? expect.fail('no page')
}

function queryOf({ field, args, parent }: List): { readonly query: string; readonly name: string } {
  const [type = '', name = ''] = field.split('.')
  const node = NODES[nodeTypeOf(type, name)] ?? 'id'
  const list = `${name}(first: $first, after: $after, last: $last, before: $before${args && `, ${args}`}) {
    edges { cursor node { ${node} } } nodes { ${node} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount complete }`
  const below = parent === null ? list : `node(id: "${parent}") { ... on ${type} { ${list} } }`
  return { query: `query ($first: Int, $after: String, $last: Int, $before: String) { ${below} }`, name }
}

function nodeTypeOf(type: string, name: string): string {
  const parent = schema.getType(type)
  if (!isObjectType(parent) && !isInterfaceType(parent)) return expect.fail(`no type ${type}`)
  return String(parent.getFields()[name]?.type).replace(/Connection!$/, '')
}

const wholes = new Map<List, readonly object[]>()
async function allOf(list: List): Promise<readonly object[]> {
  const known = wholes.get(list)
  if (known) return known
  const all: object[] = []
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo } = await pageOf(list, { first: 100, after })
    all.push(...nodes)
    after = pageInfo.endCursor
    if (!pageInfo.hasNextPage) break
  }
  wholes.set(list, all)
  return all
}

/** Sizes of consecutive pages, repeated in a cycle. */
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 })
/** Neo4j plans a query anew for each page size and direction, so it gets fewer runs. */
const RUNS = { numRuns: propertyRuns(process.env.SANAD_TEST_ENGINE === 'neo4j' ? 3 : 6) }

describe.each(LISTS.map((list): [string, List] => [`${list.parent ?? ''} ${list.field}(${list.args})`, list]))(
  '%s',
  (_, list) => {
    it('gives the full list forwards in pages of any size', async () => {
      const whole = await allOf(list)
      await fc.assert(
        fc.asyncProperty(sizes, async (steps) => {
          const found: object[] = []
          let after: string | null = null
          for (let step = 0; ; step += 1) {
            const first = steps[step % steps.length] ?? 1
            const page: Page = await pageOf(list, { first, after })
            expectWellFormed(page, whole.length)
            expect(page.pageInfo.hasPreviousPage).toBe(after !== null)
            found.push(...page.nodes)
            expect(page.pageInfo.hasNextPage).toBe(found.length < whole.length)
            if (!page.pageInfo.hasNextPage) break
            expect(page.nodes).toHaveLength(first)
            after = page.pageInfo.endCursor
          }
          expect(found).toEqual(whole)
        }),
        RUNS,
      )
    })

    it('gives the full list backwards in pages of any size', async () => {
      const whole = await allOf(list)
      await fc.assert(
        fc.asyncProperty(sizes, async (steps) => {
          const found: object[] = []
          let before: string | null = null
          for (let step = 0; ; step += 1) {
            const last = steps[step % steps.length] ?? 1
            const page: Page = await pageOf(list, { last, before })
            expectWellFormed(page, whole.length)
            expect(page.pageInfo.hasNextPage).toBe(before !== null)
            found.unshift(...page.nodes)
            expect(page.pageInfo.hasPreviousPage).toBe(found.length < whole.length)
            if (!page.pageInfo.hasPreviousPage) break
            expect(page.nodes).toHaveLength(last)
            before = page.pageInfo.startCursor
          }
          expect(found).toEqual(whole)
        }),
        RUNS,
      )
    })

    it('has no item past its ends, and the same items around any cursor', async () => {
      const whole = await allOf(list)
      const { edges } = await pageOf(list, { first: 100 })
      for (const [i, { cursor }] of edges.entries()) {
        if (i % 7 !== 0 && i !== edges.length - 1) continue
        expect((await pageOf(list, { first: 2, after: cursor })).nodes).toEqual(whole.slice(i + 1, i + 3))
        expect((await pageOf(list, { last: 2, before: cursor })).nodes).toEqual(whole.slice(Math.max(0, i - 2), i))
      }
    })

    it('rejects invalid page arguments', async () => {
      const { query } = queryOf(list)
      const refusal = async (requested: PageArgs) => (await answerTo(open.store, query, { ...requested })).errors
      expect(await refusal({ first: 0 })).toEqual([{ code: 'BAD_INPUT', argument: 'first' }])
      expect(await refusal({ last: -1 })).toEqual([{ code: 'BAD_INPUT', argument: 'last' }])
      expect(await refusal({ first: 101 })).toEqual([{ code: 'LIMIT_EXCEEDED', argument: 'first' }])
      expect(await refusal({ last: 101 })).toEqual([{ code: 'LIMIT_EXCEEDED', argument: 'last' }])
      expect(await refusal({ first: 1, last: 1 })).toMatchObject([{ code: 'BAD_INPUT' }])
      expect(await refusal({ first: 1, before: 'x' })).toMatchObject([{ code: 'BAD_INPUT' }])
      expect(await refusal({ after: 'x' })).toEqual([{ code: 'BAD_CURSOR', argument: 'after' }])
      expect(await refusal({ before: 'x' })).toEqual([{ code: 'BAD_CURSOR', argument: 'before' }])
      const others = LISTS.filter(({ field }) => field !== list.field && field !== 'Query.claims')
      for (const other of others.filter(({ field }, i) => others.findIndex((one) => one.field === field) === i)) {
        const after = (await pageOf(other, { first: 1 })).pageInfo.endCursor
        const isSame = other.field.split('.')[0] === list.field.split('.')[0] && other.parent !== null
        if (!isSame) expect(await refusal({ after }), other.field).toEqual([{ code: 'BAD_CURSOR', argument: 'after' }])
      }
    })
  },
)

it('connections are tested for every list in the schema', () => {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields())
          .filter((field) => String(field.type).endsWith('Connection!'))
          .map((field) => `${type.name}.${field.name}`)
      : [],
  )
  // Each entity type has the fields of the interface Entity.
  const expected = fields.map((field) => field.replace(/^(Person|Organization|Service|Group)\./, 'Entity.'))
  expect([...new Set(LISTS.map(({ field }) => field))].toSorted()).toEqual([...new Set(expected)].toSorted())
})

function expectWellFormed({ edges, nodes, pageInfo, totalCount, complete }: Page, total: number): void {
  expect(nodes).toEqual(edges.map(({ node }) => node))
  expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null)
  expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null)
  expect(totalCount).toBe(total)
  expect(complete).toBe(true)
}
