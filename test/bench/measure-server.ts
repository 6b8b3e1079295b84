import { Agent, get } from 'node:http'
import { EXAMPLES } from '../../src/graphql/examples.ts'
import { serve } from './serve-process.ts'
import { type Spread, spreadOf } from './statistics.ts'

export interface ServerFigures {
  readonly query: string
  readonly requestsPerSecond: Spread
}

const IN_FLIGHT = 8
const POINT = '{ claim(slug: "x-sells-user-data") { slug status { status } } }'

/** The same GET again and again, 8 in flight over kept connections; client and server share the machine. */
export async function measureServer(
  rounds: number,
  roundMs: number,
  note: (text: string) => void,
): Promise<readonly ServerFigures[]> {
  const queries = [{ name: 'one claim by slug', text: POINT }, ...EXAMPLES]
  const served = await serve(['--in-memory'])
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT })
  const rates = new Map<string, number[]>(queries.map(({ name }) => [name, []]))
  try {
    for (let round = 0; round <= rounds; round += 1) {
      note(`server: ${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}`)
      for (const { name, text } of queries) {
        const url = `${served.api}?query=${encodeURIComponent(text)}`
        const rate = await countRequests(url, agent, roundMs)
        if (round > 0) rates.get(name)?.push(rate)
      }
    }
  } finally {
    agent.destroy()
    await served.stop()
  }
  return [...rates].map(([query, found]) => ({ query, requestsPerSecond: spreadOf(found) }))
}

async function countRequests(url: string, agent: Agent, forMs: number): Promise<number> {
  const started = performance.now()
  let done = 0
  const keepAsking = async (): Promise<void> => {
    while (performance.now() - started < forMs) {
      await request(url, agent)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, keepAsking))
  return (done / (performance.now() - started)) * 1000
}

function request(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { accept: 'application/json' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The server answers ${response.statusCode}.`))
      response.resume().once('end', resolve)
    }).once('error', reject)
  })
}
