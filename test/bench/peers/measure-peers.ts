import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCpuMeter, descendantsOf } from '../../attack/process-figures.ts'
import { median, type Spread, spreadOf } from '../statistics.ts'
import { compareContenders } from './compare-contenders.ts'
import { type Contender, type StartOptions, shapeOf, startContender, takes } from './contenders.ts'
import { type ContenderName, type PeerOptions, type Phase, usesNeo4j } from './peer-options.ts'
import type { Prepared } from './prepare-places.ts'
import { QUESTION, type QuestionName } from './questions.ts'
import { bodyOf, createHits } from './response-content.ts'
import { preparePost, type Sent, sendRequests } from './send-requests.ts'
import { shuffle, type Variables } from './variable-sets.ts'

export interface PeerFigures {
  readonly claims: number
  readonly phase: Phase
  readonly question: QuestionName
  readonly inFlight: number
  readonly contender: ContenderName
  readonly perSecond: Spread
  readonly p50Ms: Spread
  readonly p99Ms: Spread
  /** Milliseconds of CPU a request: of the server, and of the process of the database; null where it has none. */
  readonly serverCpuMs: number
  readonly databaseCpuMs: number | null
  /** Bytes of a response. */
  readonly bytes: number
  readonly refused: number
  readonly failed: number
  /** Requests per second and median in each round, for ratios between contenders of one round. */
  readonly rounds: readonly { readonly perSecond: number; readonly p50Ms: number }[]
}

/** Counts of one question, a request. */
export interface DatabaseCounts {
  readonly claims: number
  readonly question: QuestionName
  readonly contender: ContenderName
  readonly hits: number
  readonly bytes: number
}

export interface PeerReport {
  readonly figures: readonly PeerFigures[]
  readonly counts: readonly DatabaseCounts[]
}

interface Round extends Sent {
  readonly serverCpuMs: number
  readonly databaseCpuMs: number | null
}

const COMPARED = 25
const COUNTED = 20
const COLD_ROUNDS = 3
const WARM_MB = 64
const COLD_MB = 8

/** Compares the contenders, counts, and measures them in turns. */
export async function measurePeers(
  { data, places }: Prepared,
  options: PeerOptions,
  neo4jPid: number | null,
  note: (text: string) => void,
): Promise<PeerReport> {
  const claims = data.claims.length
  const setsOf = (question: QuestionName) => shuffle(QUESTION[question].sets(data), JSON.stringify)
  const start = (name: ContenderName, rest: Partial<StartOptions> = {}): Promise<Contender> =>
    startContender(name, places, { cacheMb: WARM_MB, counts: null, ...rest })
  const contenders: Contender[] = []
  const figures: PeerFigures[] = []
  try {
    for (const name of options.contenders) contenders.push(await start(name))
    const hits = createHits(data)
    for (const question of options.only) {
      note(`${claims} claims: comparing ${question}`)
      const asked = contenders.filter(({ name }) => takes(name, question))
      await compareContenders(asked, question, setsOf(question).slice(0, COMPARED), hits)
    }
    for (const question of options.phases.includes('warm') ? options.only : []) {
      const asked = contenders.filter(({ name }) => takes(name, question))
      for (const inFlight of options.inFlight) {
        note(`${claims} claims: ${question}, warm, ${inFlight} in flight`)
        const rounds = await takeWarmRounds(asked, question, setsOf(question), inFlight, options, neo4jPid)
        for (const { name } of asked)
          figures.push(
            summarize({ claims, phase: 'warm', question, inFlight, contender: name }, rounds.get(name) ?? []),
          )
      }
    }
  } finally {
    await Promise.all(contenders.map((contender) => contender.stop()))
  }
  const counts: DatabaseCounts[] = []
  for (const name of options.contenders.filter(usesNeo4j)) {
    note(`${claims} claims: counting statements of ${name}`)
    counts.push(...(await countStatements(name, options.only, setsOf, start)).map((one) => ({ claims, ...one })))
  }
  for (const question of options.phases.includes('cold') ? options.only : []) {
    const names = options.contenders.filter((name) => takes(name, question))
    for (const inFlight of options.inFlight) {
      note(`${claims} claims: ${question}, cold, ${inFlight} in flight`)
      const begin = (name: ContenderName): Promise<Contender> => start(name, { cacheMb: COLD_MB })
      const rounds = await takeColdRounds(names, begin, question, setsOf(question), inFlight, options.rounds, neo4jPid)
      for (const name of names)
        figures.push(summarize({ claims, phase: 'cold', question, inFlight, contender: name }, rounds.get(name) ?? []))
    }
  }
  return { figures, counts }
}

async function takeWarmRounds(
  contenders: readonly Contender[],
  question: QuestionName,
  sets: readonly Variables[],
  inFlight: number,
  { rounds, seconds }: PeerOptions,
  neo4jPid: number | null,
): Promise<ReadonlyMap<ContenderName, readonly Round[]>> {
  const taken = new Map<ContenderName, Round[]>(contenders.map(({ name }) => [name, []]))
  let from = 0
  // The first round is a warm-up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const bodies = sets.map((set) => bodyOf(question, contender.shape, set))
      const one = await takeRound(contender, bodies, { inFlight, durationMs: seconds * 1000, from }, neo4jPid)
      if (round > 0) taken.get(contender.name)?.push(one)
    }
    from += 17
  }
  return taken
}

/** A new process for each round: it runs its code warm on half of the sets, and gets each of the other half once. */
async function takeColdRounds(
  names: readonly ContenderName[],
  begin: (name: ContenderName) => Promise<Contender>,
  question: QuestionName,
  sets: readonly Variables[],
  inFlight: number,
  rounds: number,
  neo4jPid: number | null,
): Promise<ReadonlyMap<ContenderName, readonly Round[]>> {
  const taken = new Map<ContenderName, Round[]>(names.map((name) => [name, []]))
  for (let round = 0; round < Math.min(COLD_ROUNDS, rounds); round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const contender = await begin(name)
      try {
        const bodies = sets.map((set) => bodyOf(question, contender.shape, set))
        const half = Math.floor(bodies.length / 2)
        const once = { inFlight, durationMs: null, from: 0 }
        await takeRound(contender, bodies.slice(0, half), once, neo4jPid)
        taken.get(name)?.push(await takeRound(contender, bodies.slice(half), once, neo4jPid))
      } finally {
        await contender.stop()
      }
    }
  }
  return taken
}

async function takeRound(
  { api, name, pid }: Contender,
  bodies: readonly string[],
  sending: { readonly inFlight: number; readonly durationMs: number | null; readonly from: number },
  neo4jPid: number | null,
): Promise<Round> {
  const requests = bodies.map((body) => preparePost(api, body))
  const databasePid = usesNeo4j(name) ? neo4jPid : name === 'sanad-embedded' ? (descendantsOf(pid)[0] ?? null) : null
  const server = createCpuMeter(pid)
  const database = databasePid === null ? null : createCpuMeter(databasePid)
  const before = { server: server(), database: database?.() ?? 0 }
  const sent = await sendRequests(api, requests, sending)
  const databaseMs = database ? database() - before.database : null
  // The process of the embedded database is a child of the server.
  const serverMs = server() - before.server - (name === 'sanad-embedded' ? (databaseMs ?? 0) : 0)
  const each = (ms: number): number => ms / Math.max(1, sent.accepted)
  return { ...sent, serverCpuMs: each(serverMs), databaseCpuMs: databaseMs === null ? null : each(databaseMs) }
}

async function countStatements(
  name: ContenderName,
  questions: readonly QuestionName[],
  setsOf: (question: QuestionName) => readonly Variables[],
  start: (name: ContenderName, rest: Partial<StartOptions>) => Promise<Contender>,
): Promise<readonly Omit<DatabaseCounts, 'claims'>[]> {
  const taken = questions.filter((question) => takes(name, question))
  const means = { hits: new Map<QuestionName, number>(), bytes: new Map<QuestionName, number>() }
  const folder = mkdtempSync(join(tmpdir(), 'sanad-peers-counts-'))
  try {
    for (const kind of ['hits', 'bytes'] as const) {
      const file = join(folder, kind)
      writeFileSync(file, '')
      const contender = await start(name, { counts: { kind, file } })
      try {
        for (const question of taken) {
          const requests = setsOf(question)
            .slice(0, COUNTED)
            .map((set) => preparePost(contender.api, bodyOf(question, shapeOf(name), set)))
          const before = sumOf(file)
          await sendRequests(contender.api, requests, { inFlight: 1, durationMs: null, from: 0 })
          means[kind].set(question, (sumOf(file) - before) / requests.length)
        }
      } finally {
        await contender.stop()
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return taken.map((question) => ({
    question,
    contender: name,
    hits: means.hits.get(question) ?? 0,
    bytes: means.bytes.get(question) ?? 0,
  }))
}

const sumOf = (file: string): number =>
  readFileSync(file, 'utf8')
    .split('\n')
    .reduce((sum, line) => sum + Number(line), 0)

type Place = Pick<PeerFigures, 'claims' | 'phase' | 'question' | 'inFlight' | 'contender'>

function summarize(place: Place, rounds: readonly Round[]): PeerFigures {
  const of = (key: 'perSecond' | 'p50Ms' | 'p99Ms'): Spread => spreadOf(rounds.map((round) => round[key]))
  const databaseMs = rounds.flatMap(({ databaseCpuMs }) => databaseCpuMs ?? [])
  const sum = (key: 'refused' | 'failed'): number => rounds.reduce((total, round) => total + round[key], 0)
  return {
    ...place,
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    serverCpuMs: median(rounds.map(({ serverCpuMs }) => serverCpuMs)),
    databaseCpuMs: databaseMs.length === 0 ? null : median(databaseMs),
    bytes: median(rounds.map(({ bytes }) => bytes)),
    refused: sum('refused'),
    failed: sum('failed'),
    rounds: rounds.map(({ perSecond, p50Ms }) => ({ perSecond, p50Ms })),
  }
}
