import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A request of the load. */
export interface LoadRequest {
  /** Groups the figures, such as `claim`. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** Path and query, such as `/entity/x?lang=en`. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface LoadOptions {
  /** Base URL of the server, such as `http://127.0.0.1:4000`; loopback only. */
  readonly url: string
  /** Concurrent connections, 1 to 5,000. Each sends its next request after its response. */
  readonly connections: number
  /** Milliseconds, at most 600,000. */
  readonly durationMs: number
  /** Each connection repeats the list, starting at a different index. */
  readonly requests: readonly LoadRequest[]
  /** Loopback addresses to distribute the connections over, 1 to 60,000; only 127.0.0.1 by default. */
  readonly addresses?: number
  /** Milliseconds between a response and the next request of the connection; 0 by default. */
  readonly pauseMs?: number
  /** Whether a connection waits for the time of `Retry-After`; false by default. */
  readonly obeysRetryAfter?: boolean
}

/** Milliseconds from the first byte sent to the last byte received. */
export interface Waits {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export interface LoadFigures {
  /** Responses by status, such as `{ 200: 5120, 503: 80 }`. */
  readonly statuses: Readonly<Record<string, number>>
  /** Responses with a status below 400. */
  readonly accepted: Waits
  /** Responses with 429 or 503. */
  readonly refused: Waits
  /** Rejections without the header Retry-After. */
  readonly withoutRetryAfter: number
  /** Accepted responses per second. */
  readonly goodput: number
}

export interface LoadResult extends LoadFigures {
  readonly byName: Readonly<Record<string, LoadFigures>>
  /** Connections that failed or closed during a request, by error code. */
  readonly failures: Readonly<Record<string, number>>
  /** CPU seconds of the process that sent the load. */
  readonly clientCpuSeconds: number
}

const MAX_CONNECTIONS = 5000
const MAX_ADDRESSES = 60_000
const MAX_DURATION_MS = 600_000

/**
 * Sends a bounded load from a separate process.
 *
 * @throws Error where an option is out of its bounds, the URL is not loopback, or the process fails
 */
export function runLoad(options: LoadOptions): Promise<LoadResult> {
  checkBounds(options)
  const worker = fileURLToPath(new URL('./load-worker.ts', import.meta.url))
  const child = fork(worker, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    let result: LoadResult | null = null
    child.once('error', reject)
    child.on('message', (message: LoadResult) => (result = message))
    child.once('close', (code) => {
      if (result === null) reject(new Error(`The process that sends the load ended with ${code}.`))
      else resolve(result)
    })
    child.send(options)
  })
}

function checkBounds({ url, connections, durationMs, requests, addresses = 1 }: LoadOptions): void {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'http:' || !/^(127\.\d+\.\d+\.\d+|localhost)$/.test(hostname)) {
    throw new Error(`Load goes to loopback over http only, and not to ${url}.`)
  }
  const isWithin = (value: number, max: number): boolean => Number.isInteger(value) && value >= 1 && value <= max
  if (!isWithin(connections, MAX_CONNECTIONS)) throw new Error(`connections: 1 to ${MAX_CONNECTIONS}.`)
  if (!isWithin(durationMs, MAX_DURATION_MS)) throw new Error(`durationMs: 1 to ${MAX_DURATION_MS}.`)
  if (!isWithin(addresses, MAX_ADDRESSES)) throw new Error(`addresses: 1 to ${MAX_ADDRESSES}.`)
  if (requests.length === 0) throw new Error('requests: at least one.')
}
