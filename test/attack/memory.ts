import { Agent, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { readMemory } from '../bench/resident-memory.ts'
import { type Served, serve } from '../bench/serve-process.ts'

/** Resident memory of a server, in bytes, from the kernel. */
export interface MemoryOfFlood {
  readonly requests: number
  /** Responses with a 5xx status other than 503. */
  readonly faults: number
  readonly idleBytes: number
  readonly peakBytes: number
  readonly endBytes: number
}

export interface MemoryOverTime {
  readonly requests: number
  readonly faults: number
  /** Bytes, every five seconds. */
  readonly samples: readonly number[]
  /** Growth in the second half by least squares, in bytes per minute. */
  readonly bytesPerMinute: number
}

const AT_ONCE = 16
const SAMPLE_MS = 5000
/** Requests that load lazily initialized parts: libraries, fonts, indexes, the drawing thread. */
const WARM_UP = 500
/** Requests after which the bytes of the caches are read again, until they no longer grow by a hundredth. */
const FILL_ROUND = 20_000
const MAX_FILL_ROUNDS = 50

/** Allocator settings of the Dockerfile. */
const AS_IN_THE_IMAGE = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}

const SLUGS = ['x-sells-user-data', 'x-collects-dm-contents', 'x-collects-biometric-with-consent']
const slugOf = (n: number): string => SLUGS[n % SLUGS.length] ?? ''
const gql = (text: string): string => `/graphql?query=${encodeURIComponent(text)}`

/** Requests of which any client can make unlimited variants, by number. */
const ENDLESS: readonly ((n: number) => string)[] = [
  (n) => `/claim/${slugOf(n)}?lang=en&x=${n}`,
  (n) => `/oembed?url=${encodeURIComponent(`http://127.0.0.1/claim/${slugOf(n)}?lang=en`)}&maxwidth=${n}`,
  (n) => `/?lang=en&q=${n.toString(36)}`,
  (n) => gql(`{ a${n}: claim(slug: "${slugOf(n)}") { slug sentence { value } } }`),
  (n) => gql(`{ claims(first: 3, asOf: "${new Date(1.78e12 + n * 1000).toISOString()}") { nodes { slug } } }`),
  (n) => `/embed/claim/${slugOf(n)}?lang=en&limit=${n % 60}&asOf=${new Date(1.78e12 + n * 1000).toISOString()}`,
  (n) => `/claim/nothing-${n}?lang=en`,
  (n) => `/embed/story/x-privacy-2023?status=${n}&theme=${n}&lang=en`,
]

/** Requests of ordinary readers, some of them pictures. */
const COMMON: readonly ((n: number) => string)[] = [
  (n) => `/claim/${slugOf(n)}?lang=en`,
  () => '/story/x-privacy-2023?lang=id',
  () => '/embed/story/x-privacy-2023?lang=en',
  (n) => `/embed/claim/${slugOf(n)}?lang=en&view=graph`,
  () => gql('{ claims(first: 20) { totalCount nodes { slug sentence { value } status { value } } } }'),
  (n) => (n % 50 === 0 ? `/card/claim/${slugOf(n)}.png?lang=en` : '/?lang=en'),
]

/** Floods a separate server of the built program with distinct URLs. */
export async function floodWithAddresses(requests: number): Promise<MemoryOfFlood> {
  return withServer(async (server) => {
    const ask = client(server)
    await ask.all(WARM_UP, (n) => COMMON[n % COMMON.length]?.(n) ?? '/')
    await setTimeout(1000)
    const { nowBytes: idleBytes } = readMemory(server.pid)
    const faults = await ask.all(requests, (n) => ENDLESS[n % ENDLESS.length]?.(n) ?? '/')
    const { nowBytes: endBytes, peakBytes } = readMemory(server.pid)
    return { requests, faults, idleBytes, peakBytes, endBytes }
  })
}

/**
 * Mixes requests of ordinary readers with new requests for a number of seconds. The caches are full before, since their growth up to
 * their budget is no leak.
 */
export async function loadForAWhile(seconds: number): Promise<MemoryOverTime> {
  return withServer(async (server) => {
    const ask = client(server)
    const samples: number[] = []
    let faults = await fillCaches(server)
    const end = performance.now() + seconds * 1000
    const timer = setInterval(() => samples.push(readMemory(server.pid).nowBytes), SAMPLE_MS)
    let requests = 0
    while (performance.now() < end) {
      const offset = requests
      faults += await ask.all(400, (n) => {
        const kinds = n % 4 === 0 ? ENDLESS : COMMON
        return kinds[Math.floor(n / 4) % kinds.length]?.(offset + n) ?? '/'
      })
      requests += 400
    }
    clearInterval(timer)
    const half = samples.slice(Math.floor(samples.length / 2))
    return { requests, faults, samples, bytesPerMinute: slopeOf(half) * (60_000 / SAMPLE_MS) }
  })
}

/** @returns number of responses with a fault */
async function fillCaches(server: Served): Promise<number> {
  const ask = client(server)
  let faults = 0
  let before = 0
  for (let round = 0; round < MAX_FILL_ROUNDS; round += 1) {
    // Numbers that the mixed load does not reach.
    const from = 1e8 + round * FILL_ROUND
    faults += await ask.all(FILL_ROUND, (n) => ENDLESS[n % ENDLESS.length]?.(from + n) ?? '/')
    const bytes = await cacheBytes(server)
    if (bytes < before * 1.01) break
    before = bytes
  }
  return faults
}

/** Bytes of all caches, as the server reports them. */
async function cacheBytes({ api }: Served): Promise<number> {
  const text = await (await fetch(new URL('/metrics', api))).text()
  const values = [...text.matchAll(/^sanad_cache_bytes\{.*\} (\S+)$/gm)].map(([, value]) => Number(value))
  if (values.length === 0) throw new Error('The server tells no bytes of its caches.')
  return values.reduce((sum, value) => sum + value, 0)
}

async function withServer<T>(use: (server: Served) => Promise<T>): Promise<T> {
  const server = await serve(['--in-memory'], AS_IN_THE_IMAGE)
  try {
    return await use(server)
  } finally {
    await server.stop()
  }
}

/** Sends `AT_ONCE` concurrent requests over kept-alive connections. */
function client({ api }: Served) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const { origin } = new URL(api)
  const ask = (path: string): Promise<number> =>
    new Promise((resolve, reject) => {
      get(`${origin}${path}`, { agent, headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
        answer.once('error', reject)
      }).once('error', reject)
    })
  /** @returns number of responses with a fault */
  async function all(requests: number, pathOf: (n: number) => string): Promise<number> {
    let next = 0
    let faults = 0
    const worker = async (): Promise<void> => {
      while (next < requests) {
        const status = await ask(pathOf(next++))
        if (status >= 500 && status !== 503) faults += 1
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    return faults
  }
  return { all }
}

/** Growth between consecutive values, by least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const [over, under] = values.reduce(
    ([a, b], value, i) => [a + (i - middle) * (value - mean), b + (i - middle) ** 2],
    [0, 0],
  )
  return under === 0 ? 0 : over / under
}
