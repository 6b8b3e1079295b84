import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Cache, createCache } from '../../../src/cache/create-cache.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import { loadDataset } from '../../../src/store/write/load-dataset.ts'
import { smallDataset } from '../../contracts/small-dataset.ts'
import { post, type StartedApp, startApp } from '../start-app.ts'

/** Longer than a revision number is trusted without reading it again. */
const LATER_MS = 900
const QUERY = '{ claims { totalCount nodes { slug } } }'
const RESULT = 'application/graphql-response+json'

describe('cached responses found by URL', () => {
  let app: StartedApp
  let cache: Cache
  let reads = 0
  /** Called before each page of claims is read. */
  let beforeRead = async (): Promise<void> => undefined
  const load = (claims: number, day: number): Promise<unknown> =>
    loadDataset(app.engine, smallDataset(claims), {
      author: 'test',
      set: 'test',
      now: new Date(Date.UTC(2026, 5, day)),
    })
  beforeAll(async () => {
    cache = createCache({ maxBytes: 32 * 1024 * 1024 })
    app = await startApp({
      cache,
      settings: { SANAD_PLAYGROUND: 'false' },
      wrap: (store) => ({
        ...store,
        claimPage: async (...requested) => {
          reads += 1
          await beforeRead()
          return store.claimPage(...requested)
        },
      }),
    })
    await load(3, 3)
  })
  afterAll(() => app.stop())
  beforeEach(() => {
    reads = 0
    beforeRead = async () => undefined
  })

  const get = async (parameters: Record<string, string>, accept = 'application/json') => {
    const response = await fetch(`${app.api}?${new URLSearchParams(parameters)}`, { headers: { Accept: accept } })
    return { status: response.status, type: response.headers.get('content-type'), body: await response.json() }
  }
  /** Sends a request until its URL leads to the cached response. */
  const getOften = async (parameters: Record<string, string>, accept?: string) => {
    await get(parameters, accept)
    await get(parameters, accept)
    return get(parameters, accept)
  }
  const hits = (): number => cache.stats().namespaces['query-urls']?.hits ?? 0

  it('need no read of the database and no parser from the third request of a URL on', async () => {
    const first = await getOften({ query: QUERY })
    const [readsBefore, hitsBefore] = [reads, hits()]
    for (let time = 0; time < 5; time += 1) expect(await get({ query: QUERY })).toEqual(first)
    expect([reads - readsBefore, hits() - hitsBefore]).toEqual([0, 5])
  })

  it('have the media type of their request, however often another was requested', async () => {
    const types = ['application/json', RESULT]
    for (const accept of [...types, ...types]) {
      const { type } = await getOften({ query: QUERY }, accept)
      expect(type?.split(';')[0]).toBe(accept)
    }
  })

  it('share one entry for variables in any order, and never one for other values or operations', async () => {
    const query = `query A($n: Int, $o: Int) { a: claims(first: $n) { nodes { slug } } b: claims(first: $o) { nodes { slug } } }
      query B($n: Int, $o: Int) { a: claims(first: $o) { nodes { slug } } b: claims(first: $n) { nodes { slug } } }`
    const sizes = async (variables: string, operationName: string) => {
      const { body } = await getOften({ query, variables, operationName })
      return [body.data.a.nodes.length, body.data.b.nodes.length]
    }
    expect(await sizes('{"n":1,"o":2}', 'A')).toEqual([1, 2])
    const before = cache.stats().namespaces['answers']?.entries
    expect(await sizes('{"o":2,"n":1}', 'A')).toEqual([1, 2])
    expect(cache.stats().namespaces['answers']?.entries).toBe(before)
    expect(await sizes('{"n":2,"o":1}', 'A')).toEqual([2, 1])
    expect(await sizes('{"n":1,"o":2}', 'B')).toEqual([2, 1])
  })

  it('are replaced after a publication, and those of an instant stay those of the instant', async () => {
    const asOf = '{ claims(asOf: "2026-06-04T00:00:00Z") { totalCount } }'
    const count = async (query: string) => (await getOften({ query })).body.data.claims.totalCount
    expect([await count(QUERY), await count(asOf)]).toEqual([3, 3])
    await load(5, 5)
    await setTimeout(LATER_MS)
    expect([await count(QUERY), await count(asOf)]).toEqual([5, 3])
    const between = '{ claims(asOf: "2026-06-06T00:00:00Z") { totalCount } }'
    expect(await count(between)).toBe(5)
    await load(4, 6)
    await setTimeout(LATER_MS)
    expect([await count(QUERY), await count(asOf), await count(between)]).toEqual([4, 3, 4])
  })

  it('are of one revision where a publication comes in the middle of the request', async () => {
    const query = '{ first: claims { totalCount } second: claims(first: 1) { totalCount nodes { slug } } }'
    let isPublished = false
    beforeRead = async () => {
      if (isPublished) return
      isPublished = true
      await load(6, 8)
    }
    const during = await get({ query })
    expect(during.body.data.first.totalCount).toBe(during.body.data.second.totalCount)
    await setTimeout(LATER_MS)
    const after = await getOften({ query })
    expect([after.body.data.first.totalCount, after.body.data.second.totalCount]).toEqual([6, 6])
  })

  it('are never those of a read that failed in the middle', async () => {
    const query =
      '{ known: __typename first: claims(first: 1) { nodes { slug } } second: claims(first: 2) { nodes { slug } } }'
    beforeRead = async () => {
      if (reads % 2 === 0) throw new DomainError('STORE_UNAVAILABLE', 'The database does not respond.')
    }
    for (let time = 0; time < 3; time += 1) expect((await get({ query })).status).toBe(503)
    beforeRead = async () => undefined
    const { status, body } = await getOften({ query })
    expect([status, body.errors, body.data.second.nodes.length]).toEqual([200, undefined, 2])
  })

  it('are not looked up for a URL past the bound, nor for one with an error', async () => {
    const before = hits()
    const long = { query: `${QUERY} # ${'x'.repeat(4000)}` }
    const invalid = { query: '{ nothing }' }
    expect([(await getOften(long)).status, (await getOften(invalid, RESULT)).status]).toEqual([200, 400])
    expect(hits()).toBe(before)
  })
})

describe('documents in the cache', () => {
  let app: StartedApp
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.stop())

  it('are never confused where the hashes of two texts are equal', async () => {
    const [one, other] = textsOfEqualHash()
    expect(one).not.toBe(other)
    for (let time = 0; time < 4; time += 1) {
      for (const text of [one, other]) {
        const { data } = await (await post(app.api, { query: text })).json()
        expect(data).toEqual({ [nameIn(text)]: 'Query' })
      }
    }
  })

  it('give the operation that each request names', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }'
    for (let time = 0; time < 3; time += 1) {
      const named = async (operationName: string) => (await post(app.api, { query, operationName })).json()
      expect([(await named('A')).data, (await named('B')).data]).toEqual([{ a: 'Query' }, { b: 'Query' }])
      expect((await named('C')).errors[0].extensions.code).toBe('BAD_INPUT')
      expect((await named('')).errors[0].extensions.code).toBe('BAD_INPUT')
    }
  })

  it('give the same response before and after they are compiled, errors with their locations too', async () => {
    const query =
      'query Q($slug: String!, $n: Int) { claim(slug: $slug) { slug } claims(first: $n) { nodes { slug } } }'
    const requests = [{ slug: 'nobody' }, { slug: 'nobody', n: 1000 }, { slug: 'nobody', n: 1 }, {}, { slug: 7 }]
    const responses = async () => {
      const texts = []
      for (const variables of requests) texts.push(await (await post(app.api, { query, variables })).text())
      return texts
    }
    const interpreted = await responses()
    for (let time = 0; time < 30; time += 1) expect(await responses()).toEqual(interpreted)
    expect(interpreted[1]).toContain('"locations":[{"line":1')
  })

  it('give the same errors each time', async () => {
    for (const query of ['{ nothing other }', '{ claims(', '{ claims(first: "x") { totalCount } }']) {
      const texts: string[] = []
      for (let time = 0; time < 4; time += 1) texts.push(await (await post(app.api, { query })).text())
      expect(new Set(texts).size).toBe(1)
    }
  })
})

const nameIn = (text: string): string => /\{ (\w+):/.exec(text)?.[1] ?? ''

/** Two queries whose cache keys have one hash in the sketch of keys that were requested before. */
function textsOfEqualHash(): readonly [string, string] {
  const seen = new Map<number, string>()
  for (let i = 0; i < 1_000_000; i += 1) {
    const text = `{ a${i.toString(36)}: __typename }`
    const hash = fnv1a(`documents ${text}`)
    const other = seen.get(hash)
    if (other !== undefined) return [other, text]
    seen.set(hash, text)
  }
  throw new Error('No two texts have one hash.')
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
