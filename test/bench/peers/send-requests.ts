import { setTimeout as sleep } from 'node:timers/promises'
import {
  type LoadConnection,
  openConnection,
  type PreparedRequest,
  prepareRequest,
} from '../../attack/load-connection.ts'
import { quantile } from '../statistics.ts'

export interface Sent {
  /** Responses with 200 that the check accepts. The other figures are of these. */
  readonly accepted: number
  /** Responses with 429 or 503. */
  readonly refused: number
  /** Other statuses, responses that the check rejects, closed connections, and requests without a response in time. */
  readonly failed: number
  /** First failure in words; null without one. */
  readonly problem: string | null
  readonly perSecond: number
  /** Milliseconds of accepted responses, from the first byte sent to the last byte received. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** Mean of accepted responses with their headers. */
  readonly bytes: number
}

/** Problem of the body of the request with this index, in words; null where it is right. */
export type CheckBody = (index: number, body: Buffer) => string | null

export interface Sending {
  readonly inFlight: number
  /** Milliseconds in which requests start. */
  readonly durationMs: number
  /** Accepted responses without which requests start for longer, but no longer than 4 times; 0 by default. */
  readonly minAccepted?: number
  /** Whether each request is sent once at most. */
  readonly once: boolean
  /** Index of the first request. */
  readonly from: number
  readonly check: CheckBody
  /** Milliseconds between a response and the next request of a connection; 0 by default. */
  readonly pauseMs?: number
  /** Milliseconds for the last responses, after which they count as failed; LAST_MS by default. */
  readonly lastMs?: number
}

const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' }
const LAST_MS = 15_000
/** Delay after a refusal, before the same request is sent again, and after a failed connection. */
const REFUSED_MS = 100
const MAX_LONGER = 4

export function preparePost(api: string, body: string): PreparedRequest {
  return prepareRequest(
    { name: 'post', method: 'POST', path: new URL(api).pathname, headers: HEADERS, body },
    new URL(api).host,
  )
}

/** Sends prepared requests over kept-alive connections, each with one request at a time, opened before the clock starts. */
export async function sendRequests(
  api: string,
  requests: readonly PreparedRequest[],
  { inFlight, durationMs, minAccepted = 0, once, from, check, pauseMs = 0, lastMs = LAST_MS }: Sending,
): Promise<Sent> {
  const { hostname, port } = new URL(api)
  const open = (): LoadConnection => openConnection(Number(port), hostname, '127.0.0.1', true)
  const connections = Array.from({ length: inFlight }, open)
  const waits: number[] = []
  let [bytes, refused, failed, next] = [0, 0, 0, 0]
  let problem: string | null = null
  const fail = (why: string): void => {
    failed += 1
    problem ??= why
  }
  const opening = preparePost(api, JSON.stringify({ query: '{ __typename }' }))
  await Promise.all(connections.map((connection) => connection.ask(opening)))
  const started = performance.now()
  const longestMs = minAccepted > 0 ? durationMs * MAX_LONGER : durationMs
  const isInTime = (): boolean => performance.now() - started < (waits.length < minAccepted ? longestMs : durationMs)
  const limit = setTimeout(() => closeAll(connections), longestMs + lastMs)
  const keepAsking = async (first: LoadConnection): Promise<void> => {
    let connection = first
    let refusedIndex: number | null = null
    while (isInTime()) {
      if (!connection.isOpen()) {
        connection = open()
        connections.push(connection)
      }
      if (refusedIndex === null && once && next >= requests.length) return
      const index: number = refusedIndex ?? (from + next++) % requests.length
      refusedIndex = null
      const request = requests[index]
      if (!request) return
      const sent = performance.now()
      try {
        const { status, body, bytes: size } = await connection.ask(request)
        const ms = performance.now() - sent
        if (status === 429 || status === 503) {
          refused += 1
          refusedIndex = index
          await sleep(REFUSED_MS)
          continue
        }
        const wrong = status === 200 ? check(index, body) : `status ${status}: ${body.toString('utf8', 0, 200)}`
        if (wrong !== null) fail(wrong)
        else {
          waits.push(ms)
          bytes += size
        }
        if (pauseMs > 0) await sleep(pauseMs)
      } catch (error) {
        fail(error instanceof Error ? `no response: ${error.message}` : 'no response')
        await sleep(REFUSED_MS)
      }
    }
  }
  try {
    await Promise.all([...connections].map(keepAsking))
  } finally {
    clearTimeout(limit)
    closeAll(connections)
  }
  const accepted = waits.length
  const seconds = (performance.now() - started) / 1000
  const figures = { accepted, refused, failed, problem, perSecond: accepted / seconds }
  const bytesEach = bytes / Math.max(1, accepted)
  return { ...figures, bytes: bytesEach, p50Ms: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99) }
}

function closeAll(connections: readonly LoadConnection[]): void {
  for (const connection of connections) connection.close()
}
