import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

/** Longer than a revision number is trusted without reading it again. */
const LATER_MS = 300
const QUERY = '{ claims { totalCount nodes { slug sentence { value } } } }'
const GONE = new DomainError('STORE_UNAVAILABLE', 'The database does not respond.')

describe('cached responses to queries in a URL', () => {
  let app: StartedApp
  let pages = 0
  let isGone = false
  const reading =
    <A extends unknown[], T>(read: (...requested: A) => Promise<T>) =>
    (...requested: A): Promise<T> =>
      isGone ? Promise.reject(GONE) : read(...requested)
  const counting =
    <A extends unknown[], T>(read: (...requested: A) => Promise<T>) =>
    (...requested: A): Promise<T> => {
      pages += 1
      return read(...requested)
    }
  const load = (claims: number, day: number): Promise<unknown> =>
    loadDataset(app.engine, smallDataset(claims), {
      author: 'test',
      set: 'test',
      now: new Date(Date.UTC(2026, 5, day)),
    })
  beforeAll(async () => {
    app = await startApp({
      wrap: (store) => ({
        ...store,
        claimPage: counting(reading(store.claimPage)),
        revisionAt: reading(store.revisionAt),
      }),
    })
    await load(5, 10)
  })
  afterAll(() => app.stop())
  beforeEach(() => {
    isGone = false
  })

  const send = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${app.api}?query=${encodeURIComponent(query)}`, { headers })

  it('are made once, have an ETag, and may be stored by shared caches', async () => {
    const first = await send(QUERY)
    const etag = first.headers.get('etag') ?? ''
    const before = pages
    const [second, known] = await Promise.all([send(QUERY), send(QUERY, { 'If-None-Match': etag })])
    expect(pages).toBe(before)
    expect(await second.text()).toBe(await first.text())
    expect([second.status, known.status]).toEqual([200, 304])
    expect(etag).toMatch(/^"[\w-]+"$/)
    expect(first.headers.get('cache-control')).toBe(
      'public, max-age=60, stale-while-revalidate=300, stale-if-error=86400',
    )
    expect(first.headers.get('vary')).toMatch(/^Accept\b/)
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('have the media type that was requested', async () => {
    const types = ['application/json', 'application/graphql-response+json']
    const responses = await Promise.all(types.map((type) => send(QUERY, { Accept: type })))
    expect(responses.map((one) => one.headers.get('content-type')?.split(';')[0])).toEqual(types)
  })

  it('follow a new revision of the database', async () => {
    const before = await (await send(QUERY)).json()
    await load(7, 11)
    await setTimeout(LATER_MS)
    const after = await (await send(QUERY)).json()
    expect([before.data.claims.totalCount, after.data.claims.totalCount]).toEqual([5, 7])
  })

  it('exclude responses with errors', async () => {
    const partly = '{ known: __typename claims(filter: { subject: "nobody" }) { totalCount } }'
    const response = await send(partly)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect((await response.json()).errors[0].extensions.code).toBe('NOT_FOUND')
    const invalid = await send('{ nothing }', { Accept: 'application/graphql-response+json' })
    expect([invalid.status, invalid.headers.get('cache-control')]).toEqual([400, 'no-store'])
  })

  it('are served as stale while the database is unavailable', async () => {
    await send(QUERY)
    isGone = true
    await setTimeout(LATER_MS)
    const stale = await send(QUERY)
    expect([stale.status, stale.headers.get('warning')]).toEqual([200, '110 - "Response is Stale"'])
    const other = await send('{ claims(first: 1) { nodes { slug } } }')
    expect([other.status, other.headers.get('retry-after'), other.headers.get('cache-control')]).toEqual([
      503,
      '5',
      'no-store',
    ])
    expect((await send('{ __typename }')).status).toBe(200)
    expect((await post(app.api, { query: QUERY })).status).toBe(503)
    isGone = false
    const again = await send(QUERY)
    expect([again.status, again.headers.get('warning')]).toEqual([200, null])
  })

  it('have the headers of the response that was made, an id and a log line of their own', async () => {
    const responses: Response[] = []
    for (const _ of [1, 2, 3]) responses.push(await send('{ claims(first: 2) { nodes { slug } } }'))
    const ids = responses.map(({ headers }) => headers.get('x-request-id'))
    expect(new Set(ids).size).toBe(3)
    const headersOf = ({ headers }: Response) =>
      [...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id')
    for (const response of responses) expect(headersOf(response)).toEqual(headersOf(responses[0] ?? response))
    const lines = () => app.logged.filter(({ event, requestId }) => event === 'request' && ids.includes(`${requestId}`))
    await expect.poll(() => lines().map(({ method, status }) => [method, status])).toEqual(Array(3).fill(['GET', 200]))
  })

  it('close their connection while the server stops', async () => {
    await send(QUERY)
    app.app.startDraining()
    for (const headers of [{}, { 'If-None-Match': '*' }]) {
      const response = await send(QUERY, headers)
      expect([response.headers.get('connection'), response.headers.get('x-content-type-options')]).toEqual([
        'close',
        'nosniff',
      ])
    }
  })
})
