import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_INTROSPECTIONS } from '../../src/graphql/limits/introspection-limit.ts'
import { MAX_NAME } from '../../src/graphql/limits/query-limits.ts'
import { MAX_REPEATS } from '../../src/graphql/limits/repeat-limit.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

let app: StartedApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

async function codesOf(query: string): Promise<readonly string[]> {
  const { errors = [] } = await (await post(app.api, { query })).json()
  return errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)
}
const times = (n: number, piece: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => piece(i)).join(' ')

describe('repeats of one field', () => {
  const ways: readonly (readonly [string, (n: number) => string])[] = [
    ['side by side', (n) => `{ ${times(n, () => '__typename')} }`],
    ['under one alias', (n) => `{ ${times(n, () => 'stories { complete }')} }`],
    ['in inline fragments', (n) => `{ ${times(n, () => '... { __typename }')} }`],
    ['in a fragment that is used again', (n) => `{ ${times(n, () => '...F')} } fragment F on Query { __typename }`],
    [
      'in fragments within each other',
      (n) => `{ ...F ...F } fragment F on Query { ${times(n / 2, () => '...G')} } fragment G on Query { __typename }`,
    ],
    ['in fields that are answered as one', (n) => `{ ${times(n / 2, () => 'stories { complete complete }')} }`],
    ['below a list', (n) => `{ stories { nodes { ${times(n, () => 'slug')} } } }`],
  ]
  it.each(ways)('are rejected past a limit: %s', async (_, query) => {
    expect(await codesOf(query(MAX_REPEATS))).toEqual([])
    expect(await codesOf(query(MAX_REPEATS + 2))).toEqual(['LIMIT_EXCEEDED'])
    expect(await codesOf(query(500))).toEqual(['LIMIT_EXCEEDED'])
  })

  it('are not counted where aliases separate the fields', async () => {
    const names = times(MAX_REPEATS - 1, (i) => `a${i}: stories { totalCount pageInfo { hasNextPage } }`)
    expect(await codesOf(`{ ${names.replaceAll('totalCount', 'complete')} }`)).toEqual([])
  })

  it('are rejected for a directive at one place, and past a limit', async () => {
    expect(await codesOf('{ __typename @skip(if: false) @skip(if: false) }')).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect((await codesOf(`{ __typename ${'@aa'.repeat(10)} }`)).length).toBeLessThanOrEqual(5)
    expect(await codesOf(`{ __typename ${'@aa'.repeat(31)} }`)).toEqual(['LIMIT_EXCEEDED'])
  })
})

describe('name in a query', () => {
  it.each([
    ['an alias', (name: string) => `{ ${name}: __typename }`],
    ['an operation', (name: string) => `query ${name} { __typename }`],
    ['a fragment', (name: string) => `{ ...${name} } fragment ${name} on Query { __typename }`],
    ['a variable', (name: string) => `query ($${name}: Int) { claims(first: $${name}) { complete } }`],
  ])('may have 80 characters at most: %s', async (_, query) => {
    expect(await codesOf(query('a'.repeat(MAX_NAME)))).toEqual([])
    expect(await codesOf(query('a'.repeat(MAX_NAME + 1)))).toEqual(['LIMIT_EXCEEDED'])
  })
})

describe('introspection', () => {
  const ALL = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }
  it.each([{}, ALL, { descriptions: false }])('by the query of graphql-js is answered: %j', async (options) => {
    expect(await codesOf(getIntrospectionQuery(options))).toEqual([])
  })

  it.each([
    '{ __type(name: "Claim") { fields { name args { name type { name } } type { kind name ofType { name } } } } }',
    '{ __schema { queryType { fields { name } } types { name enumValues { name } } } }',
    `{ ${times(MAX_INTROSPECTIONS, (i) => `a${i}: __type(name: "Claim") { name }`)} }`,
  ])('restricted to a part of the schema is answered: %s', async (query) => {
    expect(await codesOf(query)).toEqual([])
  })

  const CIRCLES = [
    '__schema { types { fields { type { fields { name } } } } }',
    '__schema { types { fields { type { ofType { fields { name } } } } } }',
    '__schema { types { interfaces { possibleTypes { name } } } }',
    '__schema { types { inputFields { type { inputFields { name } } } } }',
    '__schema { queryType { fields { args { type { inputFields { name } } } } } }',
    '__type(name: "Claim") { fields { type { interfaces { name } } } }',
  ]
  it.each([
    ...CIRCLES.map((field) => `{ ${field} }`),
    ...CIRCLES.map((field) => `{ a: ${field} }`),
    ...CIRCLES.map((field) => `{ ...F } fragment F on Query { ... { ${field} } }`),
    '{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { name } }',
    '{ __schema { types { a: name b: name } } }',
    '{ __schema { types { ...T } } } fragment T on __Type { a: fields { name } b: fields { name } }',
    `{ ${times(MAX_INTROSPECTIONS + 1, (i) => `a${i}: __schema { description }`)} }`,
    `{ ${times(MAX_INTROSPECTIONS + 1, (i) => `... { a${i}: __type(name: "Claim") { name } }`)} }`,
  ])('with cycles or repeats is rejected: %s', async (query) => {
    expect(await codesOf(query)).toEqual(['LIMIT_EXCEEDED'])
  })
})
