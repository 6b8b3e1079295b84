import { setTimeout as sleep } from 'node:timers/promises'
import { createCpuMeter } from '../../attack/process-figures.ts'
import { type KeptFigures, measureKept } from '../measure-kept.ts'
import { median, type Spread, spreadOf } from '../statistics.ts'
import { COLD_MB, splitSets, WARM_UP } from './cold-sets.ts'
import { compareContenders } from './compare-contenders.ts'
import { type Contender, type StartOptions, startContender, takes } from './contenders.ts'
import { countDatabase, type DatabaseCounts } from './count-database.ts'
import { type ContenderName, isEmbedded, isSanad, type PeerOptions, type Phase, usesNeo4j } from './peer-options.ts'
import type { LoadFigures, Prepared } from './prepare-places.ts'
import { profileQuestion, type QuestionProfile } from './profile-questions.ts'
import { QUESTION, type QuestionName } from './questions.ts'
import { createResponseCheck, DIFFERENT, type ResponseCheck } from './response-check.ts'
import { bodyOf, createHits } from './response-content.ts'
import { preparePost, type Sending, type Sent, sendRequests } from './send-requests.ts'
import { MIN_SETS, shuffle, type Variables } from './variable-sets.ts'

export interface PeerFigures {
  readonly claims: number
  readonly phase: Phase
  readonly question: QuestionName
  readonly inFlight: number
  readonly contender: ContenderName
  /** Accepted responses. */
  readonly perSecond: Spread
  readonly p50Ms: Spread
  readonly p99Ms: Spread
  /** Milliseconds of CPU a request: of the server, and of the process of the database; null where it has none. */
  readonly serverCpuMs: number
  readonly databaseCpuMs: number | null
  /** Bytes of a response. */
  readonly bytes: number
  readonly accepted: number
  readonly refused: number
  readonly failed: number
  /** Number of sets of variables, and of different things that they name. */
  readonly sets: number
  readonly things: number
  /** Figures of each round, for ratios between contenders of one round. */
  readonly rounds: readonly RoundFigures[]
}

export interface RoundFigures {
  readonly perSecond: number
  readonly p50Ms: number
  /** CPU of the server and its database together, a request. */
  readonly cpuMs: number
}

export interface PeerReport {
  readonly figures: readonly PeerFigures[]
  readonly counts: readonly (DatabaseCounts & { readonly claims: number })[]
  readonly loads: readonly LoadFigures[]
  readonly kept: readonly KeptFigures[]
  readonly profiles: readonly (QuestionProfile & { readonly claims: number })[]
  /** Wrong responses, and failures of Sanad: with any, the figures are void. */
  readonly problems: readonly string[]
}

interface Round extends Sent {
  readonly serverCpuMs: number
  readonly databaseCpuMs: number | null
}

type Rounds = ReadonlyMap<ContenderName, readonly Round[]>

const COMPARED = 5
/** In flight in the measurement with all rounds. */
const USUAL = 8
const COLD_MAX_IN_FLIGHT = 8
const WARM_MB = 64
/** Longest time in which all sets are sent once before a warm measurement. A cold server takes over 3 s for 200 neighbourhoods. */
const WARM_UP_S = 20
/** Longest time of a cold measurement, in times of a round. */
const ONCE_FACTOR = 4
/** Accepted responses of a round: a slow contender gets more time, since few requests say little. */
const MIN_ACCEPTED = 50

/** Compares the contenders, counts, and measures them in turns. */
export async function measurePeers(
  { data, places, loads }: Prepared,
  options: PeerOptions,
  note: (text: string) => void,
): Promise<PeerReport> {
  const claims = data.claims.length
  const hits = createHits(data)
  const prepared = options.only.map((question) => {
    const sets = shuffle(QUESTION[question].sets(data), JSON.stringify)
    return { question, sets, check: createResponseCheck(question, sets, hits) }
  })
  const setsOf = (question: QuestionName): readonly Variables[] =>
    prepared.find((one) => one.question === question)?.sets ?? []
  const start = (name: ContenderName, rest: Partial<StartOptions> = {}): Promise<Contender> =>
    startContender(name, places, { cacheMb: WARM_MB, counts: null, profileFile: null, ...rest })
  const running = new Map<ContenderName, Contender>()
  const figures: PeerFigures[] = []
  const counts: (DatabaseCounts & { readonly claims: number })[] = []
  const kept: KeptFigures[] = []
  const profiles: (QuestionProfile & { readonly claims: number })[] = []
  const problems: string[] = []
  const add = (place: Place, rounds: Rounds): void => {
    for (const [contender, taken] of rounds) {
      figures.push(summarize({ ...place, contender }, taken))
      const fault = taken.find(({ problem }) => problem !== null && isFault(contender, place.inFlight, problem))
      if (fault) problems.push(`${contender}, ${place.phase}, ${place.inFlight} in flight: ${fault.problem}`)
    }
  }
  const askedFor = (question: QuestionName): readonly Contender[] =>
    [...running.values()].filter(({ name }) => takes(name, question))
  const sendingOf = (seconds: number, check: ResponseCheck) => ({ durationMs: seconds * 1000, from: 0, check })
  try {
    for (const name of options.contenders) running.set(name, await start(name))
    for (const { question, sets, check } of prepared) {
      note(`${claims} claims: comparing ${question}`)
      await compareContenders(askedFor(question), question, sets.slice(0, COMPARED), check)
    }
    for (const { question, sets, check } of options.phases.includes('warm') ? prepared : []) {
      const warm = sets.slice(0, MIN_SETS)
      note(`${claims} claims: ${question}, warming up`)
      for (const contender of askedFor(question)) {
        const once = { ...sendingOf(WARM_UP_S, check), once: true, inFlight: USUAL }
        await takeRound(contender, bodiesOf(question, contender, warm), once)
      }
      for (const inFlight of options.inFlight) {
        note(`${claims} claims: ${question}, warm, ${inFlight} in flight`)
        const rounds = inFlight === USUAL ? options.rounds : Math.ceil(options.rounds / 2)
        const takeOne = (contender: Contender, round: number): Promise<Round> => {
          const base = { ...sendingOf(options.seconds, check), minAccepted: MIN_ACCEPTED, once: false }
          return takeRound(contender, bodiesOf(question, contender, warm), { ...base, inFlight, from: 17 * round })
        }
        const things = new Set(warm.map((set) => JSON.stringify(set))).size
        const place = { claims, phase: 'warm' as const, question, inFlight, sets: warm.length, things }
        add(place, await takeRounds(askedFor(question), rounds, takeOne))
      }
    }
    const embedded = running.get('sanad-embedded')
    if (embedded) kept.push(...(await measureKept(embedded, options.rounds, options.seconds * 1000, note)))
    for (const contender of [...running.values()].filter(({ name }) => isSanad(name))) await contender.stop()
    for (const name of options.contenders.filter((one) => usesNeo4j(one) || isEmbedded(one))) {
      note(`${claims} claims: counting for ${name}`)
      counts.push(...(await countDatabase(name, options.only, setsOf, start)).map((one) => ({ claims, ...one })))
    }
    for (const name of options.contenders.filter(isSanad)) {
      for (const phase of options.phases) {
        note(`${claims} claims: profiling ${name}, ${phase}`)
        for (const one of prepared) profiles.push({ claims, ...(await profileQuestion(name, phase, one, start)) })
      }
    }
    const few = options.inFlight.filter((inFlight) => inFlight <= COLD_MAX_IN_FLIGHT)
    for (const { question, sets, check } of options.phases.includes('cold') ? prepared : []) {
      const { warmUp, once, things } = splitSets(sets)
      const pick = (indexes: readonly number[], contender: Contender): Bodies => {
        const bodies = bodiesOf(question, contender, sets)
        return indexes.map((index) => ({ index, body: bodies[index]?.body ?? '' }))
      }
      for (const inFlight of few) {
        note(`${claims} claims: ${question}, cold, ${inFlight} in flight`)
        const takeOne = async ({ name }: Pick<Contender, 'name'>): Promise<Round> => {
          const isNew = isSanad(name)
          const contender = isNew ? await start(name, { cacheMb: COLD_MB }) : running.get(name)
          if (!contender) throw new Error(`${name} does not run.`)
          try {
            const first = {
              ...sendingOf(Math.max(options.seconds, WARM_UP.durationMs / 1000), check),
              minAccepted: WARM_UP.minAccepted,
              once: false,
              inFlight: USUAL,
            }
            if (isNew || !options.phases.includes('warm')) await takeRound(contender, pick(warmUp, contender), first)
            const sending = { ...sendingOf(options.seconds * ONCE_FACTOR, check), once: true, inFlight }
            return await takeRound(contender, pick(once, contender), sending)
          } finally {
            if (isNew) await contender.stop()
          }
        }
        const names = options.contenders.filter((name) => takes(name, question)).map((name) => ({ name }))
        const place = { claims, phase: 'cold' as const, question, inFlight, sets: once.length, things }
        add(place, await takeRounds(names, Math.ceil(options.rounds / 2), takeOne))
      }
    }
  } finally {
    await Promise.all([...running.values()].map((contender) => contender.stop()))
  }
  return { figures, counts, loads, kept, profiles, problems }
}

/** Wrong content always; a failure of a peer under more load than usual is only counted. */
const isFault = (contender: ContenderName, inFlight: number, problem: string): boolean =>
  problem.startsWith(DIFFERENT) || isSanad(contender) || inFlight <= USUAL

type Bodies = readonly { readonly index: number; readonly body: string }[]

const bodiesOf = (question: QuestionName, { shape }: Contender, sets: readonly Variables[]): Bodies =>
  sets.map((set, index) => ({ index, body: bodyOf(question, shape, set) }))

/** One measurement of each contender in each round, in one order and then in the other. */
async function takeRounds<T extends Pick<Contender, 'name'>>(
  contenders: readonly T[],
  rounds: number,
  takeOne: (contender: T, round: number) => Promise<Round>,
): Promise<Rounds> {
  const taken = new Map<ContenderName, Round[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed())
      taken.get(contender.name)?.push(await takeOne(contender, round))
  }
  return taken
}

async function takeRound(
  contender: Contender,
  bodies: Bodies,
  sending: Omit<Sending, 'check'> & { readonly check: ResponseCheck },
): Promise<Round> {
  const { api, name, pid, databasePid } = contender
  const requests = bodies.map(({ body }) => preparePost(api, body))
  const server = createCpuMeter(pid)
  const database = databasePid === null ? null : createCpuMeter(databasePid)
  const before = { server: server(), database: database?.() ?? 0 }
  const check = (at: number, body: Buffer): string | null => sending.check(contender, bodies[at]?.index ?? 0, body)
  const sent = await sendRequests(api, requests, { ...sending, check })
  const databaseMs = database ? database() - before.database : null
  // The process of the embedded database is a child of the server.
  const serverMs = server() - before.server - (isEmbedded(name) ? (databaseMs ?? 0) : 0)
  if (sent.failed > 0) await settle(server, database)
  const each = (ms: number): number => ms / sent.accepted
  return { ...sent, serverCpuMs: each(serverMs), databaseCpuMs: databaseMs === null ? null : each(databaseMs) }
}

const SETTLE_MS = 500
const MAX_SETTLES = 40
/** Milliseconds of CPU in `SETTLE_MS` of a process without work. */
const IDLE_MS = 50

/** Waits until a server no longer works on requests whose connection was closed, 20 s at most. */
async function settle(...meters: readonly ((() => number) | null)[]): Promise<void> {
  const sum = (): number => meters.reduce((total, meter) => total + (meter?.() ?? 0), 0)
  for (let [turn, before] = [0, sum()]; turn < MAX_SETTLES; turn += 1) {
    await sleep(SETTLE_MS)
    const now = sum()
    if (now - before < IDLE_MS) return
    before = now
  }
}

type Place = Pick<PeerFigures, 'claims' | 'phase' | 'question' | 'inFlight' | 'sets' | 'things'>

function summarize(place: Place & Pick<PeerFigures, 'contender'>, rounds: readonly Round[]): PeerFigures {
  const of = (key: 'perSecond' | 'p50Ms' | 'p99Ms'): Spread =>
    spreadOf(rounds.map((round) => round[key]).filter(Number.isFinite))
  const databaseMs = rounds.flatMap(({ databaseCpuMs: ms }) => (ms !== null && Number.isFinite(ms) ? ms : []))
  const sum = (key: 'accepted' | 'refused' | 'failed'): number => rounds.reduce((total, round) => total + round[key], 0)
  return {
    ...place,
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: median(rounds.map((round) => round.serverCpuMs).filter(Number.isFinite)),
    databaseCpuMs: databaseMs.length === 0 ? null : median(databaseMs),
    bytes: median(rounds.map(({ bytes }) => bytes)),
    accepted: sum('accepted'),
    refused: sum('refused'),
    failed: sum('failed'),
    rounds: rounds.map(({ perSecond, p50Ms, serverCpuMs, databaseCpuMs }) => {
      return { perSecond, p50Ms, cpuMs: serverCpuMs + (databaseCpuMs ?? 0) }
    }),
  }
}
