import { connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/config/settings.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import { MIN_TAKEN_BYTES } from '../../../src/server/connections/connection-deadlines.ts'
import type { BodyStream } from '../../../src/server/connections/stream-body.ts'
import { createApp } from '../../../src/server/create-app.ts'
import { listen, type RunningServer } from '../../../src/server/listen.ts'
import type { LogLine } from '../../../src/server/log.ts'
import type { StreamedRoute } from '../../../src/server/routes/route.ts'
import { type OpenStore, openStore } from '../../../src/store/open-store.ts'

const CHUNK = Buffer.alloc(256 * 1024, 'x')
const READER_MS = 400

let open: OpenStore
let server: RunningServer
const logged: LogLine[] = []
/** State of the source of the last request. */
let source = { started: false, made: 0, ended: false, aborted: false }

async function* numbers(count: number, failAt = -1): BodyStream & AsyncGenerator<Uint8Array | string> {
  source.started = true
  try {
    for (let i = 0; i < count; i += 1) {
      if (i === failAt) throw new DomainError('STORE_UNAVAILABLE', 'The source broke.')
      source.made += 1
      yield `line ${i}\n`
    }
  } finally {
    source.ended = true
  }
}

async function* endless(): AsyncGenerator<Uint8Array> {
  source.started = true
  try {
    for (;;) {
      source.made += 1
      yield CHUNK
      await sleep(0)
    }
  } finally {
    source.ended = true
  }
}

/** A source that never has anything. */
const silent = (): Readable =>
  new Readable({
    read: () => undefined,
    destroy(error, done) {
      source.ended = true
      done(error)
    },
  })

const SOURCES: Readonly<Record<string, () => BodyStream>> = {
  numbers: () => numbers(5),
  web: () => new Response('from the web').body ?? numbers(0),
  node: () => Readable.from(['from ', Buffer.from('Node')]),
  large: () => Readable.from([Buffer.alloc(3_000_000, 'y')]),
  endless,
  silent,
  'fails-first': () => numbers(5, 0),
  'fails-later': () => numbers(5, 3),
}

const streamRoute: StreamedRoute = {
  pattern: /^\/stream\/([a-z-]+)$/,
  dependsOnViewer: false,
  needsLanguage: false,
  parameters: { known: [], repeatable: [], foreign: 'IGNORED' },
  options: () => new URLSearchParams(),
  stream: async ({ parts: [name = ''], left }) => {
    source = { started: false, made: 0, ended: false, aborted: false }
    const mine = source
    left.addEventListener('abort', () => (mine.aborted = true))
    const make = SOURCES[name]
    if (!make) throw new DomainError('FORBIDDEN', 'There is no such stream for you.')
    return {
      status: 200,
      headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store' },
      stream: make(),
    }
  },
}

beforeAll(async () => {
  open = await openStore({ neo4jUri: '', neo4jUser: '', neo4jPassword: '', dataDir: null, readTimeoutMs: 5000 })
  const app = createApp({
    database: open.database,
    settings: readSettings({ SANAD_RATE_LIMIT: '0', SANAD_METRICS: 'local' }),
    now: () => new Date('2026-07-01T00:00:00Z'),
    log: (line) => void logged.push(line),
    moreRoutes: [streamRoute],
  })
  const deadlines = { readerMs: READER_MS, checkMs: 50 }
  server = await listen(app, { host: '127.0.0.1', port: 0, graceMs: 200, deadlines })
})
afterAll(async () => {
  await server.stop()
  await open.database.close()
})

const get = (name: string, init: RequestInit = {}): Promise<Response> => fetch(`${server.url}/stream/${name}`, init)

/** Pieces of work that run, in all lanes. */
async function running(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  const lines = text.split('\n').filter((line) => /^sanad_\w*(?:running|in_progress)\w*\{/.test(line))
  expect(lines.length).toBeGreaterThan(0)
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

/** A request written by hand on a socket that nobody reads. */
function requestUnread(name: string, version = '1.1'): Socket {
  const socket = connect(server.port, '127.0.0.1')
  socket.pause()
  socket.write(`GET /stream/${name} HTTP/${version}\r\nHost: x\r\n\r\n`)
  return socket
}

/** Reads a socket until it closes: the text, and the code of the error that closed it. */
function readAll(socket: Socket): Promise<{ readonly text: string; readonly error: string | null }> {
  return new Promise((resolve) => {
    let text = ''
    let error: string | null = null
    socket.on('data', (data) => (text += String(data)))
    socket.on('error', (caught: NodeJS.ErrnoException) => (error = caught.code ?? ''))
    socket.on('close', () => resolve({ text, error }))
    socket.resume()
  })
}

describe('a streamed response', () => {
  it.each([
    ['numbers', 'line 0\nline 1\nline 2\nline 3\nline 4\n'],
    ['web', 'from the web'],
    ['node', 'from Node'],
    ['large', 'y'.repeat(3_000_000)],
  ])('has all chunks of its source, in order: %s', async (name, text) => {
    const response = await get(name)
    expect(response.status).toBe(200)
    expect(response.headers.get('transfer-encoding')).toBe('chunked')
    expect(response.headers.get('content-length')).toBeNull()
    expect(await response.text()).toBe(text)
    await expect.poll(running).toBe(0)
  })

  it('ends with the chunk that ends a body, on a connection that is kept', async () => {
    const socket = connect(server.port, '127.0.0.1')
    socket.write('GET /stream/numbers HTTP/1.1\r\nHost: x\r\n\r\n')
    socket.write('GET /stream/node HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const { text } = await readAll(socket)
    expect(text.split('0\r\n\r\n')).toHaveLength(3)
  })

  it('has no body for HEAD, and starts no source', async () => {
    const response = await get('numbers', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await response.text()).toBe('')
    expect(source.started).toBe(false)
    expect((await get('silent', { method: 'HEAD' })).status).toBe(200)
    expect(source.ended).toBe(true)
    await expect.poll(running).toBe(0)
  })

  it('without a first chunk is refused as other responses are', async () => {
    const refused = await get('nothing')
    expect(refused.status).toBe(403)
    const failed = await get('fails-first')
    expect(failed.status).toBe(503)
    expect(failed.headers.get('retry-after')).toBe('5')
    expect(source.ended).toBe(true)
    await expect.poll(running).toBe(0)
  })

  it('is seen to be incomplete where its source fails later, and the log says so', async () => {
    const response = await get('fails-later', { headers: { 'Accept-Encoding': 'identity' } })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
    const socket = connect(server.port, '127.0.0.1')
    socket.write('GET /stream/fails-later HTTP/1.1\r\nHost: x\r\n\r\n')
    const { text } = await readAll(socket)
    expect(text).toContain('line 2')
    expect(text).not.toContain('0\r\n\r\n')
    expect(logged.filter(({ event }) => event === 'stream-failed')).toHaveLength(2)
    expect(JSON.stringify(logged)).toContain('The source broke.')
    await expect.poll(running).toBe(0)
  })

  it('is refused where its source fails before the first compressed bytes', async () => {
    const response = await get('fails-later', { headers: { 'Accept-Encoding': 'gzip' } })
    expect([response.status, response.headers.get('content-encoding')]).toEqual([503, null])
  })

  it('resets the connection of a client of HTTP/1.0 if its source fails', async () => {
    const { error } = await readAll(requestUnread('fails-later', '1.0'))
    expect(error).toBe('ECONNRESET')
  })

  it('produces no more than the client reads, and ends with the connection of a client that reads nothing', async () => {
    const socket = requestUnread('endless')
    await expect.poll(() => source.made).toBeGreaterThan(0)
    await sleep(READER_MS / 2)
    const { made } = source
    // Buffers of the system hold some megabytes of one connection.
    expect(made * CHUNK.length).toBeLessThan(32 * 1024 * 1024)
    expect(await running()).toBe(1)
    await expect.poll(() => source.ended).toBe(true)
    expect(source.made).toBeLessThan(made + MIN_TAKEN_BYTES)
    await expect.poll(running).toBe(0)
    socket.destroy()
  })

  it.each(['endless', 'silent'])('stops its source when the client leaves: %s', async (name) => {
    const leave = new AbortController()
    const asked = get(name, { signal: leave.signal }).then((response) => response.text())
    asked.catch(() => undefined)
    await expect.poll(running).toBe(1)
    leave.abort()
    await expect(asked).rejects.toThrow()
    await expect.poll(() => source).toMatchObject({ ended: true, aborted: true })
    await expect.poll(running).toBe(0)
  })
})
