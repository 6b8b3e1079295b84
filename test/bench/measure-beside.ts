import { HEAVY_QUESTIONS } from '../attack/heavy-questions.ts'
import type { MeasuredServer } from './measured-server.ts'
import type { QuestionRequests } from './question-requests.ts'
import { type Spread, spreadOf } from './statistics.ts'

/** A small question alone, and while two connections send a heavy one without pause. */
export interface BesideFigures {
  readonly heavy: string
  /** Milliseconds of CPU of the server and the database for one heavy question. */
  readonly heavyCpuMs: number
  readonly aloneP99Ms: Spread
  readonly besideP99Ms: Spread
  /** Once a round. */
  readonly ratio: Spread
}

const HEAVIEST = 3
const BESIDE = 2
const PAUSE_MS = 5
const SMALL = ['x-sells-user-data', 'x-collects-biometric', 'x-has-ai-ambition'].map((slug) =>
  JSON.stringify({ query: `{ claim(slug: "${slug}") { slug status { value } } }` }),
)

/** Takes the questions that need the most CPU, of the seven and of those of the attack that the server accepts. */
export async function measureBeside(
  server: MeasuredServer,
  seven: readonly QuestionRequests[],
  rounds: number,
  roundMs: number,
  note: (text: string) => void,
): Promise<readonly BesideFigures[]> {
  const attacks = Object.entries(HEAVY_QUESTIONS).map(([name, query]) => ({
    name,
    bodies: [JSON.stringify({ query })],
  }))
  const measured: { readonly name: string; readonly bodies: readonly string[]; readonly ms: number }[] = []
  for (const { name, bodies } of [...seven, ...attacks]) {
    note(`small beside heavy: measuring ${name}`)
    const ms = await cpuOf(server, bodies.slice(0, 10), roundMs)
    if (ms !== null) measured.push({ name, bodies, ms })
  }
  const heaviest = measured.toSorted((a, b) => b.ms - a.ms).slice(0, HEAVIEST)
  const chosen = [...heaviest, ...measured.filter((one) => one.name === 'search' && !heaviest.includes(one))]
  const small = async (): Promise<number> =>
    (await server.send(SMALL, { inFlight: 1, durationMs: roundMs, pauseMs: PAUSE_MS })).p99Ms
  await small()
  const figures: BesideFigures[] = []
  for (const { name, bodies, ms } of chosen) {
    const [alone, beside]: [number[], number[]] = [[], []]
    for (let round = 1; round <= rounds; round += 1) {
      note(`small beside ${name}: round ${round} of ${rounds}`)
      alone.push(await small())
      const heavy = server.send(bodies, { inFlight: BESIDE, durationMs: roundMs, mayRefuse: true })
      beside.push(await small())
      await heavy
    }
    const ratio = spreadOf(beside.map((one, round) => one / (alone[round] ?? Number.NaN)))
    figures.push({ heavy: name, heavyCpuMs: ms, aloneP99Ms: spreadOf(alone), besideP99Ms: spreadOf(beside), ratio })
  }
  return figures
}

/** Milliseconds of CPU a request; null for a question that the server refuses as too large. */
async function cpuOf(server: MeasuredServer, bodies: readonly string[], roundMs: number): Promise<number | null> {
  const [first = ''] = bodies
  const headers = { 'Content-Type': 'application/json' }
  const response = await fetch(server.api, { method: 'POST', headers, body: first })
  if ((await response.text()).includes('"errors":[')) return null
  await server.send(bodies, { inFlight: 1, durationMs: roundMs / 2 })
  const before = server.cpuMs()
  const { accepted } = await server.send(bodies, { inFlight: 1, durationMs: roundMs / 2 })
  return (server.cpuMs() - before) / accepted
}
