import { request as open } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../../src/domain/errors.ts'
import { requestCost, routeOf } from '../../../src/server/admission/request-cost.ts'
import { createMetrics } from '../../../src/server/metrics/metrics.ts'
import { post, type StartedApp, startApp } from '../start-app.ts'

let app: StartedApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

async function readMetrics(headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${app.server.url}/metrics`, { headers })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  return response.text()
}

const figureOf = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1) ?? 0,
  )

describe('/metrics', () => {
  it('counts requests, rejections, admission, reads and the process', async () => {
    const before = await readMetrics()
    await (await fetch(`${app.server.url}/?lang=en`)).text()
    await (await post(app.api, { query: '{ claim(slug: "x") { slug } }' })).text()
    await (await post(app.api, 'x', { 'Content-Type': 'text/plain' })).text()
    await (await fetch(`${app.server.url}/nothing`)).text()
    const after = await readMetrics()
    const grown = (series: string): number => figureOf(after, series) - figureOf(before, series)
    expect(grown('sanad_requests_total{route="home",status="2xx"}')).toBe(1)
    expect(grown('sanad_requests_total{route="graphql",status="2xx"}')).toBe(1)
    expect(grown('sanad_requests_total{route="graphql",status="4xx"}')).toBe(1)
    expect(grown('sanad_requests_total{route="other",status="4xx"}')).toBe(1)
    expect(grown('sanad_refusals_total{code="BAD_INPUT"}')).toBe(1)
    expect(grown('sanad_refusals_total{code="NOT_FOUND"}')).toBe(1)
    expect(grown('sanad_admission_wait_seconds_count{lane="cheap"}')).toBe(2)
    expect(grown('sanad_store_read_duration_seconds_count{read="claims"}')).toBe(1)
    expect(figureOf(after, 'sanad_admission_running{lane="cheap"}')).toBe(0)
    expect(figureOf(after, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
  })

  it('has labels from closed lists only, for any request', async () => {
    const methods = ['GET', 'PUT', 'PROPFIND']
    const paths = [
      '/a"b{c}',
      '/entity/some-slug?lang=en',
      '/claim/%22%0a',
      '/constructor',
      '/__proto__',
      '//x',
      '/x/y/z',
    ]
    for (const method of methods) for (const path of paths) await status(method, path)
    const labels = [...(await readMetrics()).matchAll(/^sanad_\w+\{(.*)\} /gm)].flatMap(([, text = '']) => [
      ...text.matchAll(/(\w+)="([^"]*)"/g),
    ])
    const values = new Map<string, Set<string>>()
    for (const [, name = '', value = ''] of labels) values.set(name, (values.get(name) ?? new Set()).add(value))
    expect([...values.keys()].sort()).toEqual(['cache', 'code', 'lane', 'le', 'read', 'route', 'status'])
    const routes = [...(values.get('route') ?? [])]
    expect(routes.filter((route) => routeOf(`/${route}`) !== route && route !== 'home')).toEqual([])
    const codes: readonly string[] = ERROR_CODES
    expect([...(values.get('code') ?? [])].filter((code) => !codes.includes(code))).toEqual([])
    expect((values.get('read')?.size ?? 0) < 60).toBe(true)
  })

  it('reports size and hits of the caches, and the state of each lane', async () => {
    const metrics = createMetrics({
      lanes: () => [{ lane: 'cheap', running: 3, waiting: 4 }],
      cacheStats: () => ({
        maxBytes: 8192,
        bytes: 4096,
        namespaces: { pages: { hits: 10, misses: 2, entries: 5, bytes: 4096 } },
      }),
      claimIndexStats: () => ({ claims: 11, bytes: 792, revision: 3 }),
      clients: () => 7,
    })
    await metrics.render()
    const { text } = await metrics.render()
    const expected: Readonly<Record<string, number>> = {
      'sanad_admission_running{lane="cheap"}': 3,
      'sanad_admission_waiting{lane="cheap"}': 4,
      sanad_rate_limit_clients: 7,
      sanad_claim_index_claims: 11,
      sanad_claim_index_bytes: 792,
      sanad_claim_index_revision: 3,
      sanad_cache_max_bytes: 8192,
      'sanad_cache_hits{cache="pages"}': 10,
      'sanad_cache_misses{cache="pages"}': 2,
      'sanad_cache_entries{cache="pages"}': 5,
      'sanad_cache_bytes{cache="pages"}': 4096,
    }
    for (const [series, value] of Object.entries(expected)) expect(figureOf(text, series), series).toBe(value)
  })

  it('rejects pages of other origins and requests forwarded by a proxy', async () => {
    const response = await fetch(`${app.server.url}/metrics`)
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
    for (const header of ['X-Forwarded-For', 'Forwarded']) {
      const forwarded = await fetch(`${app.server.url}/metrics`, { headers: { [header]: 'for=127.0.0.1' } })
      expect(forwarded.status).toBe(403)
      expect(await forwarded.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    }
    expect(await status('GET', '/metrics', '127.0.0.5')).toBe(403)
  })

  it.each([
    ['off', 404, 404],
    ['all', 200, 200],
    ['local', 200, 403],
  ])('with SANAD_METRICS=%s answers this machine with %i and others with %i', async (readers, own, others) => {
    const other = await startApp({ settings: { SANAD_METRICS: readers } })
    try {
      const url = `${other.server.url}/metrics`
      expect((await fetch(url)).status).toBe(own)
      expect((await fetch(url, { headers: { 'X-Forwarded-For': '192.0.2.1' } })).status).toBe(others)
    } finally {
      await other.stop()
    }
  })
})

function status(method: string, path: string, localAddress = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = app.server
    const sent = open({ host: '127.0.0.1', port, method, path, localAddress, agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end()
  })
}

describe('cost of a request by path', () => {
  it.each([
    ['/', 50],
    ['/?q=data', 200],
    ['/claim/x-sells-user-data?lang=en', 150],
    ['/embed/entity/x?view=network', 550],
    ['/export/claim/x-sells-user-data.jsonld?lang=en', 150],
    ['/export/source/article.jsonld?lang=en', 600],
    ['/export/story/x.jsonld?claimant=x', 800],
    ['/export/story/x.jsonld?assertedFrom=2023&assertedTo=2024&text=data', 1600],
    ['/export/claim/x.jsonld?__proto__=1', 150],
    ['/feed/story/x.atom?lang=en', 800],
    ['/sitemap/claim-1.xml', 10_001],
    ['/graphql?query={a}', 6],
    ['/nothing', 20],
    ['/healthz', 0],
  ])('for %s is %i points', (address, points) => {
    expect(requestCost(address)).toBe(points)
  })
})
