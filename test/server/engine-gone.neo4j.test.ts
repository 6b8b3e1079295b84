import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/store/engines/engine.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { describeOnNeo4j } from '../contracts/on-neo4j.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts'
import { expectGone, expectThere, QUESTIONS } from './engine-gone.ts'
import { post, type StartedApp, startApp } from './start-app.ts'

const { NEO4J_URI = '', NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env
const LONG = { timeout: 40_000, interval: 200 }
const CACHEABLE = `/graphql?query=${encodeURIComponent('{ claims { totalCount nodes { slug } } }')}`
const KEPT_PAGE = '/?lang=en'
const STALE = '110 - "Response is Stale"'

describeOnNeo4j('a server whose database goes away', (name, open) => {
  let engine: Engine
  let proxy: DatabaseProxy
  let started: StartedApp
  let changes: boolean[]
  const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${started.server.url}${path}`, init)
  // A server that has just started plans its first queries slowly.
  const untilThere = async (): Promise<void> => {
    await expect.poll(() => expectThere(started).then(() => 'there'), LONG).toBe('there')
    for (const path of [CACHEABLE, KEPT_PAGE]) {
      await expect
        .poll(() => get(path).then((one) => [one.status, one.headers.get('warning')]), LONG)
        .toEqual([200, null])
    }
  }
  beforeAll(async () => {
    engine = await open()
    proxy = await startDatabaseProxy(new URL(NEO4J_URI))
    changes = []
    const onAvailability = (isAvailable: boolean): void => void changes.push(isAvailable)
    const location = { neo4jUser: NEO4J_USER, neo4jPassword: NEO4J_PASSWORD, onAvailability }
    started = await startApp({ location: { ...location, neo4jUri: `bolt://127.0.0.1:${proxy.port}` } })
    await loadDataset(engine, smallDataset(3), { author: 'test', set: 'test', now: new Date('2026-06-10T00:00:00Z') })
  }, 90_000)
  afterAll(async () => {
    await started.stop()
    await proxy.close()
    // The next test expects an empty database.
    await engine.transaction((tx) => tx.run('MATCH (n) DETACH DELETE n'))
    await engine.close()
  })

  describe.each([
    { way: 'refuses connections', takeAway: () => proxy.refuse() },
    { way: 'accepts connections and is silent', takeAway: async () => proxy.fallSilent() },
  ])(`on ${name} that $way`, ({ takeAway }) => {
    it('serves cached responses marked as stale, rejects the rest without a new connection, and recovers', async () => {
      await untilThere()
      const known = await get(CACHEABLE)
      const etag = known.headers.get('etag') ?? ''
      const body = await known.text()
      const page = await (await get(KEPT_PAGE)).text()
      const before = proxy.openConnections()
      changes = []

      await takeAway()
      await expectGone(started)
      expect(changes).toEqual([false])
      const made = proxy.madeConnections()
      const cached = await get(CACHEABLE)
      expect([cached.status, cached.headers.get('warning'), await cached.text()]).toEqual([200, STALE, body])
      const keptPage = await get(KEPT_PAGE)
      expect([keptPage.status, keptPage.headers.get('warning'), await keptPage.text()]).toEqual([200, STALE, page])
      const head = await get(KEPT_PAGE, { method: 'HEAD' })
      expect([head.status, head.headers.get('warning')]).toEqual([200, STALE])
      const notModified = await get(CACHEABLE, { headers: { 'If-None-Match': etag } })
      expect([notModified.status, notModified.headers.get('warning')]).toEqual([304, STALE])
      for (const path of ['/entity/x?lang=en', '/entity/other?lang=en', '/embed/new?lang=en', '/nothing-here']) {
        const refused = await get(path, { headers: { Accept: 'text/html' } })
        expect([path, refused.status, refused.headers.get('retry-after')]).toEqual([path, 503, '5'])
        expect(refused.headers.get('content-type')).toContain('text/html')
      }
      for (const { path, init } of FREE) expect([path, (await get(path, init)).status]).toEqual([path, 200])
      const refused = await Promise.all(Array.from({ length: 60 }, () => post(started.api, { query: QUESTIONS[0] })))
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]))
      // Probes continue one at a time; requests open no connections.
      expect(proxy.madeConnections() - made).toBeLessThan(40)

      await proxy.restore()
      await untilThere()
      // A slow machine may report the database as gone once more.
      expect(changes.slice(0, 2)).toEqual([false, true])
      const again = await get(CACHEABLE)
      expect([again.status, again.headers.get('warning'), await again.text()]).toEqual([200, null, body])
      await expect.poll(() => proxy.openConnections(), LONG).toBeLessThanOrEqual(before + 10)
    }, 120_000)
  })
})

const FREE: readonly { readonly path: string; readonly init: RequestInit }[] = [
  { path: '/healthz', init: {} },
  { path: '/assets/icon.svg', init: {} },
  { path: '/graphql', init: { headers: { Accept: 'text/html' } } },
  { path: `/graphql?query=${encodeURIComponent('{ __schema { queryType { name } } }')}`, init: {} },
]
