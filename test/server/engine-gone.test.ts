import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../src/config/settings.ts'
import { createApp } from '../../src/server/create-app.ts'
import { listen, type RunningServer } from '../../src/server/listen.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import { withBreaker } from '../../src/store/engines/breaker.ts'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { createGraphDatabase } from '../../src/store/read/graph-database.ts'
import { loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type GatedEngine, gate } from '../store/gated-engine.ts'
import { expectGone, expectThere } from './engine-gone.ts'
import { startApp } from './start-app.ts'

const STALE = '110 - "Response is Stale"'
const CACHEABLE = [`/graphql?query=${encodeURIComponent('{ claims { totalCount nodes { slug } } }')}`, '/?lang=en']
const LONG = { timeout: 10_000, interval: 20 }

it('server reports the engine as unavailable when it is closed', async () => {
  const started = await startApp()
  await expectThere(started)
  await started.engine.close()
  await expectGone(started)
  await expectGone(started)
  await expect(started.stop()).resolves.toBeUndefined()
})

describe('server whose engine stops responding', () => {
  let gated: GatedEngine
  let engine: Engine
  let server: RunningServer
  const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${server.url}${path}`, init)
  beforeAll(async () => {
    const real = await openEmbedded({ path: null, readTimeoutMs: 60_000 })
    gated = gate(real)
    engine = withBreaker(gated.engine, { readTimeoutMs: 60_000 })
    await engine.ensureSchema(STORE_SCHEMA)
    await recover(engine)
    await loadDataset(engine, smallDataset(3), { author: 'test', set: 'test', now: new Date('2026-06-10T00:00:00Z') })
    const now = (): Date => new Date('2026-07-01T00:00:00Z')
    const database = createGraphDatabase(engine)
    const app = createApp({ database, settings: readSettings({}), now, log: () => undefined })
    server = await listen(app, { host: '127.0.0.1', port: 0, graceMs: 200 })
  })
  afterAll(async () => {
    gated.become('ANSWERS')
    await server.stop()
    await engine.close()
  })

  it('serves stale cached responses to waiting and new requests, and sends the engine nothing', async () => {
    // A long page is cached from its second request on.
    await Promise.all(CACHEABLE.map(async (path) => (await get(path)).text()))
    const before = await Promise.all(CACHEABLE.map(async (path) => (await get(path)).text()))
    gated.become('SILENT')
    // Some of these requests start before the breaker opens.
    for (const _ of [1, 2, 3]) {
      const responses = await Promise.all([...CACHEABLE, ...CACHEABLE].map((path) => get(path)))
      expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      expect(await Promise.all(responses.slice(0, 2).map((response) => response.text()))).toEqual(before)
    }
    await expect.poll(async () => (await get('/readyz')).status, LONG).toBe(503)
    const { statements } = gated.asked
    for (const path of CACHEABLE) {
      // The API rejects HEAD.
      for (const method of path.startsWith('/graphql') ? ['GET'] : ['GET', 'HEAD']) {
        const stale = await get(path, { method })
        expect([path, method, stale.status, stale.headers.get('warning')]).toEqual([path, method, 200, STALE])
        const known = await get(path, { method, headers: { 'If-None-Match': stale.headers.get('etag') ?? '' } })
        expect([path, known.status, known.headers.get('warning')]).toEqual([path, 304, STALE])
      }
    }
    const refused = await get('/nothing-here', { headers: { Accept: 'text/html' } })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect(refused.headers.get('content-type')).toContain('text/html')
    for (const path of FREE) expect([path, (await get(path)).status]).toEqual([path, 200])
    expect(gated.asked.statements).toBe(statements)
  })

  it('answers with fresh responses when the engine is back', async () => {
    gated.become('ANSWERS')
    await expect.poll(async () => (await get('/readyz')).status, LONG).toBe(200)
    for (const path of CACHEABLE) {
      const response = await get(path)
      expect([path, response.status, response.headers.get('warning')]).toEqual([path, 200, null])
    }
  })
})

const FREE = ['/healthz', '/assets/icon.svg', '/graphql?query={__schema{queryType{name}}}']
