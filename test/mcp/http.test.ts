import { once } from 'node:events'
import { connect as connectSocket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'
import { callOf, connect, HEADERS, post, VERSIONS } from './connect.ts'

const CALL = callOf('search', { text: 'biometric' })

let site: StartedSite
beforeAll(async () => {
  site = await startSite({ settings: { SANAD_MCP_ORIGINS: 'https://assistant.example' } })
})
afterAll(() => site.stop())

/** Sends a request with headers that fetch does not allow, and returns the response in full. */
async function sendRaw(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body = '',
): Promise<string> {
  const { hostname, port, host } = new URL(url)
  const socket = connectSocket(Number(port), hostname)
  const all = { Host: host, ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.write(`${method} /mcp HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  let text = ''
  socket.on('data', (chunk) => (text += chunk))
  await once(socket, 'close')
  return text
}
const statusOf = (response: string): number => Number(response.split(' ')[1])

describe('origins', () => {
  const FOREIGN = [
    'https://evil.example',
    'null',
    'http://127.0.0.1:1',
    'http://localhost',
    'x',
    'https://assistant.example.evil.example',
  ]

  test.each(['POST', 'GET', 'DELETE', 'OPTIONS', 'PUT'])(
    'a page of a foreign origin gets 403 by %s, and no header that shares the response',
    async (method) => {
      for (const Origin of FOREIGN) {
        const headers = { ...HEADERS, Origin, 'Access-Control-Request-Method': 'POST' }
        const response = await sendRaw(site.url, method, headers, JSON.stringify(CALL))
        expect(statusOf(response), Origin).toBe(403)
        expect(response.toLowerCase()).not.toContain('access-control-allow-origin')
      }
    },
  )

  test('the own origin, configured ones and programs without an origin pass', async () => {
    const port = new URL(site.url).port
    for (const Origin of [site.url, `http://localhost:${port}`, 'https://assistant.example']) {
      const response = await sendRaw(site.url, 'POST', { ...HEADERS, Origin }, JSON.stringify(CALL))
      expect(statusOf(response)).toBe(200)
      expect(response).toContain(`Access-Control-Allow-Origin: ${Origin}`)
      const preflight = await sendRaw(site.url, 'OPTIONS', { Origin, 'Access-Control-Request-Method': 'POST' })
      expect(statusOf(preflight)).toBe(204)
      expect(preflight).toContain('Access-Control-Allow-Methods: POST, OPTIONS')
    }
    const response = await post(site.url, CALL)
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('a foreign name for this machine gets 403', async () => {
    for (const Host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '@', ''])
      expect([400, 403]).toContain(
        statusOf(await sendRaw(site.url, 'POST', { ...HEADERS, Host }, JSON.stringify(CALL))),
      )
    const port = new URL(site.url).port
    for (const Host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST'])
      expect(statusOf(await sendRaw(site.url, 'POST', { ...HEADERS, Host }, JSON.stringify(CALL)))).toBe(200)
  })

  test('a server for other machines accepts any host name, and refuses foreign origins', async () => {
    const open = await startSite({ settings: { HOST: '0.0.0.0' } })
    const Host = 'sanad.example'
    expect(statusOf(await sendRaw(open.url, 'POST', { ...HEADERS, Host }, JSON.stringify(CALL)))).toBe(200)
    const foreign = { ...HEADERS, Host, Origin: 'http://localhost:4000' }
    expect(statusOf(await sendRaw(open.url, 'POST', foreign, JSON.stringify(CALL)))).toBe(403)
    await open.stop()
  })

  test('other paths stay open to every origin', async () => {
    const response = await fetch(`${site.url}/graphql?query={__typename}`, {
      headers: { Origin: 'https://evil.example' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('bodies', () => {
  test.each([
    ['no JSON', '{', 400, -32700],
    ['a batch', [CALL, CALL], 400, -32600],
    ['a text', '"x"', 400, -32600],
    ['a deep body', `{"a":${'['.repeat(100_000)}`, 400, -32600],
    ['deep arguments', callOf('search', JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)), 400, -32600],
    ['a long id', { ...CALL, id: 'x'.repeat(1000) }, 400, -32600],
    ['a long method', { jsonrpc: '2.0', id: 1, method: 'x'.repeat(1000) }, 400, -32600],
    ['an unknown version of JSON-RPC', { ...CALL, jsonrpc: '1.0' }, 400, -32600],
    ['over 256 KiB', ' '.repeat(256 * 1024 + 1), 413, -32000],
    ['an empty body', '', 400, -32700],
  ])('%s is refused with an error of JSON-RPC', async (_, body, status, code) => {
    const response = await post(site.url, body)
    expect(response.status).toBe(status)
    const { error } = await response.json()
    expect(error.code).toBe(code)
    expect(error.message.length).toBeLessThanOrEqual(300)
  })

  test('brackets in texts do not count as depth', async () => {
    const response = await post(site.url, callOf('search', { text: `${'[{'.repeat(60)} biometric \\"[` }))
    expect(response.status).toBe(200)
    expect((await response.json()).result.isError).toBeFalsy()
  })

  test('another media type than JSON is refused', async () => {
    const response = await post(site.url, CALL, { 'Content-Type': 'text/plain' })
    expect(response.status).toBe(415)
  })

  test.each(['GET', 'DELETE', 'PUT', 'HEAD'])('%s gets 405: there are no streams and no sessions', async (method) => {
    const response = await fetch(`${site.url}/mcp`, { method, headers: { Accept: 'text/event-stream' } })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST, OPTIONS')
  })

  test('errors that repeat headers and parameters are bounded', async () => {
    const long = 'x'.repeat(5000)
    const params = { _meta: { 'io.modelcontextprotocol/protocolVersion': long } }
    for (const response of [
      await post(site.url, CALL, { 'Mcp-Protocol-Version': long }),
      await post(site.url, { jsonrpc: '2.0', id: 1, method: 'tools/list', params }),
      await post(site.url, { jsonrpc: '2.0', id: 1, method: 'x'.repeat(200) }),
      await post(site.url, { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: { long } } }),
    ]) {
      const text = await response.text()
      expect(text.length).toBeLessThan(1000)
      expect(JSON.parse(text).error.message.length).toBeLessThanOrEqual(300)
    }
  })
})

test.each(VERSIONS)('%s connects, lists and calls without a session', async (version) => {
  const client = await connect(site.url, version)
  expect(client.getNegotiatedProtocolVersion()).toBe(version)
  expect(client.getServerVersion()).toMatchObject({ name: 'sanad' })
  expect(client.getInstructions()).toContain('Never repeat one without its status')
  expect((await client.listTools()).tools).toHaveLength(8)
  await client.close()
})

test('no response has a session, and a session id of a client is ignored', async () => {
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'x', version: '1' } }
  const response = await post(site.url, { jsonrpc: '2.0', id: 1, method: 'initialize', params })
  expect(response.status).toBe(200)
  expect(response.headers.get('mcp-session-id')).toBeNull()
  expect((await response.json()).result.protocolVersion).toBe('2025-11-25')
  expect((await post(site.url, CALL, { 'Mcp-Session-Id': 'abc' })).status).toBe(200)
})

test('a subscription is refused, since no list changes', async () => {
  const client = await connect(site.url)
  await expect(client.listen({ toolsListChanged: true })).rejects.toThrow()
  await client.close()
})

describe('limits', () => {
  test('a client pays for a call by the cost of its query, and is refused beyond its points', async () => {
    const small = await startSite({ settings: { SANAD_RATE_LIMIT: '3000' } })
    const first = await post(small.url, CALL)
    expect(first.status).toBe(200)
    const remaining = Number(first.headers.get('ratelimit-remaining'))
    expect(remaining).toBeLessThan(3000 - 400)
    const statuses: number[] = []
    for (let i = 0; i < 12 && !statuses.includes(429); i += 1) {
      const response = await post(small.url, CALL)
      const body = await response.json()
      if (response.status === 429) expect(body.error.data.code).toBe('RATE_LIMITED')
      else if (body.result.isError) statuses.push(body.result.content[0].text.startsWith('RATE_LIMITED: ') ? 429 : 0)
      statuses.push(response.status)
    }
    expect(statuses).toContain(429)
    await small.stop()
  })

  test('a call that takes too long ends with TIMEOUT', async () => {
    const never = (store: GraphStore): GraphStore => ({ ...store, search: () => new Promise(() => undefined) })
    const slow = await startSite({ settings: { SANAD_QUERY_TIMEOUT_MS: '50' }, wrap: never })
    const { result } = await (await post(slow.url, CALL)).json()
    expect(result.isError).toBe(true)
    expect(result.content[0].text).toMatch(/^TIMEOUT: /)
    await slow.stop()
  })

  test('the reads of a call stop if its client disconnects', async () => {
    let reads = 0
    let resume = (): void => undefined
    const paused = new Promise<void>((resolve) => (resume = resolve))
    let start = (): void => undefined
    const started = new Promise<void>((resolve) => (start = resolve))
    const wrap = (store: GraphStore): GraphStore => ({
      ...store,
      search: async (...args) => {
        start()
        await paused
        return store.search(...args)
      },
      claims: (...args) => {
        reads += 1
        return store.claims(...args)
      },
    })
    const left = await startSite({ wrap })
    const leave = new AbortController()
    const request = fetch(`${left.url}/mcp`, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(CALL),
      signal: leave.signal,
    })
    await started
    leave.abort()
    await expect(request).rejects.toThrow()
    // The next response shows that the server saw the client leave.
    await fetch(`${left.url}/healthz`)
    resume()
    await fetch(`${left.url}/healthz`)
    expect(reads).toBe(0)
    await left.stop()
  })

  test('an unexpected error is logged, and the model gets a sentence without it', async () => {
    const broken = (store: GraphStore): GraphStore => ({
      ...store,
      search: () => Promise.reject(new Error('secret path')),
    })
    const failing = await startSite({ wrap: broken })
    const text = await (await post(failing.url, CALL)).text()
    expect(text).not.toContain('secret')
    expect(text.length).toBeLessThan(500)
    await failing.stop()
  })
})
