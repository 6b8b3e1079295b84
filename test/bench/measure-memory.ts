import { setTimeout as sleep } from 'node:timers/promises'
import type { MeasuredServer, ResidentFigures } from './measured-server.ts'
import type { QuestionRequests } from './question-requests.ts'

export interface MemoryFigures {
  /** After the start, before the first question. */
  readonly idle: ResidentFigures
  /** After all questions, repeated. */
  readonly warm: ResidentFigures
  /** Setting of the cache, and what it holds when warm. */
  readonly budgetBytes: number
  readonly cachedBytes: number
  /** Ordered index, as /metrics counts it: idle and warm; null where the server has none. */
  readonly idleIndexBytes: number | null
  readonly warmIndexBytes: number | null
}

const SETTLE_MS = 3000
const IN_FLIGHT = 8
const INDEX = /^sanad_.*index.*bytes/

/** Resident memory of a server that was just started, and after questions have filled its caches. */
export async function measureMemory(
  server: MeasuredServer,
  questions: readonly QuestionRequests[],
  roundMs: number,
  note: (text: string) => void,
): Promise<MemoryFigures> {
  await sleep(SETTLE_MS)
  const [idle, idleIndexBytes] = [server.resident(), await server.metric(INDEX)]
  for (const { name, bodies } of questions) {
    note(`memory: ${name}`)
    await server.send(bodies, { inFlight: IN_FLIGHT, durationMs: roundMs, mayRefuse: true })
  }
  await sleep(SETTLE_MS)
  return {
    idle,
    warm: server.resident(),
    budgetBytes: (await server.metric(/^sanad_cache_max_bytes$/)) ?? Number.NaN,
    cachedBytes: (await server.metric(/^sanad_cache_bytes$/)) ?? Number.NaN,
    idleIndexBytes,
    warmIndexBytes: await server.metric(INDEX),
  }
}
