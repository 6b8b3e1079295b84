import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { schema } from '../../src/graphql/schema.ts'
import { listen } from '../../src/server/listen.ts'
import { readVersion } from '../../src/version.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

let started: StartedApp
beforeAll(async () => {
  started = await startApp()
})
afterAll(() => started.stop())

const TYPES_WITHOUT_ROOT = [
  ...(schema.getMutationType() ? [] : ['mutation']),
  ...(schema.getSubscriptionType() ? [] : ['subscription']),
]
const STORIES = '{ stories { nodes { slug } } }'

describe('routes', () => {
  it('answer health and readiness checks with 200', async () => {
    const health = await fetch(`${started.server.url}/healthz`)
    expect(health.status).toBe(200)
    expect(await health.json()).toEqual({ status: 'ok', version: readVersion() })
    expect((await fetch(`${started.server.url}/readyz`)).status).toBe(200)
  })

  it('answer an unknown path with 404 and the path of the API', async () => {
    const response = await fetch(`${started.server.url}/nothing`)
    expect(response.status).toBe(404)
    expect(JSON.stringify(await response.json())).toContain('/graphql')
  })

  it('serve the playground at the path of the API, with files of this server alone', async () => {
    const response = await fetch(started.api, { headers: { Accept: 'text/html' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    const html = await response.text()
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    expect(files.length).toBeGreaterThan(1)
    expect(html).not.toMatch(/<script>|(?:src|href)="(?:https?:)?\/\//)
    for (const path of files) {
      const file = await fetch(started.server.url + path)
      expect([path, file.status]).toEqual([path, 200])
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
    const etag = response.headers.get('etag') ?? ''
    const again = await fetch(started.api, { headers: { Accept: 'text/html', 'If-None-Match': etag } })
    expect(again.status).toBe(304)
  })

  it('serve no playground where it is disabled', async () => {
    const plain = await startApp({ settings: { SANAD_PLAYGROUND: 'false' } })
    const response = await fetch(plain.api, { headers: { Accept: 'text/html' } })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('has no query') }] })
    const requested = await fetch(`${plain.api}?query={__typename}`, { headers: { Accept: 'text/html' } })
    expect(requested.status).toBe(406)
    expect(requested.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const [error] = (await requested.json()).errors
    expect(error).toEqual({ message: expect.stringContaining('in Accept'), extensions: { code: 'BAD_INPUT' } })
    await plain.stop()
  })

  it('reject introspection where it is disabled', async () => {
    const closed = await startApp({ settings: { SANAD_INTROSPECTION: 'false' } })
    const response = await post(closed.api, { query: '{ __schema { queryType { name } } }' })
    expect(JSON.stringify(await response.json())).toMatch(/introspection/i)
    await closed.stop()
  })

  it.each(['off', 'OFF', 'no', '0', 'False'])('accept %s as a value for off', async (off) => {
    const closed = await startApp({ settings: { SANAD_INTROSPECTION: off, SANAD_PLAYGROUND: off } })
    const response = await post(closed.api, { query: '{ __schema { queryType { name } } }' })
    expect(JSON.stringify(await response.json())).toMatch(/introspection/i)
    expect((await fetch(closed.api, { headers: { Accept: 'text/html' } })).status).toBe(400)
    await closed.stop()
  })

  const guesses: readonly object[] = [
    { query: '{ claimz }' },
    { query: '{ claims(filtr: {}) { totalCount } }' },
    { query: '{ claims(filter: { statuss: [STATED] }) { totalCount } }' },
    { query: '{ claims(filter: { statuses: [STATEDD] }) { totalCount } }' },
    { query: '{ node(id: "x") { ... on Claimm { slug } } }' },
    { query: 'query ($s: [ClaimStatusValu!]) { claims(filter: { statuses: $s }) { totalCount } }' },
    {
      query: 'query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }',
      variables: { f: { statuss: ['STATED'] } },
    },
    {
      query: 'query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }',
      variables: { f: { statuses: ['STATEDD'] } },
    },
  ]
  it.each(guesses)('suggest names where introspection is enabled only: %j', async (guess) => {
    const closed = await startApp({ settings: { SANAD_INTROSPECTION: 'false' } })
    const result = await post(started.api, guess)
    const hidden = await post(closed.api, guess)
    expect(hidden.status).toBe(result.status)
    const text = await result.text()
    expect(text).toContain('Did you mean')
    expect(await hidden.text()).toBe(text.replace(/ Did you mean [^?]+\?(?: Values: [^.]+\.)?/, ''))
    await closed.stop()
  })
})

describe('malformed HTTP', () => {
  it('with too long a URL gets 431 and LIMIT_EXCEEDED', async () => {
    const response = await fetch(`${started.api}?query=${'a'.repeat(20_000)}`)
    expect(response.status).toBe(431)
    expect((await response.json()).errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }])
  })

  it('without HTTP syntax gets 400 and BAD_INPUT', async () => {
    const socket = connect(Number(new URL(started.api).port), '127.0.0.1', () => socket.end('HELLO\r\n\r\n'))
    let text = ''
    for await (const chunk of socket) text += String(chunk)
    expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]+"BAD_INPUT"/)
  })
})

describe('query rejected by the GraphQL library', () => {
  it.each<[query: string, code: string, remedy: string]>([
    [`{ ${'__typename '.repeat(999)} }`, 'LIMIT_EXCEEDED', 'split it'],
    ['query A { __typename } query B { __typename }', 'BAD_INPUT', 'operationName'],
    ...TYPES_WITHOUT_ROOT.map((type): [string, string, string] => [
      `${type} { a }`,
      'BAD_INPUT',
      'no operations of this type',
    ]),
  ])('gets a code and a remedy: %.30s', async (query, code, remedy) => {
    const { errors } = await (await post(started.api, { query })).json()
    expect(errors).toMatchObject([{ extensions: { code } }])
    expect(errors[0].message).toContain(remedy)
  })
})

describe('server whose store fails', () => {
  it('answers 503 with Retry-After, and is not ready', async () => {
    const gone = new DomainError('STORE_UNAVAILABLE', 'The store does not answer.')
    const broken = await startApp({
      wrap: (store) => everyReadDoes(store, () => Promise.reject(gone)),
      health: { checkHealth: () => Promise.reject(gone) },
    })
    const response = await post(broken.api, { query: STORIES })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect((await fetch(`${broken.server.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${broken.server.url}/healthz`)).status).toBe(200)
    await broken.stop()
  })

  it('answers 504 after the query timeout', async () => {
    const never = new Promise<never>(() => undefined)
    const slow = await startApp({
      settings: { SANAD_QUERY_TIMEOUT_MS: '50' },
      wrap: (store) => everyReadDoes(store, () => never),
    })
    const response = await post(slow.api, { query: STORIES })
    expect(response.status).toBe(504)
    expect(JSON.stringify(await response.json())).toContain('TIMEOUT')
    await slow.stop()
  })

  it('hides an unexpected error from clients, and logs all of it', async () => {
    const broken = await startApp({ wrap: (store) => everyReadDoes(store, () => Promise.reject(new Error('hunter2'))) })
    const response = await post(broken.api, { query: STORIES })
    expect(await response.text()).not.toContain('hunter2')
    expect(JSON.stringify(broken.logged)).toContain('hunter2')
    await broken.stop()
  })
})

describe('listen', () => {
  it('reports in one sentence that the port is taken', async () => {
    const { app, server } = started
    await expect(listen(app, { host: '127.0.0.1', port: server.port })).rejects.toThrow(
      `Port ${server.port} is taken by another program; use --port to choose another.`,
    )
  })

  it('accepts no connection after the server stops', async () => {
    const stopping = await startApp()
    await stopping.stop()
    await expect(fetch(`${stopping.server.url}/healthz`)).rejects.toThrow()
  })
})

function everyReadDoes(store: GraphStore, answer: () => Promise<never>): GraphStore {
  return {
    ...store,
    revisionAt: answer,
    revisions: answer,
    stories: answer,
    storyPage: answer,
    storiesOfClaims: answer,
  }
}
