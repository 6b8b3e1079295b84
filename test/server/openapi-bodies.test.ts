import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { EMBEDDABLE } from '../../src/pages/embed/embed-request.ts'
import { DESCRIBED_PATHS } from '../../src/server/openapi/described-paths.ts'
// On a busy machine, the first request would wait for the modules of pages past the deadline of its connection.
import '../../src/server/site.ts'
import { CLOSING } from '../reconciliation/started-service.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'

type Json = Readonly<Record<string, unknown>>
interface Request {
  /** Path and query. */
  readonly target: string
  /** Body of a POST: a form as text, or JSON. */
  readonly body?: string | Json
  readonly accept?: string
  readonly status?: number
  /** Words that the body has. */
  readonly contains?: string
}

const SLUGS: Readonly<Record<string, string>> = {
  story: 'x-privacy-2023',
  claim: 'x-sells-user-data',
  entity: 'x',
  network: 'x',
  source: 'article',
  data: 'user-data',
  use: 'train-ai-models',
  compare: 'x,xai',
}
const QUERY = '{ claims(first: 2) { nodes { slug } } claim(slug: "nothing-of-the-name") { slug } }'
/** Costs more points than a query may. */
const DEAR = '{ entities(first: 100) { nodes { claimsAbout(first: 100) { nodes { assertions { stance } } } } } }'
const MATCH = { query: 'X sells user data', limit: 3 }
const EXTENDED = {
  ids: ['entity/x', 'claim/x-sells-user-data', 'entity/nobody'],
  properties: ['says', 'publisher', 'names', 'external-ids'].map((id) => ({ id, settings: { limit: 3 } })),
}
const SUGGESTED = ['entity', 'property', 'type'].map((of) => ({ of, prefix: of === 'entity' ? 'x' : '' }))
const FLYOUTS = [
  ['entity', 'entity/x'],
  ['property', 'says'],
  ['type', 'claim'],
] as const
const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}

/** Requests to each path that has JSON, whose responses differ in form. */
const REQUESTS: Readonly<Record<string, readonly Request[]>> = {
  '/oembed': ['', '&maxwidth=100&maxheight=50'].map((bounds) => ({
    target: `/oembed?url=SITE/claim/x-sells-user-data${bounds}`,
  })),
  '/export/{kind}/{slug}.jsonld': EMBEDDABLE.map((kind) => ({
    target: `/export/${kind}/${SLUGS[kind]}.jsonld?lang=en`,
  })),
  '/export/{kind}/{slug}.positions.json': ['story', 'entity', 'claim'].map((kind) => ({
    target: `/export/${kind}/${SLUGS[kind]}.positions.json?lang=en`,
  })),
  ...Object.fromEntries(
    EXPORT_FORMATS.filter(({ mediaType }) => /[/+]json/.test(mediaType)).map(({ file }) => [
      `/export/${file}`,
      ['', '&claim=x-sells-user-data', '&text=nothingatallofthekind'].map((filter) => ({
        target: `/export/${file}?lang=en${filter}`,
      })),
    ]),
  ),
  '/context.jsonld': [{ target: '/context.jsonld' }],
  '/openapi.json': [{ target: '/openapi.json' }],
  '/graphql': [
    { target: `/graphql?query=${encodeURIComponent(QUERY)}` },
    { target: '/graphql', body: { query: QUERY }, accept: 'application/graphql-response+json' },
    { target: '/graphql', body: { query: '{ nothing }' } },
    { target: '/graphql', body: { query: '{ nothing }' }, accept: 'application/graphql-response+json', status: 400 },
    { target: '/graphql', body: { query: DEAR }, contains: '"cost":{' },
    { target: '/graphql', body: { query: '{ claims(first: 100000) { nodes { slug } } }' } },
  ],
  '/reconcile': [
    { target: '/reconcile' },
    { target: '/reconcile?lang=id' },
    { target: `/reconcile?queries=${encodeURIComponent(JSON.stringify({ q0: MATCH }))}` },
    { target: '/reconcile', body: `queries=${encodeURIComponent(JSON.stringify({ a: MATCH, b: { query: 'Musk' } }))}` },
    { target: '/reconcile', body: `extend=${encodeURIComponent(JSON.stringify(EXTENDED))}` },
  ],
  '/reconcile/suggest/{of}': SUGGESTED.map(({ of, prefix }) => ({
    target: `/reconcile/suggest/${of}?prefix=${prefix}`,
  })),
  '/reconcile/flyout/{of}': FLYOUTS.map(([of, id]) => ({ target: `/reconcile/flyout/${of}?id=${id}` })),
  '/reconcile/propose': [{ target: '/reconcile/propose?type=entity' }],
  '/reconcile/v1': [{ target: '/reconcile/v1' }],
  '/reconcile/v1/match': [
    {
      target: '/reconcile/v1/match',
      body: { queries: [{ conditions: [{ matchType: 'name', propertyValue: 'Twitter' }] }] },
    },
  ],
  '/reconcile/v1/extend': [{ target: '/reconcile/v1/extend', body: EXTENDED }],
  '/reconcile/v1/extend/propose': [{ target: '/reconcile/v1/extend/propose?type=claim' }],
  '/reconcile/v1/suggest/{of}': SUGGESTED.map(({ of, prefix }) => ({
    target: `/reconcile/v1/suggest/${of}?prefix=${prefix}`,
  })),
  '/mcp': [
    { target: '/mcp', body: initialize, accept: 'application/json, text/event-stream' },
    {
      target: '/mcp',
      body: { ...initialize, method: 'nothing' },
      accept: 'application/json, text/event-stream',
    },
    { target: '/mcp', body: '[]', accept: 'application/json, text/event-stream', status: 415 },
  ],
  '/healthz': [{ target: '/healthz' }],
  '/readyz': [{ target: '/readyz' }],
}

/** Paths whose refusals have forms of their own, or come from different parts of the server. */
const REFUSED: readonly (readonly [path: string, target: string])[] = [
  ['/oembed', '/oembed?url=https://example.org/'],
  ['/export/kumu.json', '/export/kumu.json?lang=en&claim=nothing-of-the-name'],
  ['/export/{kind}/{slug}.jsonld', '/export/claim/nothing-of-the-name.jsonld?lang=en'],
  ['/feed/{name}.atom', '/feed/all.atom?lang=en&nothing=1'],
  ['/openapi.json', '/openapi.json?nothing=1'],
  ['/graphql', '/graphql?query=%7B'],
  ['/reconcile', '/reconcile?queries=%7B'],
  ['/mcp', '/mcp'],
]

/** Forbids properties that the schema does not name, which it leaves open for clients. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const own = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return own.type === 'object' && 'properties' in own ? { additionalProperties: false, ...own } : own
}

/** Keys of bodies whose values no schema bounds: data of queries, results of methods, and a description. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  '/graphql': ['data'],
  '/mcp': ['result', 'data'],
  '/openapi.json': ['paths', 'components'],
}

/** Returns copies of a value in which one of its texts, numbers or nulls is an object that no schema has. */
function damaged(value: unknown, open: readonly string[]): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [{ surplus: 1 }]
  const copy = (key: string, one: unknown): unknown =>
    Array.isArray(value) ? value.map((item, i) => (String(i) === key ? one : item)) : { ...value, [key]: one }
  return Object.entries(value)
    .filter(([key]) => !open.includes(key))
    .slice(0, 30)
    .flatMap(([key, item]) =>
      damaged(item, open)
        .slice(0, 60)
        .map((one) => copy(key, one)),
    )
}

let site: StartedSite
let described: Json & { readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>> }
let ajv: Ajv2020
beforeAll(async () => {
  site = await startSite()
  described = await (await fetch(`${site.url}/openapi.json`)).json()
  ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'api', components: closed(described.components) as Json })
})
afterAll(() => site.stop())

async function send({ target, body, accept }: Omit<Request, 'status'>): Promise<Response> {
  const headers = { ...CLOSING, ...(accept && { Accept: accept }) }
  const url = `${site.url}${target.replace('SITE', encodeURIComponent(site.url))}`
  if (body === undefined) return fetch(url, { headers })
  const isForm = typeof body === 'string'
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
  const sent = isForm ? body : JSON.stringify(body)
  return fetch(url, { method: 'POST', headers: { ...headers, 'Content-Type': type }, body: sent })
}

/** Returns the check of bodies of an operation with a status and a media type, as the description has it. */
function checkOf(path: string, method: string, status: number, mediaType: string): ValidateFunction {
  const responses = Object(described.paths[path]?.[method]?.responses)
  const given = responses[status] ?? responses.default
  const response = typeof given.$ref === 'string' ? Object(described.components).responses.Refusal : given
  const { schema } = response.content[mediaType] ?? expect.fail(`${method} ${path} ${status} lacks ${mediaType}`)
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')))
}

describe('bodies in /openapi.json', () => {
  it('are described for every path and media type', () => {
    const JSON_TYPE = /[/+]json/
    const withJson = DESCRIBED_PATHS.filter(({ types, post }) =>
      [...(types ?? []), ...(post?.types ?? [])].some((type) => JSON_TYPE.test(type)),
    )
    expect(Object.keys(REQUESTS).sort()).toEqual(withJson.map(({ path }) => path).sort())
    expect(withJson.filter(({ body }) => body === undefined).map(({ path }) => path)).toEqual([])
    for (const { path, types, post } of DESCRIBED_PATHS) {
      for (const [method, made] of Object.entries({ get: types ?? [], post: post?.types ?? [] })) {
        const content = Object(Object(described.paths[path]?.[method]?.responses)[200]).content ?? {}
        const schemas = made.map((type) => content[type.split(';')[0] ?? '']?.schema)
        for (const [i, schema] of schemas.entries()) {
          const expected = JSON_TYPE.test(made[i] ?? '') ? { $ref: expect.any(String) } : { type: 'string' }
          expect([path, schema]).toEqual([path, expect.objectContaining(expected)])
        }
      }
    }
  })

  it.each(Object.entries(REQUESTS))('are those of %s', async (path, requests) => {
    for (const request of requests) {
      const response = await send(request)
      const [mediaType = ''] = (response.headers.get('Content-Type') ?? '').split(';')
      const text = await response.text()
      expect([request, response.status, text.slice(0, 300)]).toEqual([
        request,
        request.status ?? 200,
        expect.stringContaining(request.contains ?? ''),
      ])
      const check = checkOf(path, request.body === undefined ? 'get' : 'post', response.status, mediaType)
      const body: unknown = JSON.parse(text)
      expect([request, check(body), check.errors]).toEqual([request, true, null])
      const wrong = [...damaged(body, OPEN[path] ?? []).slice(0, 200), 'a text', 1]
      expect([request, wrong.filter((one) => check(one))]).toEqual([request, []])
    }
  })

  it.each(REFUSED)('are those of refusals of %s', async (path, target) => {
    const response = await send({ target, accept: 'application/json' })
    expect(response.status).toBeGreaterThanOrEqual(path === '/graphql' ? 200 : 400)
    const item = Object(described.paths[path])
    const check = checkOf(path, 'get' in item ? 'get' : 'post', response.status, 'application/json')
    const body = Object(await response.json())
    expect([check(body), check.errors]).toEqual([true, null])
    expect(check({ errors: [{ message: body.errors[0].message }] })).toBe(false)
  })

  it('name the columns of each table in its order', async () => {
    for (const { file, columns } of EXPORT_FORMATS.filter(({ mediaType }) => mediaType.startsWith('text/csv'))) {
      const { schema } = Object(described.paths[`/export/${file}`]?.get?.responses)[200].content['text/csv']
      const text = await (await send({ target: `/export/${file}?lang=en&claim=x-sells-user-data` })).text()
      expect(text.split('\r\n')[0]?.split(',')).toEqual(schema['x-columns'])
      expect(columns).toEqual(schema['x-columns'])
    }
  })

  it('have schemas that the standard takes', () => {
    const schemas = Object.entries(Object(Object(described.components).schemas))
    expect(schemas.length).toBeGreaterThan(20)
    for (const [name, schema] of schemas) expect([name, ajv.validateSchema(Object(schema))]).toEqual([name, true])
    expect(ajv.validateSchema({ type: 'texts' })).toBe(false)
  })
})
