import { prepareRequest } from '../attack/load-connection.ts'
import { createCpuMeter } from '../attack/process-figures.ts'
import { startBareServer } from './bare-server.ts'
import { sendRequests } from './peers/send-requests.ts'
import { type Spread, spreadOf } from './statistics.ts'

/** A cached response to GET, and a bare server that sends the same bytes and headers. */
export interface KeptFigures {
  readonly name: string
  /** Size of the body. */
  readonly bytes: number
  /** Requests per second. */
  readonly ours: Spread
  readonly bare: Spread
  /** Once a round. */
  readonly ratio: Spread
  /** Microseconds of CPU a request, of the server with its children. */
  readonly cpuUs: number
  readonly bareCpuUs: number
}

interface MeasuredProcess {
  /** URL of its API, or of anything for a bare server. */
  readonly api: string
  readonly pid: number
}

const IN_FLIGHT = 8
const CLAIMS = (first: number, fields: string): string =>
  `?query=${encodeURIComponent(`{ claims(first: ${first}) { nodes { ${fields} } } }`)}`
const WHOLE =
  'slug predicate status { value } sentence { value } data { slug name { value } } uses { slug name { value } }'
/** Requests by size of the response. */
const REQUESTS: readonly { readonly name: string; readonly path: string }[] = [
  { name: 'one claim', path: CLAIMS(1, 'slug status { value }') },
  { name: '10 claims', path: CLAIMS(10, WHOLE) },
  { name: '40 claims', path: CLAIMS(40, WHOLE) },
  { name: '100 claims', path: CLAIMS(100, WHOLE) },
  { name: 'by documentId', path: '?documentId=what-x-says' },
]

/** Sends GET requests of several sizes, 8 in flight, to a server and to a bare one in turns. */
export async function measureKept(
  { api, pid }: MeasuredProcess,
  rounds: number,
  roundMs: number,
  note: (text: string) => void,
): Promise<readonly KeptFigures[]> {
  const figures: KeptFigures[] = []
  for (const { name, path } of REQUESTS) {
    note(`kept responses: ${name}`)
    const url = `${api}${path}`
    const { body, headers } = await readKept(url)
    const bare = await startBareServer(body, headers)
    try {
      const [ours, floor]: [Rate[], Rate[]] = [[], []]
      for (let round = 0; round <= rounds; round += 1) {
        const [one, other] = [await rateOf(url, pid, body, roundMs), await rateOf(bare.url, bare.pid, body, roundMs)]
        if (round === 0) continue
        ours.push(one)
        floor.push(other)
      }
      const perSecond = (rates: readonly Rate[]): Spread => spreadOf(rates.map((rate) => rate.perSecond))
      const cpu = (rates: readonly Rate[]): number => spreadOf(rates.map(({ cpuUs }) => cpuUs)).median
      figures.push({
        name,
        bytes: body.length,
        ours: perSecond(ours),
        bare: perSecond(floor),
        ratio: spreadOf(ours.map((one, round) => one.perSecond / (floor[round]?.perSecond ?? Number.NaN))),
        cpuUs: cpu(ours),
        bareCpuUs: cpu(floor),
      })
    } finally {
      bare.stop()
    }
  }
  return figures
}

const ACCEPT = { Accept: 'application/json' }
/** Set by every server of Node itself. */
const OWN = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']

/** The third response: larger ones are cached from their second request on. */
async function readKept(url: string): Promise<{ readonly body: Buffer; readonly headers: Record<string, string> }> {
  for (let turn = 0; turn < 2; turn += 1) await (await fetch(url, { headers: ACCEPT })).arrayBuffer()
  const response = await fetch(url, { headers: { ...ACCEPT, 'Accept-Encoding': 'identity' } })
  const body = Buffer.from(await response.arrayBuffer())
  if (!response.ok || body.includes('"errors"')) throw new Error(`GET ${url} answers ${response.status}: ${body}`)
  return { body, headers: Object.fromEntries([...response.headers].filter(([name]) => !OWN.includes(name))) }
}

interface Rate {
  readonly perSecond: number
  readonly cpuUs: number
}

async function rateOf(url: string, pid: number, expected: Buffer, durationMs: number): Promise<Rate> {
  const { pathname, search, host } = new URL(url)
  const request = prepareRequest({ name: 'get', method: 'GET', path: `${pathname}${search}`, headers: ACCEPT }, host)
  const check = (_: number, body: Buffer): string | null => (body.equals(expected) ? null : `other bytes: ${body}`)
  const meter = createCpuMeter(pid)
  const before = meter()
  const { perSecond, accepted, problem } = await sendRequests(url, [request], {
    inFlight: IN_FLIGHT,
    durationMs,
    once: false,
    from: 0,
    check,
  })
  if (problem !== null) throw new Error(problem)
  return { perSecond, cpuUs: ((meter() - before) * 1000) / accepted }
}
