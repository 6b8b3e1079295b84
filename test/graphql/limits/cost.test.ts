import { getNullableType, isListType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphStore } from '../../../src/domain/graph-store.ts'
import { MAX_COST } from '../../../src/graphql/limits/cost.ts'
import { lengthOfList, PRICED_FIELDS } from '../../../src/graphql/limits/field-costs.ts'
import { MAX_ALIASES } from '../../../src/graphql/limits/query-limits.ts'
import { schema } from '../../../src/graphql/schema.ts'
import { post, type StartedApp, startApp } from '../../server/start-app.ts'

let started: StartedApp
let reads = 0
beforeAll(async () => {
  started = await startApp({ wrap: (store) => countingReads(store, () => (reads += 1)) })
})
afterAll(() => started.stop())

/** The real store, whose reads are counted. */
function countingReads(store: GraphStore, note: () => void): GraphStore {
  return new Proxy(store, {
    get: (target, name, receiver) => {
      const own: unknown = Reflect.get(target, name, receiver)
      if (typeof own !== 'function') return own
      return (...request: readonly unknown[]): unknown => {
        note()
        return own.apply(target, request)
      }
    },
  })
}

interface Result {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
  readonly extensions?: { readonly cost?: { readonly points: number; readonly limit: number } }
}
interface Question {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
}
async function send(question: Question): Promise<Result & { readonly reads: number }> {
  reads = 0
  const result = (await (await post(started.api, question)).json()) as Result
  return { ...result, reads }
}
const costOf = async (question: Question): Promise<number> =>
  (await send(question)).extensions?.cost?.points ?? expect.fail('no cost')

const CLAIMS = 'claims(first: $n) { nodes { slug assertions { slug source { slug } } } }'
const HEAVY = '{ claims(first: 100) { nodes { assertions { source { claims(first: 100) { nodes { slug } } } } } } }'

describe('cost of a query', () => {
  it('is configured for fields that exist', () => {
    const missing = PRICED_FIELDS.filter((name) => {
      const [type = '', field = ''] = name.split('.')
      const found = schema.getType(type)
      return !isObjectType(found) || !(field in found.getFields())
    })
    expect(missing).toEqual([])
  })

  it('counts a bounded list in full, for each object that has it', () => {
    const bounds = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).flatMap(({ name, type: result, args, description }) => {
            const [, before, after] = /(\d+) at most|at most (\d+)/.exec(description ?? '') ?? []
            const isBounded = isListType(getNullableType(result)) && args.length === 0 && (before ?? after)
            return isBounded ? [{ field: `${type.name}.${name}`, max: Number(before ?? after) }] : []
          })
        : [],
    )
    expect(bounds.map(({ field }) => field)).toEqual(expect.arrayContaining(['Descent.steps', 'Story.picture']))
    const below = bounds.filter(({ field, max }) => lengthOfList(field, {}, 100) < 100 * max)
    expect(below).toEqual([])
  })

  it('is reported with every response, by POST and by GET, even if a field failed', async () => {
    const query = '{ stories(first: 3) { nodes { slug } } }'
    const cost = { points: expect.any(Number), limit: MAX_COST }
    expect(await send({ query })).toMatchObject({ data: { stories: { nodes: [] } }, extensions: { cost } })
    const byGet = await fetch(`${started.api}?query=${encodeURIComponent(query)}`)
    expect(await byGet.json()).toMatchObject({ extensions: { cost } })
    const failed = await send({ query: '{ claims(filter: { subject: "misspelt" }) { nodes { slug } } }' })
    expect(failed).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }], extensions: { cost } })
  })

  it('is one point for each field of each possible node', async () => {
    expect(await costOf({ query: '{ __typename }' })).toBeLessThanOrEqual(1)
    expect(await costOf({ query: '{ story(slug: "x") { slug } }' })).toBe(2)
    const ten = await costOf({ query: '{ stories(first: 10) { nodes { slug } } }' })
    const more = await costOf({ query: '{ stories(first: 10) { nodes { slug id } } }' })
    const twice = await costOf({ query: '{ stories(first: 20) { nodes { slug } } }' })
    expect(more - ten).toBe(10)
    expect(twice - ten).toBe(10)
  })

  it('depends on variables, their defaults, and a default page of 20', async () => {
    const query = `query ($n: Int) { ${CLAIMS} }`
    const written = (n: number): Promise<number> => costOf({ query: `{ ${CLAIMS.replace('$n', String(n))} }` })
    for (const n of [1, 20, 100]) {
      expect(await costOf({ query, variables: { n } })).toBe(await written(n))
      expect(await costOf({ query: `query ($n: Int = ${n}) { ${CLAIMS} }` })).toBe(await written(n))
    }
    expect(await costOf({ query })).toBe(await written(20))
    expect(await costOf({ query, variables: { n: null } })).toBe(await written(20))
    expect(await costOf({ query: query.replaceAll('first', 'last'), variables: { n: 7 } })).toBe(await written(7))
  })

  it('counts a node for each id, and a comparison for each of its entities', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const ids = (n: number) => ({ query, variables: { ids: Array(n).fill('Entity:x') } })
    expect(await costOf(ids(100))).toBe(101)
    expect(await costOf(ids(1))).toBe(2)
    const compare = (...entities: readonly string[]) => ({
      query: 'query ($e: [String!]!) { comparison(entities: $e) { cells { dataCategorySlug } } }',
      variables: { e: entities },
    })
    const [one, two, three] = [
      await costOf(compare('a')),
      await costOf(compare('a', 'b')),
      await costOf(compare('a', 'b', 'c')),
    ]
    expect(three - two).toBe(two - one)
    expect(two - one).toBeGreaterThan(1000)
  })

  it('counts fragments where they are spread, and excludes skipped fields', async () => {
    const plain = await costOf({ query: '{ stories { nodes { slug id } } }' })
    expect(await costOf({ query: '{ stories { ...S } } fragment S on StoryConnection { nodes { slug id } }' })).toBe(
      plain,
    )
    const query = 'query ($no: Boolean!) { stories { nodes { slug id claims @skip(if: $no) { totalCount } } } }'
    expect(await costOf({ query, variables: { no: true } })).toBe(plain)
    expect(await costOf({ query, variables: { no: false } })).toBeGreaterThan(plain)
  })

  it('is that of the executed operation', async () => {
    const query = `query Light { stories(first: 1) { nodes { slug } } } query Heavy ${HEAVY}`
    expect(await costOf({ query, operationName: 'Light' })).toBeLessThan(10)
    expect((await send({ query, operationName: 'Heavy' })).errors).toHaveLength(1)
  })

  it('counts the required reads, however little of them is returned', async () => {
    const costs = [
      '{ timeline(entity: "x", first: 1) { nodes { date } } }',
      '{ stats { revision } }',
      '{ search(text: "x", first: 1) { nodes { slug } } }',
      '{ claims(first: 1) { totalCount } }',
      '{ claims(first: 1, filter: { validOn: "2026" }) { nodes { slug } } }',
      '{ entities(first: 1, filter: { text: "x" }) { nodes { slug } } }',
      '{ graph(roots: ["Entity:x"], limit: 1) { complete } }',
      '{ paths(from: "Entity:x", to: "Entity:y", limit: 1) { complete } }',
      '{ comparison(entities: ["x"]) { complete } }',
    ].map((query) => costOf({ query }))
    for (const cost of await Promise.all(costs)) expect(cost).toBeGreaterThan(MAX_COST / MAX_ALIASES)
    // Lists below the nodes of one level are counted in one statement.
    const below = '{ entities(first: 100) { nodes { slug claims(first: 1) { totalCount } } } }'
    expect(await costOf({ query: below })).toBeLessThan(MAX_COST / 10)
  })
})

describe('list argument', () => {
  it('costs a point for each distinct value', async () => {
    const claims = (...status: readonly string[]) =>
      costOf({
        query: 'query ($s: [Status!]) { claims(filter: { statuses: $s }) { nodes { slug } } }',
        variables: { s: status },
      })
    const one = await claims('STATED')
    expect(await claims('STATED', 'DENIED', 'ALLEGED')).toBe(one + 2)
    expect(await claims('STATED', 'STATED', 'STATED')).toBe(one)
    const roots = (...ids: readonly string[]) =>
      costOf({ query: `{ graph(roots: ${JSON.stringify(ids)}, limit: 1) { complete } }` })
    expect((await roots('Entity:x', 'Entity:y')) - (await roots('Entity:x', 'Entity:x'))).toBe(1)
  })
})

describe('query past the cost limit', () => {
  it('is rejected before any read, with its cost and a remedy', async () => {
    const result = await send({ query: HEAVY })
    const cost = { points: expect.any(Number), limit: MAX_COST }
    expect(result).toMatchObject({
      errors: [{ message: expect.stringContaining('smaller pages'), extensions: { code: 'LIMIT_EXCEEDED', cost } }],
      extensions: { cost },
      reads: 0,
    })
    expect(result).not.toHaveProperty('data')
    expect(result.extensions?.cost?.points).toBeGreaterThan(MAX_COST)
  })

  it('is rejected because of a variable alone', async () => {
    const query = HEAVY.replace('{', 'query ($n: Int!) {').replaceAll('100', '$n')
    expect(await send({ query, variables: { n: 100 } })).toMatchObject({
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }],
      reads: 0,
    })
    const light = await send({ query, variables: { n: 10 } })
    expect(light.errors).toBeUndefined()
    expect(light.reads).toBeGreaterThan(0)
  })

  it.each([
    'timeline(entity: "x", first: 1) { nodes { date } }',
    'claims(first: 1, filter: { validOn: "2026-07-01" }) { totalCount }',
    'stats { revision }',
    'stories(first: 1) { totalCount }',
    'comparison(entities: ["x"]) { complete }',
    'paths(from: "Entity:x", to: "Entity:y") { complete }',
    'search(text: "x", first: 1) { nodes { slug } }',
  ])('is rejected for repeated aliases of %s', async (request) => {
    const query = `{ ${Array.from({ length: MAX_ALIASES }, (_, i) => `a${i}: ${request}`).join(' ')} }`
    expect(await send({ query })).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }], reads: 0 })
  })

  it('is rejected in every form: aliases, fragments, last, or the limit of a graph', async () => {
    const page = 'claims(first: 100) { nodes { slug sentence { value } status { value } assertions { slug } } }'
    const node = 'node { ... on Claim { assertions { source { claims(last: 20) { nodes { slug } } } } } }'
    for (const query of [
      `{ ${Array.from({ length: 12 }, (_, i) => `a${i}: ${page}`).join(' ')} }`,
      `{ ...A } fragment A on Query { ${Array.from({ length: 12 }, (_, i) => `a${i}: ${page}`).join(' ')} }`,
      HEAVY.replaceAll('first', 'last'),
      `{ graph(roots: ["Entity:x"], limit: 200) { nodes { ${node} } } }`,
      `query ($ids: [ID!]! = [${'"Claim:a" '.repeat(100)}]) { nodes(ids: $ids) { ${node.slice(7, -2)} } }`,
    ]) {
      const result = await send({ query })
      expect(result, query.slice(0, 60)).toMatchObject({
        errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }],
        reads: 0,
      })
    }
  })
})
