import { isWithinCpu } from '../../slowness.ts'
import { attackWithRequests, MAX_CPU_MS } from '../attack-with-requests.ts'
import { type HostileRequest, list, toQuestion } from '../hostile/request.ts'
import type { AttackContext, Measured, Row } from '../row.ts'

/** The server is killed after it: the slowest took 80 s. */
const TIMEOUT_MS = 60_000
/** A server compiles its code during the first responses. */
const REPEATS = 25

const CLAIMS = 'query ($v: ClaimFilter) { claims(filter: $v) { nodes { slug } } }'
const keys = (count: number): Record<string, number> => Object.fromEntries(list(count, (i) => [`unknown${i}`, 1]))
const STANCES = ['STATES', 'DENIES']

/** Requests that once stalled all clients: errors that quoted their input, and lists without a cost. */
const REQUESTS: readonly HostileRequest[] = [
  { kind: 'quotes', name: '10,000 unknown keys', bytes: toQuestion(CLAIMS, { v: keys(10_000) }) },
  {
    kind: 'quotes',
    name: '49 unknown keys beside 200 KB',
    bytes: toQuestion(CLAIMS, { v: { ...keys(49), text: 'x'.repeat(200 * 1024) } }),
  },
  {
    kind: 'quotes',
    name: '20,000 wrong words of a list',
    bytes: toQuestion(CLAIMS, { v: { status: list(20_000, (i) => `W${i}`) } }),
  },
  {
    kind: 'quotes',
    name: '25,000 words of a list by 30 aliases',
    bytes: toQuestion(
      `query ($v: [Stance!]) { ${list(30, (i) => `a${i}: claims(filter: { stances: $v }, first: 1) { nodes { slug } }`).join(' ')} }`,
      { v: list(25_000, (i) => STANCES[i % STANCES.length]) },
    ),
  },
]

const run = async ({ start, shared, isShort, note }: AttackContext): Promise<Measured> => {
  const figures: string[] = []
  let holds = true
  for (const request of REQUESTS) {
    // A separate server also shows the memory of the request.
    const server = isShort ? await shared() : await start()
    const { peakBytes: before } = server.figures()
    const target = {
      server: async () => server,
      timeoutMs: TIMEOUT_MS,
      repeats: REPEATS,
      note,
      ...(isShort && { keeps: isWithinCpu }),
    }
    const told = await attackWithRequests([request], target)
    const [{ cpuMs } = { cpuMs: 0 }] = told.dearest
    const grown = Math.max(0, told.peakBytes - before)
    const faults = told.faults.map(({ what }) => what)
    figures.push(
      `${request.name}: ${Math.round(cpuMs)} ms, +${Math.round(grown / 1e6)} MB, ${Math.round(told.longestBytes / 1024)} KB`,
    )
    if (faults.length > 0) holds = false
    note(`${figures.at(-1)}${faults.map((what) => `; ${what}`).join('')}`)
    if (!isShort) await server.stop('SIGKILL')
  }
  return { holds, figure: figures.join('; '), details: [] }
}

export const quotesRow: Row = {
  name: 'quotes',
  what: 'Requests that once stalled all clients (CPU on repeat, memory, bytes of the response)',
  goal: `≤ ${MAX_CPU_MS} ms of CPU, error ≤ 8 KB`,
  isShort: true,
  run,
}
