import type { ChildProcess } from 'node:child_process'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { exitOf, readApi, start } from '../e2e/run-cli.ts'
import { isWithinCpu } from '../slowness.ts'
import { type ArgumentPlace, argumentPlaces } from './schema-arguments.ts'

/** Error codes that are the client's fault. Any other code is a bug of the server. */
const CLIENT_CODES = [
  'BAD_INPUT',
  'BAD_CURSOR',
  'NOT_FOUND',
  'LIMIT_EXCEEDED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
]
const LEAK =
  /\n\s+at |node_modules|node:internal|\/src\/|\.ts\b|\/home\/|\/tmp\/|\/work|MATCH \(|UNWIND|w\.json|HAS_STATE|grafeo|neo4j|gqlstatus|genericfailure|sqlstate/i
const MEGABYTE = 1024 * 1024

interface Result {
  readonly status: number
  readonly text: string
  readonly codes: readonly unknown[]
  readonly data: unknown
}

let child: ChildProcess
let api: string
let places: readonly ArgumentPlace[]
beforeAll(async () => {
  child = start(['serve', '--in-memory', '--port', '0', '--json'])
  api = await readApi(child)
  const { data } = await send({ query: getIntrospectionQuery() })
  places = argumentPlaces(buildClientSchema(data as Parameters<typeof buildClientSchema>[0]))
})
afterAll(async () => {
  const ended = exitOf(child)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
afterEach(async () => {
  expect(child.exitCode).toBeNull()
  expect((await fetch(new URL('/readyz', api))).status).toBe(200)
  expect(await send({ query: '{ claim(slug: "x-sells-user-data") { slug } }' })).toMatchObject({
    status: 200,
    data: { claim: { slug: 'x-sells-user-data' } },
  })
})

describe('hostile argument', () => {
  const PAYLOADS: readonly (readonly [string, string])[] = [
    ['Cypher', "x'}) DETACH DELETE n //"],
    ['more Cypher', '"x`]}) CALL db.labels() YIELD label RETURN label UNION MATCH (n) SET n.json = "'],
    ['a parameter', '$keys'],
    ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>&quot;'],
    ['a path', '../../../../etc/passwd\0'],
    ['half of a surrogate pair', '\ud800'],
    ['the other half', 'x\udc00x'],
    ['right-to-left marks and bidi', '\u202e\u2066x\u2069'],
    ['a prototype', '__proto__'],
    ['a Lucene query', '*:* OR name:/.*/ AND (a~10 "'],
    ['nothing', ''],
    ['200 KB', 'x'.repeat(200 * 1024)],
  ]

  it('is tried everywhere: the schema walk finds arguments of every kind and depth', () => {
    const names = places.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['Query.claims(filter.subject)', 'Query.claims(after)', 'Claim.condition(language)']),
    )
    expect(places.map(({ scalar }) => scalar)).toEqual(expect.arrayContaining(['Int', 'String', 'Date', 'DateTime']))
  })

  it.each(PAYLOADS)('neither fails the server nor leaks, with %s', async (_, payload) => {
    for (const place of texts()) {
      const result = await send({ query: place.query, variables: place.variablesFor(payload) })
      expectClean(result, place.name, payload)
      expect([200, 400], `${place.name}: ${result.status}`).toContain(result.status)
    }
    expect(await send({ query: '{ stats { byKind { count } } }' })).toEqual(before)
  })

  it.each(['\ud800x', 'x\udc00', 'x\ud83d'])(
    'with half a surrogate pair gives BAD_INPUT and the name of the argument, in %j',
    async (payload) => {
      // A lookup of an id gives null, a cursor gives BAD_CURSOR, and a date is rejected as a date.
      const refusing = texts().filter(({ name }) => !/\((slug|ids?|externalId|after|before)\)$/.test(name))
      const names = refusing.map(({ name }) => name)
      expect(names).toEqual(
        expect.arrayContaining(['Query.search(text)', 'Query.comparison(entities)', 'Query.graph(roots)']),
      )
      const refused: string[] = []
      for (const place of refusing) {
        const { codes, text } = await send({ query: place.query, variables: place.variablesFor(payload) })
        // Nested fields without data in the stories are never resolved.
        if (!codes.includes('BAD_INPUT') && !place.name.startsWith('Query.')) continue
        expect([...new Set(codes)], place.name).toEqual(['BAD_INPUT'])
        refused.push(place.name)
        if (['Date', 'DateTime'].includes(place.scalar)) continue
        const [, argument] = /\((.*)\)$/.exec(place.name) ?? []
        expect(text, place.name).toContain(`"argument":"${argument}"`)
      }
      expect(refused).toContain('Claim.condition(language)')
      expect(refused.length).toBeGreaterThan(refusing.length / 2)
      const literal = await send({ query: `{ search(text: "${payload}") { totalCount } }` })
      expect(literal.codes).toEqual(['GRAPHQL_PARSE_FAILED'])
    },
  )

  it('longer than a body may be gives 413', async () => {
    for (const place of texts()) {
      const result = await send({ query: place.query, variables: place.variablesFor('x'.repeat(MEGABYTE)) })
      expect(result, place.name).toMatchObject({ status: 413, codes: ['LIMIT_EXCEEDED'] })
    }
  })

  it.each([-1, 0, 101, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 1e308, 0.5, '5', true, [], {}])(
    'with a number out of range is rejected: %j',
    async (value) => {
      for (const place of places.filter(({ scalar }) => scalar === 'Int')) {
        const result = await send({ query: place.query, variables: place.variablesFor(value) })
        expectClean(result, place.name)
        expect(result.codes, place.name).not.toEqual([])
      }
    },
  )

  let before: Result
  beforeAll(async () => {
    before = await send({ query: '{ stats { byKind { count } } }' })
  })
  /** Every scalar except numbers and booleans is written as a string. */
  const texts = (): readonly ArgumentPlace[] =>
    places.filter(({ scalar }) => !['Int', 'Float', 'Boolean'].includes(scalar))
})

describe('cursors', () => {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  it.each([
    'garbage',
    ' ',
    'x'.repeat(5000),
    encode(null),
    encode([1, 'SLUG', 'a']),
    encode([1, 'SLUG', 1, 2]),
    encode([2, 'SLUG', 'a', 'a']),
    encode([1, 'Entity', 'x', 'x']),
    encode({ length: 4 }),
    Buffer.from('[1,"SLUG","').toString('base64url'),
  ])('from elsewhere are rejected: %s', async (cursor) => {
    for (const argument of ['after', 'before']) {
      const query = `query ($c: String) { claims(${argument}: $c) { nodes { slug } } }`
      const result = await send({ query, variables: { c: cursor } })
      expect(result.codes).toEqual(['BAD_CURSOR'])
      expectClean(result, argument, cursor)
    }
  })

  it('from another order are rejected', async () => {
    const { data } = await send({ query: '{ claims(first: 1, orderBy: MOST_CONTESTED) { pageInfo { endCursor } } }' })
    const [cursor] = JSON.stringify(data).match(/(?<="endCursor":")[^"]+/) ?? []
    const result = await send({
      query: 'query ($c: String) { claims(after: $c) { nodes { slug } } }',
      variables: { c: cursor ?? expect.fail('no cursor') },
    })
    expect(result.codes).toEqual(['BAD_CURSOR'])
  })
})

describe('hostile queries', () => {
  const deep = (open: string, close: string, n = 10_000): string => open.repeat(n) + close.repeat(n)
  const aliases = (n: number, field: string): string => Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(' ')
  const bombs: readonly (readonly [string, string])[] = [
    ['5,000 aliases', `{ ${aliases(5000, '__typename')} }`],
    ['500 aliases of a list', `{ ${aliases(500, 'claims { totalCount }')} }`],
    ['300 aliases within fragments', `{ ...F } fragment F on Query { ${aliases(300, '__typename')} }`],
    ['a fragment cycle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['a fragment in itself', '{ ...A } fragment A on Query { __typename ...A }'],
    ['fields 10,000 deep', deep('{ a ', '}')],
    ['a list 10,000 deep', `{ claims(filter: ${deep('[', ']')}) { totalCount } }`],
    ['an object 10,000 deep', `{ claims(filter: ${deep('{ subject: ', '}')}) { totalCount } }`],
    ['a list 900 deep', `{ claims(filter: { subject: ${deep('[', ']', 900)} }) { totalCount } }`],
    [
      'an object 600 deep',
      `{ claims(filter: ${deep('{ subject: ', '}', 600).replace(': }', ': 1 }')}) { totalCount } }`,
    ],
    ['100,000 tokens', `{ ${'__typename '.repeat(20_000)} }`],
    ['5,000 directives', `{ __typename ${'@skip(if: false) '.repeat(400)} }`],
    ['50 directives of one field', `{ __typename ${'@include(if: true) '.repeat(50)} }`],
    ['a variable type 900 deep', `query ($a: ${deep('[', ']', 900).replace('[]', '[Int]')}) { __typename }`],
    ['fragments that double at every step', doubling(25)],
    ['fragments that double and lead nowhere', doubling(25).replace(/fragment F25 .*$/, '')],
    ['1,900 times the same field of another name', `{ ${'a: __typename '.repeat(600)} a: __schema { __typename } }`],
  ]
  it.each(bombs)('are rejected: %s', async (_, query) => {
    const before = process.cpuUsage()
    const result = await send({ query })
    const { user, system } = process.cpuUsage(before)
    expect(result.status).toBe(400)
    expect(result.codes.length).toBeGreaterThan(0)
    expect(result.data).toBeUndefined()
    expectClean(result, 'bomb', query)
    expect(isWithinCpu((user + system) / 1000, 2000)).toBe(true)
  })

  it.each([
    '{"query":',
    '{"query":"{ a',
    '',
    'null',
    '[]',
    '"x"',
    '{}',
    '{"query":1}',
    '{"query":"{ __typename }","variables":[1]}',
    '{"query":"{ __typename }","variables":"x"}',
    '{"query":"","operationName":{}}',
    '\ufeff{"query":"{ __typename }"}{',
  ])('are rejected when the body is no GraphQL request: %j', async (body) => {
    const result = await sendRaw(body)
    expect(result.status).toBe(400)
    expectClean(result, 'body')
    expect(result.codes).toEqual(['BAD_INPUT'])
  })

  it('are rejected or ignored when their variables are nested 10,000 deep', async () => {
    const nested = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
    const list = '['.repeat(10_000) + ']'.repeat(10_000)
    for (const value of [nested, list]) {
      for (const place of places) {
        const result = await sendRaw(`{"query":${JSON.stringify(place.query)},"variables":{"given":${value}}}`)
        expect(result.status, place.name).toBe(400)
        expectClean(result, place.name)
        expect(result.codes.length, place.name).toBeGreaterThan(0)
      }
      expect((await sendRaw(`{"query":"{ __typename }","variables":{"unused":${value}}}`)).status).toBe(200)
      expect((await sendRaw(`{"query":"{ __typename }","extensions":${value}}`)).status).toBeLessThan(500)
    }
  })

  function doubling(levels: number): string {
    const fragments = Array.from({ length: levels }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)
    return `{ ...F0 } ${fragments.join(' ')} fragment F${levels} on Query { a: __typename b: __typename c: stories { totalCount nothing } }`
  }
})

describe('request URLs', () => {
  it('past the length limit get 431', async () => {
    const response = await fetch(`${api}?query=${'x'.repeat(MEGABYTE)}`)
    expect(response.status).toBe(431)
  })

  it.each([
    '?query=%',
    '?query=%E0%A4%A',
    '?query=%ED%A0%80',
    '?variables=%7B',
    '?query={__typename}&variables=[',
    '//',
    '/%00',
    '/..%2f..%2fetc%2fpasswd',
  ])('with invalid syntax are rejected: %s', async (suffix) => {
    const response = await fetch(api + suffix, { headers: { Accept: 'application/graphql-response+json' } })
    expect([400, 404]).toContain(response.status)
    expectClean(toResult(response.status, await response.text()), suffix)
  })
})

function expectClean({ text, codes }: Result, place: string, payload = ''): void {
  const own = JSON.stringify(payload).slice(1, -1)
  const result = own === '' ? text : text.replaceAll(own, '').replaceAll(JSON.stringify(own).slice(1, -1), '')
  expect(result, place).not.toMatch(LEAK)
  for (const code of codes) expect(CLIENT_CODES, `${place}: ${text.slice(0, 300)}`).toContain(code)
}

const send = (body: object): Promise<Result> => sendRaw(JSON.stringify(body))

async function sendRaw(body: string): Promise<Result> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' }
  const response = await fetch(api, { method: 'POST', headers, body })
  return toResult(response.status, await response.text())
}

function toResult(status: number, text: string): Result {
  const answer = JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[]; data?: unknown }
  return {
    status,
    text,
    codes: (answer.errors ?? []).map((error) => error.extensions?.code),
    data: answer.data,
  }
}
