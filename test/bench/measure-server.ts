import { Agent, request as open } from 'node:http'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { type KeptFigures, measureKept } from './measure-kept.ts'
import { serve } from './serve-process.ts'
import { type Spread, spreadOf } from './statistics.ts'

export interface ServerFigures {
  readonly queries: readonly ServerQueryFigures[]
  /** Cached responses to GET, and a bare server of the same bytes. */
  readonly kept: readonly KeptFigures[]
}

interface ServerQueryFigures {
  readonly query: string
  /** By POST: executed each time. */
  readonly made: Spread
  /** By GET: served from the response cache. */
  readonly kept: Spread
}

const IN_FLIGHT = 8
const POINT = '{ claim(slug: "x-sells-user-data") { slug status { value } } }'

/** Sends one query repeatedly, 8 concurrently over kept-alive connections. Client and server share the machine. */
export async function measureServer(
  rounds: number,
  roundMs: number,
  note: (text: string) => void,
): Promise<ServerFigures> {
  const served = await serve(['--in-memory'])
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT })
  const figures = [{ name: 'one claim by slug', text: POINT }, ...EXAMPLES].map(({ name, text }) => ({
    query: name,
    ways: [
      { ask: () => post(served.api, JSON.stringify({ query: text }), agent), rates: [] as number[] },
      { ask: () => get(`${served.api}?query=${encodeURIComponent(text)}`, agent), rates: [] as number[] },
    ] as const,
  }))
  let kept: readonly KeptFigures[] = []
  try {
    for (let round = 0; round <= rounds; round += 1) {
      note(`server: ${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}`)
      for (const { ask, rates } of figures.flatMap(({ ways }) => ways)) {
        const rate = await countRequests(ask, roundMs)
        if (round > 0) rates.push(rate)
      }
    }
    kept = await measureKept(served, rounds, roundMs / 2, note)
  } finally {
    agent.destroy()
    await served.stop()
  }
  const queries = figures.map(({ query, ways: [made, cached] }) => ({
    query,
    made: spreadOf(made.rates),
    kept: spreadOf(cached.rates),
  }))
  return { queries, kept }
}

async function countRequests(ask: () => Promise<void>, forMs: number): Promise<number> {
  const started = performance.now()
  let done = 0
  const keepAsking = async (): Promise<void> => {
    while (performance.now() - started < forMs) {
      await ask()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, keepAsking))
  return (done / (performance.now() - started)) * 1000
}

const get = (url: string, agent: Agent): Promise<void> => send(url, 'GET', '', agent)
const post = (url: string, body: string, agent: Agent): Promise<void> => send(url, 'POST', body, agent)

function send(url: string, method: string, body: string, agent: Agent): Promise<void> {
  const sent = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
  const headers = { Accept: 'application/json', ...(method === 'POST' ? sent : {}) }
  return new Promise((resolve, reject) => {
    const asked = open(url, { agent, method, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The server answers ${response.statusCode}.`))
      response.resume().once('end', resolve)
    })
    asked.once('error', reject)
    asked.end(body)
  })
}
