import { setTimeout as sleep } from 'node:timers/promises'
import type { StartedNeo4j } from '../../scripts/start-neo4j.ts'
import { startDatabaseProxy } from '../server/database-proxy.ts'
import { type AskedRequest, ask, askHeavy, type Outcome, prepareRequests } from './gone-requests.ts'
import { type Served, serveOnNeo4j } from './served-on-neo4j.ts'

/** Figures of one kind of database outage, in milliseconds. */
export interface GoneFigures {
  readonly way: string
  /** Longest wait of any request, from the outage or from its sending, whichever was later. */
  readonly slowestMs: number
  /** Longest wait for each kind of request. */
  readonly slowestOf: Readonly<Record<string, number>>
  /** From the database's first response until /readyz is 200. */
  readonly readyMs: number
  /** From the database's first response until the first correct one of the API. A restarted Neo4j plans slowly. */
  readonly backMs: number
  readonly asked: number
  readonly stale: number
  readonly refused: number
  /** Number of times that the server reported the database as gone. More than once is a false alarm or a relapse. */
  readonly timesAway: number
  /** Requests with a wrong response, and requests without a response; both must be empty. */
  readonly wrong: readonly string[]
  readonly lost: readonly string[]
  /** Open descriptors of the server. A higher number at the end means a leak. */
  readonly descriptors: { readonly before: number; readonly whileGone: number; readonly after: number }
}

export const ANSWER_GOAL_MS = 300
export const BACK_GOAL_MS = 3000

export const holds = ({ slowestMs, backMs, wrong, lost, descriptors }: GoneFigures): boolean =>
  slowestMs <= ANSWER_GOAL_MS &&
  backMs <= BACK_GOAL_MS &&
  wrong.length === 0 &&
  lost.length === 0 &&
  descriptors.after <= descriptors.before + SPARE_DESCRIPTORS

interface Outage {
  readonly name: string
  readonly takeAway: () => Promise<void> | void
  readonly bringBack: () => Promise<void> | void
  /** Concurrent requests beside the measured ones; none by default. */
  readonly load?: number
}

const GONE_MS = 3000
const ROUND_MS = 50
const LATER_ROUND_MS = 250
const OFTEN_FOR_MS = 1000
const IDLE_CLIENTS_MS = 45_000
const BUSY_MS = 10_000
const HEAVY_CLIENTS = 8
const GIVE_UP_MS = 30_000
/** Descriptors for a client's own connections and one probe. */
const SPARE_DESCRIPTORS = 20
/** The newest revision number is cached for this time, and so are responses that depend on it. */
const BELIEVED_MS = 100

/**
 * Makes a real Neo4j unavailable to a real server in every known way, one after the other. @param command arguments of Node
 * before `serve`
 */
export async function takeDatabaseAway(
  neo4j: StartedNeo4j,
  onFigures: (figures: GoneFigures) => void,
  onFalseAlarms: (count: number) => void,
  command?: readonly string[],
): Promise<void> {
  const direct = await serveOnNeo4j(neo4j, command)
  const killed = { takeAway: () => neo4j.kill(), bringBack: () => neo4j.restart() }
  const frozen = { takeAway: () => neo4j.signal('SIGSTOP'), bringBack: () => neo4j.signal('SIGCONT') }
  try {
    for (const outage of [
      { name: 'frozen', ...frozen },
      { name: 'frozen under load', ...frozen, load: 12 },
      { name: 'killed and restarted', ...killed },
      { name: 'killed and restarted under load', ...killed, load: 12 },
    ]) {
      onFigures(await measure(direct, outage))
    }
    onFalseAlarms(await countFalseAlarms(direct))
  } finally {
    await direct.stop()
  }
  const proxy = await startDatabaseProxy(new URL(neo4j.uri))
  const behind = await serveOnNeo4j({ ...neo4j, uri: `bolt://127.0.0.1:${proxy.port}` }, command)
  try {
    const back = { bringBack: () => proxy.restore() }
    onFigures(await measure(behind, { name: 'port refused', takeAway: () => proxy.refuse(), ...back }))
    onFigures(await measure(behind, { name: 'black hole', takeAway: () => proxy.fallSilent(), ...back }))
    onFigures(
      await measure(behind, { name: 'black hole under load', takeAway: () => proxy.fallSilent(), ...back, load: 12 }),
    )
  } finally {
    await behind.stop()
    await proxy.close()
  }
}

/**
 * Counts how often a busy database is reported as gone: eight clients send the most expensive requests for ten seconds.
 */
async function countFalseAlarms({ url, timesAway }: Served): Promise<number> {
  await prepareRequests(url)
  const before = timesAway()
  const until = performance.now() + BUSY_MS
  const clients = Array.from({ length: HEAVY_CLIENTS }, async () => {
    while (performance.now() < until) await askHeavy(url)
  })
  await Promise.all(clients)
  return timesAway() - before
}

async function measure(served: Served, outage: Outage): Promise<GoneFigures> {
  const { url } = served
  const requests = await prepareRequests(url)
  // A Neo4j without plans is slow enough for false alarms, after which the server extends its probe limit.
  await sleep(served.patientForMs())
  const before = served.descriptors()
  const awayBefore = served.timesAway()
  const pending: Promise<Outcome>[] = []
  const round = (): void => void pending.push(...requests.map((request) => ask(url, request)))
  let ended = false
  const load = Array.from({ length: outage.load ?? 0 }, async (_, i) => {
    const request = requests[i % requests.length]
    const outcomes: Outcome[] = []
    while (!ended && request) {
      outcomes.push(await ask(url, request))
      await sleep(20)
    }
    return outcomes
  })
  await sleep(200)
  const faultMs = performance.now()
  // In one iteration of the event loop, so that requests are in progress when the outage begins.
  round()
  const taken = outage.takeAway()
  while (performance.now() < faultMs + OFTEN_FOR_MS) {
    await sleep(ROUND_MS)
    round()
  }
  await taken
  while (performance.now() < faultMs + GONE_MS) {
    await sleep(LATER_ROUND_MS)
    round()
  }
  const whileGone = served.descriptors()
  const outcomes = await Promise.all(pending)
  const { readyMs, backMs } = await bringBack(url, outage, requests, outcomes)
  ended = true
  for (const one of await Promise.all(load)) for (const outcome of one) outcomes.push(outcome)
  const after = await fewDescriptors(served, before + SPARE_DESCRIPTORS)
  const gone = outcomes.filter(({ answeredMs, sentMs }) => answeredMs > faultMs && sentMs < faultMs + GONE_MS)
  const count = (verdict: Outcome['verdict']): number => outcomes.filter((one) => one.verdict === verdict).length
  const slowestOf: Record<string, number> = {}
  for (const { what, sentMs, answeredMs } of gone) {
    slowestOf[what] = Math.max(slowestOf[what] ?? 0, Math.round(answeredMs - Math.max(sentMs, faultMs)))
  }
  return {
    way: outage.name,
    slowestMs: Math.max(...Object.values(slowestOf)),
    slowestOf,
    readyMs: Math.round(readyMs),
    backMs: Math.round(backMs),
    asked: outcomes.length,
    stale: count('STALE'),
    refused: count('REFUSED'),
    timesAway: served.timesAway() - awayBefore,
    wrong: [...told(outcomes, 'WRONG'), ...unmarked(requests, gone, faultMs)],
    lost: told(outcomes, 'LOST'),
    descriptors: { before, whileGone, after },
  }
}

/**
 * Waits for few descriptors: client connections stay open for some seconds, those to a lost database up to the time
 * limit of loads.
 */
async function fewDescriptors({ descriptors }: Served, goal: number): Promise<number> {
  const until = performance.now() + IDLE_CLIENTS_MS
  while (descriptors() > goal && performance.now() < until) await sleep(200)
  return descriptors()
}

/** @returns milliseconds from the database's first response to the first correct one of the API */
async function bringBack(
  url: string,
  outage: Outage,
  requests: readonly AskedRequest[],
  outcomes: Outcome[],
): Promise<{ readonly readyMs: number; readonly backMs: number }> {
  let backAt = Number.POSITIVE_INFINITY
  /** @returns time of the first correct response to one of these requests after the outage */
  async function firstGood(kind: AskedRequest['kind']): Promise<number> {
    const asked = requests.filter((request) => request.kind === kind)
    while (performance.now() < backAt + GIVE_UP_MS) {
      const found = await Promise.all(asked.map((request) => ask(url, request)))
      outcomes.push(...found)
      if (backAt < performance.now() && found.some(({ verdict }) => verdict === 'FRESH')) return performance.now()
      await sleep(100)
    }
    return Number.POSITIVE_INFINITY
  }
  const ready = firstGood('READY')
  const good = firstGood('ASKS')
  await outage.bringBack()
  backAt = performance.now()
  return { readyMs: (await ready) - backAt, backMs: (await good) - backAt }
}

const told = (outcomes: readonly Outcome[], verdict: Outcome['verdict']): readonly string[] =>
  outcomes.filter((one) => one.verdict === verdict).map(({ what, detail }) => `${what}: ${detail}`)

/** Responses that depend on a database away for too long, without a stale marker. */
function unmarked(requests: readonly AskedRequest[], outcomes: readonly Outcome[], faultMs: number): readonly string[] {
  const free = new Set(requests.filter(({ kind }) => kind === 'FREE').map(({ what }) => what))
  const since = faultMs + Math.max(BELIEVED_MS, ANSWER_GOAL_MS)
  return outcomes
    .filter(({ what, verdict, sentMs, answeredMs }) => {
      const isGone = sentMs > since && answeredMs < faultMs + GONE_MS
      return isGone && verdict === 'FRESH' && !free.has(what)
    })
    .map(({ what }) => `${what}: not marked as stale`)
}
