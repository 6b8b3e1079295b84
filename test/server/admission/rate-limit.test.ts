import { get } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { createRateLimit } from '../../../src/server/admission/rate-limit.ts'
import { type StartedSite, startSite } from '../../site/start-site.ts'

describe('rate limit', () => {
  it('subtracts points until none are left, and charges nothing for a refused request', async () => {
    const limit = createRateLimit(100)
    expect(await limit.charge('192.0.2.1', 60)).toMatchObject({ isAllowed: true, limit: 100, remaining: 40 })
    expect(await limit.charge('192.0.2.1', 60)).toMatchObject({ isAllowed: false, remaining: 40 })
    expect(await limit.charge('192.0.2.1', 40)).toMatchObject({ isAllowed: true, remaining: 0 })
    expect(await limit.charge('192.0.2.2', 100)).toMatchObject({ isAllowed: true })
    await limit.refund('192.0.2.1', 40)
    const { isAllowed, resetSeconds } = await limit.charge('192.0.2.1', 40)
    expect(isAllowed).toBe(true)
    expect(resetSeconds).toBeGreaterThan(0)
    expect(resetSeconds).toBeLessThanOrEqual(60)
  })

  it('remembers a bounded number of clients, the most recently seen ones', async () => {
    const limit = createRateLimit(10, 100)
    await limit.charge('kept', 10)
    for (let client = 0; client < 5000; client += 1) {
      await limit.charge(`192.0.2.${client}`, 1)
      if (client % 50 === 0) await limit.charge('kept', 1)
    }
    expect(limit.size()).toBe(100)
    expect(await limit.charge('kept', 1)).toMatchObject({ isAllowed: false })
    expect(await limit.charge('192.0.2.0', 10)).toMatchObject({ isAllowed: true })
  })

  it('takes less than 20 MB for 200,000 clients', async () => {
    const limit = createRateLimit(1000)
    const collect = v8Collector()
    collect()
    const before = process.memoryUsage().heapUsed
    for (let client = 0; client < 200_000; client += 1) await limit.charge(`client ${client}`, 1)
    collect()
    expect(limit.size()).toBe(20_000)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000)
  })
})

/** Collects garbage now. Node exposes `gc` only under --expose-gc, which is set here at run time. */
function v8Collector(): () => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('There is no gc.')
  return () => void collect()
}

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sends a GET from one of this machine's loopback addresses, so that a test can act as several clients. */
function send(url: string, localAddress: string, headers: Record<string, string> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = get(url, { localAddress, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', reject)
  })
}

describe('client past its rate limit', () => {
  let site: StartedSite
  afterEach(() => site.stop())
  const CLAIM = '/claim/x-sells-user-data?lang=en'
  const OTHER = '/claim/x-collects-dm-contents?lang=en'
  const query = (slug: string): string => `/graphql?query=${encodeURIComponent(`{ claim(slug: "${slug}") { slug } }`)}`

  it('sees its balance in headers, gets 429, and still gets cached responses, health and metrics', async () => {
    site = await startSite({ settings: { SANAD_RATE_LIMIT: '350' } })
    // Large responses are cached from their second request on.
    for (const remaining of ['200', '50']) {
      const made = await send(site.url + CLAIM, '127.0.0.2')
      expect(made.status).toBe(200)
      expect(made.headers).toMatchObject({ 'ratelimit-limit': '350', 'ratelimit-remaining': remaining })
      expect(Number(made.headers['ratelimit-reset'])).toBeGreaterThan(0)
    }
    const refused = await send(site.url + OTHER, '127.0.0.2')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.headers).toMatchObject({ 'ratelimit-remaining': '50', 'cache-control': 'no-store' })
    expect(refused.text).toContain('<html')
    expect(refused.text).toContain('Too many requests came from your address.')
    for (const path of [CLAIM, '/healthz', '/readyz']) {
      const answer = await send(site.url + path, '127.0.0.2')
      expect(answer.status, path).toBe(200)
      expect(answer.headers, path).not.toHaveProperty('ratelimit-limit')
    }
    for (let time = 0; time < 2; time += 1) expect((await send(site.url + OTHER, '127.0.0.3')).status).toBe(200)
    expect((await send(site.url + OTHER, '127.0.0.2')).status).toBe(200)
  })

  it('gets the API error RATE_LIMITED, before and after its query is parsed', async () => {
    site = await startSite({ settings: { SANAD_RATE_LIMIT: '10' } })
    const first = await send(site.url + query('x-sells-user-data'), '127.0.0.2')
    expect(first).toMatchObject({ status: 200, headers: { 'ratelimit-remaining': '1' } })
    for (const slug of ['x-collects-dm-contents', 'x-sells-user-data-of-nobody']) {
      const refused = await send(site.url + query(slug), '127.0.0.2')
      expect(refused.status).toBe(429)
      expect(JSON.parse(refused.text)).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
    }
    const dear = `/graphql?query=${encodeURIComponent('{ claims(first: 50) { nodes { slug } } }')}`
    const refused = await send(site.url + dear, '127.0.0.3')
    expect(refused).toMatchObject({ status: 429, headers: { 'ratelimit-remaining': '3' } })
    expect(JSON.parse(refused.text)).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
  })

  it('is identified by a forwarded address only where TRUSTED_PROXIES names the peer of the connection', async () => {
    site = await startSite({ settings: { SANAD_RATE_LIMIT: '200', TRUSTED_PROXIES: '127.0.0.9' } })
    const from = (proxy: string, client: string, path: string): Promise<Reply> =>
      send(site.url + path, proxy, { 'X-Forwarded-For': client })
    expect((await from('127.0.0.9', '192.0.2.1', CLAIM)).headers).toMatchObject({ 'ratelimit-remaining': '50' })
    expect((await from('127.0.0.9', '192.0.2.1', OTHER)).status).toBe(429)
    expect((await from('127.0.0.9', '192.0.2.2', OTHER)).headers).toMatchObject({ 'ratelimit-remaining': '50' })
    expect((await from('127.0.0.8', '192.0.2.3', '/claim/x-does-not-sell?lang=en')).status).not.toBe(429)
    expect((await from('127.0.0.8', '192.0.2.4', '/claim/x-shares-nothing?lang=en')).status).toBe(429)
  })

  it('has no limit where SANAD_RATE_LIMIT is 0', async () => {
    site = await startSite({ settings: { SANAD_RATE_LIMIT: '0' } })
    const answer = await send(site.url + CLAIM, '127.0.0.2')
    expect(answer.status).toBe(200)
    expect(answer.headers).not.toHaveProperty('ratelimit-limit')
  })
})
