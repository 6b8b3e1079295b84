import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { get, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { createClientAddresses } from '../../../src/server/connections/client-address.ts'
import { MAX_BUFFERED_BYTES, MAX_SYSTEM_BYTES } from '../../../src/server/connections/connection-budgets.ts'
import type { Deadlines } from '../../../src/server/connections/connection-deadlines.ts'
import { MAX_HEADERS, MAX_PIPELINED } from '../../../src/server/connections/guard-connections.ts'
import { listen, type RunningServer } from '../../../src/server/listen.ts'
import { send } from '../../../src/server/refusal.ts'

const MEGABYTE = 1024 * 1024
const LONG = { keepAliveMs: 60_000, headersMs: 60_000, requestMs: 60_000, readerMs: 60_000, checkMs: 50 }
const REQUEST = 'GET / HTTP/1.1\r\nHost: test\r\n\r\n'

interface Bounds {
  readonly maxConnections?: number
  readonly maxConnectionsPerClient?: number
  readonly trustedProxies?: string
  readonly deadlines?: Partial<Deadlines>
}
type Handle = (request: IncomingMessage, response: ServerResponse) => void

let server: RunningServer | undefined
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server?.stop()
  server = undefined
})

async function serve(handle: Handle, bounds: Bounds = {}): Promise<RunningServer> {
  const { maxConnections = 100, maxConnectionsPerClient = 100, trustedProxies = '', deadlines } = bounds
  server = await listen(
    { handle, startDraining: () => undefined, warmUp: async () => undefined },
    {
      host: '127.0.0.1',
      port: 0,
      graceMs: 60_000,
      limits: { maxConnections, maxConnectionsPerClient, clients: createClientAddresses(trustedProxies) },
      deadlines: { ...LONG, ...deadlines },
    },
  )
  return server
}

interface Opened {
  readonly socket: Socket
  /** Everything received so far. */
  readonly text: () => string
  readonly byteLength: () => number
  readonly closed: Promise<void>
  readonly isClosed: () => boolean
}

function open({ port }: RunningServer, localAddress: string, text = ''): Opened {
  const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true })
  sockets.push(socket)
  const received: Buffer[] = []
  let byteLength = 0
  let isClosed = false
  const closed = new Promise<void>((resolve) => {
    const close = (): void => {
      isClosed = true
      resolve()
    }
    socket.once('end', close).once('close', close)
  })
  socket
    .on('error', () => undefined)
    .on('data', (chunk) => {
      received.push(chunk)
      byteLength += chunk.length
    })
  if (text !== '') socket.write(text)
  return {
    socket,
    closed,
    isClosed: () => isClosed,
    byteLength: () => byteLength,
    text: () => Buffer.concat(received).toString('latin1'),
  }
}

const openMany = (running: RunningServer, count: number, localAddress: string, text?: string): readonly Opened[] =>
  Array.from({ length: count }, () => open(running, localAddress, text))
const stillOpen = (some: readonly Opened[]): number => some.filter(({ isClosed }) => !isClosed()).length
/** Polls until network events make the condition true. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5)
}
const answerOk: Handle = (_request, response) => response.end('ok')
const statusFrom = (running: RunningServer, localAddress: string, headers = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    get(running.url, { localAddress, agent: false, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    }).once('error', reject)
  })

describe('connections of one client', () => {
  it('past the bound are closed immediately, and other clients are served', async () => {
    const running = await serve(answerOk, { maxConnectionsPerClient: 3 })
    const some = openMany(running, 8, '127.0.0.2')
    await until(() => stillOpen(some) <= 3)
    expect(await statusFrom(running, '127.0.0.3')).toBe(200)
    expect(stillOpen(some)).toBe(3)
    await expect(statusFrom(running, '127.0.0.2')).rejects.toThrow()
  })

  it('release their places when they close', async () => {
    const running = await serve(answerOk, { maxConnectionsPerClient: 3 })
    for (let round = 0; round < 5; round += 1) {
      const some = openMany(running, 3, '127.0.0.2', REQUEST)
      await until(() => some.every(({ text }) => text().includes('ok')))
      for (const { socket } of some) socket.destroy()
      await until(() => stillOpen(some) === 0)
      await wait(20)
    }
  })

  it('are unbounded for a trusted proxy, whose requests are counted by forwarded address', async () => {
    const held: ServerResponse[] = []
    const holdFirst: Handle = (request, response) => {
      if (request.headers['x-forwarded-for'] === '192.0.2.1') held.push(response)
      else response.end('ok')
    }
    const running = await serve(holdFirst, { maxConnectionsPerClient: 3, trustedProxies: '127.0.0.2' })
    const ask = (client: string): Promise<number> => statusFrom(running, '127.0.0.2', { 'X-Forwarded-For': client })
    const first = [ask('192.0.2.1'), ask('192.0.2.1'), ask('192.0.2.1')]
    await until(() => held.length === 3)
    expect(await ask('192.0.2.1')).toBe(503)
    expect(await Promise.all(Array.from({ length: 6 }, (_, i) => ask(`192.0.2.${i + 2}`)))).toEqual(Array(6).fill(200))
    for (const response of held) response.end('ok')
    expect(await Promise.all(first)).toEqual([200, 200, 200])
    held.length = 0
    const again = ask('192.0.2.1')
    await until(() => held.length === 1)
    held[0]?.end('ok')
    expect(await again).toBe(200)
  })
})

describe('server with all connection places taken', () => {
  it('gives a new client the place that waited longest, of the client with most waiting connections', async () => {
    const running = await serve(answerOk, { maxConnections: 10 })
    const few = openMany(running, 2, '127.0.0.2')
    const many = openMany(running, 8, '127.0.0.3')
    await wait(100)
    for (let i = 0; i < 20; i += 1) expect(await statusFrom(running, '127.0.0.4')).toBe(200)
    expect([stillOpen(few), stillOpen(many)]).toEqual([2, 7])
    expect(many[0]?.isClosed()).toBe(true)
  })

  it('still applies the bound to a client that evicted its own connections', async () => {
    const running = await serve(answerOk, { maxConnections: 5, maxConnectionsPerClient: 6 })
    const first = openMany(running, 40, '127.0.0.2')
    await until(() => stillOpen(first) === 5)
    for (const { socket } of first) socket.destroy()
    expect(await statusFrom(running, '127.0.0.2')).toBe(200)
    const again = openMany(running, 5, '127.0.0.2', REQUEST)
    await until(() => again.every(({ text }) => text().includes('ok')))
  })

  it.each([
    ['half of the headers', 'GET / HTTP/1.1\r\nHo'],
    ['half of a body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx'],
    ['an answer before', REQUEST],
  ])('evicts a waiting connection after %s', async (_, text) => {
    const drain: Handle = (request, response) => request.resume().once('end', () => response.end('ok'))
    const running = await serve(drain, { maxConnections: 10 })
    const some = openMany(running, 10, '127.0.0.2', text)
    await wait(100)
    expect(await statusFrom(running, '127.0.0.3')).toBe(200)
    await until(() => stillOpen(some) < 10)
    expect(stillOpen(some)).toBe(9)
  })

  it('keeps connections that are being served, and closes the new one', async () => {
    const held: ServerResponse[] = []
    const running = await serve((_request, response) => held.push(response), { maxConnections: 4 })
    const busy = openMany(running, 4, '127.0.0.2', REQUEST)
    await until(() => held.length === 4)
    await expect(statusFrom(running, '127.0.0.3')).rejects.toThrow()
    for (const response of held) response.end('answer')
    await until(() => busy.every(({ text }) => text().endsWith('answer')))
    const after = statusFrom(running, '127.0.0.3')
    await until(() => held.length === 5)
    held[4]?.end()
    expect(await after).toBe(200)
  })
})

describe('connection', () => {
  it('is closed past the bound on pipelined requests', async () => {
    let requested = 0
    const running = await serve(() => (requested += 1))
    const { closed } = open(running, '127.0.0.2', REQUEST.repeat(3000))
    await closed
    expect(requested).toBe(MAX_PIPELINED)
  })

  it.each([
    ['well-formed requests', REQUEST],
    ['requests without a host', 'GET / HTTP/1.1\r\n\r\n'],
    ['requests that expect something', REQUEST.replace('\r\n\r\n', '\r\nExpect: x\r\n\r\n')],
  ])('costs no more for 1,500 pipelined %s than for a hundred', async (_, text) => {
    const running = await serve(() => undefined)
    let parsed = 0
    const count = (): void => {
      parsed += 1
    }
    subscribe('http.server.request.start', count)
    const { closed } = open(running, '127.0.0.2', text.repeat(1500))
    await closed
    unsubscribe('http.server.request.start', count)
    expect(parsed).toBeGreaterThan(0)
    expect(parsed).toBeLessThanOrEqual(100)
  })

  it('gets a status that names the error of its request', async () => {
    const running = await serve(answerOk)
    const texts = [
      'GET / HTTP/1.1\r\n\r\n',
      REQUEST.replace('\r\n\r\n', '\r\nExpect: x\r\n\r\n'),
      'GET / HTTP/1.0\r\n\r\n',
    ]
    const some = texts.map((text) => open(running, '127.0.0.2', text))
    await until(() => some.every(({ text }) => text().includes('\r\n\r\n')))
    expect(some.map(({ text }) => text().slice(9, 12))).toEqual(['400', '417', '200'])
  })

  it('may pipeline up to the bound repeatedly', async () => {
    const running = await serve(answerOk)
    const one = open(running, '127.0.0.2')
    for (let round = 1; round <= 4; round += 1) {
      one.socket.write(REQUEST.repeat(MAX_PIPELINED))
      await until(() => one.text().split('200 OK').length - 1 === round * MAX_PIPELINED)
    }
    expect(one.isClosed()).toBe(false)
  })

  it('gets 431 for too many headers', async () => {
    const running = await serve(answerOk)
    const withHeaders = (count: number): Opened =>
      open(running, '127.0.0.2', `GET / HTTP/1.1\r\nHost: x\r\n${'X: 1\r\n'.repeat(count - 1)}\r\n`)
    const [most, more, endless] = [MAX_HEADERS, MAX_HEADERS + 1, 2500].map(withHeaders)
    await until(() => [most, more, endless].every((one) => one?.text().includes('\r\n\r\n')))
    expect([most, more, endless].map((one) => one?.text().slice(9, 12))).toEqual(['200', '431', '431'])
  })

  it('never gets an error in the middle of a response', async () => {
    const running = await serve((_request, response) => response.write('half of an answer'))
    const { text, closed, socket } = open(running, '127.0.0.2', REQUEST)
    await until(() => text().includes('half of an answer'))
    socket.write('garbage\r\n\r\n')
    await closed
    expect(text().match(/HTTP\/1\.1/g)).toHaveLength(1)
  })

  it.each([
    ['400', 'garbage\r\n\r\n'],
    ['431', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['408', 'GET / HTTP/1.1\r\nHost: x\r\n'],
  ])('gets %s once and is freed, even if the client goes on sending', async (status, text) => {
    const running = await serve(answerOk, { deadlines: { headersMs: 200, requestMs: 200, lingerMs: 300 } })
    const one = open(running, '127.0.0.2', text)
    const timer = setInterval(() => one.socket.write('x'.repeat(100)), 20)
    await new Promise((resolve) => one.socket.once('close', resolve))
    clearInterval(timer)
    expect(one.text().match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`])
  })
})

describe('response readers', () => {
  const answerLarge: Handle = (_request, response) => send(response, 200, {}, Buffer.alloc(10 * MEGABYTE, 'x'))

  it('that keep reading get all of a large response, however long it takes', async () => {
    const running = await serve(answerLarge, { deadlines: { readerMs: 600 } })
    const { socket, text, byteLength } = open(running, '127.0.0.2', REQUEST)
    // About 4 MB per 600 ms: more than the system sends in one write.
    socket.on('data', () => socket.pause())
    const timer = setInterval(() => socket.resume(), 10)
    await until(() => byteLength() > 10 * MEGABYTE).finally(() => clearInterval(timer))
    expect(text().endsWith('x'.repeat(1000))).toBe(true)
  })

  it('that stop reading are disconnected', async () => {
    let closed = 0
    const running = await serve(
      (request, response) => {
        response.once('close', () => (closed += 1))
        answerLarge(request, response)
      },
      { deadlines: { readerMs: 300 } },
    )
    for (const { socket } of openMany(running, 5, '127.0.0.2', REQUEST)) socket.pause()
    await until(() => closed === 5)
  })

  it('that read nothing share a bounded amount of memory', async () => {
    const waiting = new Set<ServerResponse>()
    let requested = 0
    const running = await serve((request, response) => {
      requested += 1
      waiting.add(response)
      response.once('close', () => waiting.delete(response))
      answerLarge(request, response)
    })
    for (const { socket } of openMany(running, 30, '127.0.0.2', REQUEST)) socket.pause()
    await until(() => requested === 30 && waiting.size * 10 * MEGABYTE <= MAX_BUFFERED_BYTES)
    expect(waiting.size).toBeGreaterThan(0)
    // A client that reads keeps its connection.
    const { byteLength } = open(running, '127.0.0.3', REQUEST)
    await until(() => byteLength() > 10 * MEGABYTE)
  })
})

describe('memory used for clients', () => {
  it('that leave their requests unfinished is bounded', async () => {
    let receivedBytes = 0
    const unfinished = new Set<IncomingMessage>()
    const running = await serve((request, response) => {
      unfinished.add(request)
      response.once('close', () => unfinished.delete(request))
      request
        .on('error', () => undefined)
        .on('data', (chunk) => {
          receivedBytes += chunk.length
        })
    })
    const max = 5 * MEGABYTE
    const text = `POST / HTTP/1.1\r\nHost: test\r\nContent-Length: ${max + 1}\r\n\r\n${'x'.repeat(max)}`
    openMany(running, 20, '127.0.0.2', text)
    await until(() => receivedBytes > MAX_BUFFERED_BYTES && unfinished.size * max <= MAX_BUFFERED_BYTES)
    expect(unfinished.size).toBeGreaterThan(0)
  })

  it('that read nothing is bounded in system buffers too, where all get one cached body', async () => {
    const body = Buffer.alloc(10 * MEGABYTE, 'x')
    const waiting = new Set<ServerResponse>()
    let requested = 0
    const running = await serve((_request, response) => {
      requested += 1
      waiting.add(response)
      response.once('close', () => waiting.delete(response))
      send(response, 200, {}, body)
    })
    for (const { socket } of openMany(running, 80, '127.0.0.2', REQUEST)) socket.pause()
    const takenBytes = (): number =>
      [...waiting].reduce((sum, { socket }) => sum + (socket ? socket.bytesWritten - socket.writableLength : 0), 0)
    await until(() => requested === 80 && takenBytes() <= MAX_SYSTEM_BYTES)
    expect(waiting.size).toBeGreaterThan(0)
  })
})

describe('stopping the server', () => {
  it('waits for responses in progress only', async () => {
    const held: ServerResponse[] = []
    const running = await serve((request, response) => {
      if (request.url === '/slow') held.push(response)
      else response.end('ok')
    })
    const idle = [...openMany(running, 3, '127.0.0.2', REQUEST), ...openMany(running, 3, '127.0.0.2')]
    const slow = open(running, '127.0.0.2', REQUEST.replace('/', '/slow'))
    await until(() => held.length === 1 && idle.slice(0, 3).every(({ text }) => text().includes('ok')))
    const stopped = running.stop()
    held[0]?.end('done')
    await until(() => slow.text().includes('done'))
    await stopped
    await until(() => stillOpen([...idle, slow]) === 0)
  })
})
