import { median } from '../bench/statistics.ts'
import type { AttackedServer } from './attacked-server.ts'
import { type HostileRequest, toQuestion } from './hostile/request.ts'
import { type Answer, sendBytes } from './send-bytes.ts'
import { sourceAddresses } from './source-addresses.ts'
import { faultsOf, MAX_ANSWER_BYTES } from './verdict.ts'

export const MAX_CPU_MS = 50
const REPEATS = 5
const MOST_REPEATING_MS = 20_000
const SETTLE_MS = 20
const ALIVE_EVERY = 100
/** Faults that are reported as they are found. */
const MOST_NOTED = 20
/** A run against a server that stalls repeatedly would take hours. */
const MOST_RESTARTS = 10

export interface Outcome {
  readonly sent: number
  /** Responses by status; 0 for connections closed without a response. */
  readonly byStatus: ReadonlyMap<number, number>
  readonly faults: readonly Fault[]
  /** Milliseconds of CPU on repeat, the most expensive requests first. */
  readonly dearest: readonly { readonly name: string; readonly cpuMs: number }[]
  readonly peakBytes: number
  /** Length in bytes of the longest response body, as far as it was read. */
  readonly longestBytes: number
}

interface Fault {
  readonly name: string
  readonly what: string
}

export interface Target {
  /** Returns a running server, a new one after the last has ended. */
  readonly server: () => Promise<AttackedServer>
  readonly timeoutMs: number
  /** Number of repeats of an expensive request; 5 by default. */
  readonly repeats?: number
  /** Whether CPU in ms keeps to a limit in ms; at most the limit by default. */
  readonly keeps?: (usedMs: number, limitMs: number) => boolean
  readonly note: (text: string) => void
}

/**
 * Sends requests one after the other, each from another address, and measures the server's CPU time for each. A request
 * that takes more than `MAX_CPU_MS` is repeated, and its median counts. A server that gives no response in time is
 * killed, and the rest goes to a new one.
 */
export async function attackWithRequests(
  requests: Iterable<HostileRequest>,
  { server: find, timeoutMs, repeats = REPEATS, keeps = isAtMost, note }: Target,
): Promise<Outcome> {
  const addresses = sourceAddresses()
  const byStatus = new Map<number, number>()
  const faults: Fault[] = []
  const costs: { name: string; cpuMs: number }[] = []
  let [sent, restarts, peakBytes, longestBytes] = [0, 0, 0, 0]
  let server = await find()

  const blame = (name: string, what: string): void => {
    faults.push({ name, what })
    if (faults.length <= MOST_NOTED) note(`${what}: ${name}`)
  }
  const send = async (request: HostileRequest): Promise<{ answer: Answer; cpuMs: number }> => {
    const before = server.cpuMs()
    const { halfCloses = false } = request
    const from = addresses.next().value
    const options = { port: server.port, from, timeoutMs, mostBytes: MAX_ANSWER_BYTES, halfCloses }
    const answer = await sendBytes(request.bytes, options)
    // The server may still work on a request after the client gave up.
    if (answer.ms > MAX_CPU_MS || answer.status >= 500) await settle(server, timeoutMs)
    return { answer, cpuMs: server.cpuMs() - before }
  }
  const replace = async (): Promise<void> => {
    restarts += 1
    await server.stop('SIGKILL')
    server = await find()
  }

  for (const request of requests) {
    const name = `${request.kind}: ${request.name}`
    const first = await send(request)
    sent += 1
    longestBytes = Math.max(longestBytes, first.answer.body.byteLength)
    byStatus.set(first.answer.status, (byStatus.get(first.answer.status) ?? 0) + 1)
    for (const what of faultsOf(request, first.answer)) blame(name, what)
    let { cpuMs } = first
    for (let time = 1; time < (request.times ?? 1); time += 1) {
      const again = await send(request)
      for (const what of faultsOf(request, again.answer)) blame(name, `${what}, on repeat`)
      if (isOther(first.answer, again.answer)) blame(name, 'another response on repeat')
      cpuMs = Math.min(cpuMs, again.cpuMs)
    }
    if (first.answer.isWhole && cpuMs > MAX_CPU_MS) {
      const again: number[] = []
      const until = performance.now() + MOST_REPEATING_MS
      while (again.length < repeats && (again.length === 0 || performance.now() < until))
        again.push((await send(request)).cpuMs)
      cpuMs = median(again)
    }
    costs.push({ name, cpuMs })
    if (!keeps(cpuMs, MAX_CPU_MS)) blame(name, `${Math.round(cpuMs)} ms of CPU on repeat`)
    if (server.isRunning()) peakBytes = Math.max(peakBytes, server.figures().peakBytes)
    const isDue = sent % ALIVE_EVERY === 0 || !first.answer.isWhole || !server.isRunning()
    if (isDue && !(await isAlive(server, addresses.next().value))) {
      blame(name, server.isRunning() ? 'the server answers nobody' : 'the server has ended')
      await replace()
    }
    if (restarts >= MOST_RESTARTS) {
      note(`given up after ${sent} requests: ${restarts} servers stalled or ended`)
      break
    }
    if (sent % 1000 === 0) note(`${sent} sent, ${faults.length} faults`)
  }
  const dearest = costs.toSorted((a, b) => b.cpuMs - a.cpuMs).slice(0, 10)
  return { sent, byStatus, faults, dearest, peakBytes, longestBytes }
}

/**
 * Returns whether two responses to one request differ. Refusals of a busy server do not count. Where fields that may not be
 * null fail, the response has no data, and the error of whichever failed first (GraphQL specification, 6.4.4).
 */
const isOther = (one: Answer, other: Answer): boolean =>
  one.status < 429 &&
  other.status < 429 &&
  !(one.status === other.status && (one.body.equals(other.body) || (isWithoutData(one) && isWithoutData(other))))

const isAtMost = (usedMs: number, limitMs: number): boolean => usedMs <= limitMs

const isWithoutData = ({ body }: Answer): boolean => /^\{"errors":\[\{.*\],"data":null/s.test(body.toString())

async function settle(server: AttackedServer, maxMs: number): Promise<void> {
  const until = performance.now() + maxMs
  for (let last = -1; performance.now() < until; ) {
    const now = server.cpuMs()
    if (now - last < 2) return
    last = now
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  }
}

const KNOWN = toQuestion('{ claim(slug: "x-sells-user-data") { slug } }')

async function isAlive(server: AttackedServer, from: string): Promise<boolean> {
  if (!server.isRunning()) return false
  const answer = await sendBytes(KNOWN, { port: server.port, from, timeoutMs: 5000, mostBytes: MAX_ANSWER_BYTES })
  return answer.body.includes('x-sells-user-data')
}
