import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { runLoad } from './load.ts'

const REQUESTS = [
  { name: 'page', method: 'GET', path: '/page' },
  { name: 'question', method: 'POST', path: '/refused', body: '{}' },
] as const

it('runLoad counts responses, rejections and client addresses from a separate process', async () => {
  const addresses = new Set<string>()
  const server = createServer((request, response) => {
    addresses.add(request.socket.remoteAddress ?? '')
    const isRefused = request.url === '/refused'
    response.writeHead(isRefused ? 503 : 200, { 'Content-Length': 2, ...(isRefused && { 'Retry-After': '0' }) })
    response.end('ok')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  try {
    const url = `http://127.0.0.1:${port}`
    const figures = await runLoad({ url, connections: 6, durationMs: 300, requests: REQUESTS, addresses: 3 })
    expect(figures.failures).toEqual({})
    expect(Object.keys(figures.statuses)).toEqual(['200', '503'])
    expect(figures.byName['page']?.accepted.count).toBe(figures.accepted.count)
    expect(figures.byName['question']?.refused.count).toBe(figures.refused.count)
    expect(figures.withoutRetryAfter).toBe(0)
    expect(addresses.size).toBe(3)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

it.each([
  ['another host', { url: 'http://192.0.2.1:80' }],
  ['too many connections', { connections: 5001 }],
  ['no end', { durationMs: 3_600_000 }],
  ['no request', { requests: [] }],
])('runLoad rejects %s', (_, options) => {
  const allowed = { url: 'http://127.0.0.1:9', connections: 1, durationMs: 1, requests: REQUESTS }
  expect(() => runLoad({ ...allowed, ...options })).toThrow()
})
