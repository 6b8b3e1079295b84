import { openConnection, type PreparedRequest, prepareRequest } from '../../attack/load-connection.ts'
import { quantile } from '../statistics.ts'

export interface Sent {
  readonly accepted: number
  /** Responses with 429 or 503. */
  readonly refused: number
  /** Responses with another status than 200, 429 and 503. */
  readonly failed: number
  readonly perSecond: number
  /** Milliseconds of accepted responses, from the first byte sent to the last byte received. */
  readonly p50Ms: number
  readonly p99Ms: number
  /** Mean of accepted responses with their headers. */
  readonly bytes: number
}

export interface Sending {
  readonly inFlight: number
  /** Milliseconds for which the requests repeat; null sends each once. */
  readonly durationMs: number | null
  /** Index of the first request. */
  readonly from: number
}

const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' }

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
  { inFlight, durationMs, from }: Sending,
): Promise<Sent> {
  const { hostname, port } = new URL(api)
  const first = preparePost(api, JSON.stringify({ query: '{ __typename }' }))
  const connections = Array.from({ length: inFlight }, () => openConnection(Number(port), hostname, '127.0.0.1'))
  const waits: number[] = []
  let [bytes, refused, failed, next] = [0, 0, 0, 0]
  try {
    await Promise.all(connections.map((connection) => connection.ask(first)))
    const started = performance.now()
    const goesOn = (): boolean =>
      durationMs === null ? next < requests.length : performance.now() - started < durationMs
    await Promise.all(
      connections.map(async (connection) => {
        while (goesOn()) {
          const request = requests[(from + next) % requests.length]
          next += 1
          if (!request) return
          const sent = performance.now()
          const answer = await connection.ask(request)
          if (answer.status === 200) {
            waits.push(performance.now() - sent)
            bytes += answer.bytes
          } else if (answer.status === 429 || answer.status === 503) refused += 1
          else failed += 1
        }
      }),
    )
    const accepted = waits.length
    const seconds = (performance.now() - started) / 1000
    const figures = { accepted, refused, failed, perSecond: accepted / seconds, bytes: bytes / Math.max(1, accepted) }
    return { ...figures, p50Ms: quantile(waits, 0.5), p99Ms: quantile(waits, 0.99) }
  } finally {
    for (const connection of connections) connection.close()
  }
}
