import { median, quantile, type Spread, spreadOf } from './statistics.ts'

export interface Pace {
  readonly rounds: number
  /** Milliseconds of wall time for one subject in one round. */
  readonly roundMs: number
  /** Milliseconds that a subject runs before measurement. */
  readonly warmMs: number
}

/** The same work twice: through our code, and bare as the baseline. */
export interface Subject {
  readonly ours: () => Promise<unknown>
  readonly bare: () => Promise<unknown>
}

export interface Timed {
  readonly runs: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly bareP50Ms: number
  /** Ratio of our median to the bare median, once a round. */
  readonly toBare: Spread
  /** Our median, once a round. */
  readonly p50OfRounds: Spread
}

const MIN_RUNS = 2
const MAX_RUNS = 200

/**
 * Samples all subjects in every round, alternating our code and bare, so that other load of the machine affects all
 * equally.
 */
export async function takeSamples(subjects: readonly Subject[], pace: Pace): Promise<readonly Timed[]> {
  const cells = []
  for (const topic of subjects) cells.push({ topic, runs: await warmUp(topic, pace), rounds: [] as Round[] })
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const cell of cells) cell.rounds.push(await takeRound(cell.topic, cell.runs))
  }
  return cells.map(({ rounds }) => summarize(rounds))
}

interface Round {
  readonly ours: readonly number[]
  readonly bare: readonly number[]
}

async function warmUp(topic: Subject, { roundMs, warmMs }: Pace): Promise<number> {
  let pairMs = 0
  for (let started = performance.now(), pairs = 0; pairs < 2 || performance.now() - started < warmMs; pairs += 1) {
    pairMs = (await timeMs(topic.ours)) + (await timeMs(topic.bare))
  }
  return Math.min(MAX_RUNS, Math.max(MIN_RUNS, Math.floor(roundMs / pairMs)))
}

async function takeRound({ ours, bare }: Subject, runs: number): Promise<Round> {
  const round = { ours: [] as number[], bare: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    if (run % 2 === 0) round.ours.push(await timeMs(ours))
    round.bare.push(await timeMs(bare))
    if (run % 2 === 1) round.ours.push(await timeMs(ours))
  }
  return round
}

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function summarize(rounds: readonly Round[]): Timed {
  const ours = rounds.flatMap((round) => round.ours)
  return {
    runs: ours.length,
    p50Ms: median(ours),
    p99Ms: quantile(ours, 0.99),
    bareP50Ms: median(rounds.flatMap((round) => round.bare)),
    toBare: spreadOf(rounds.map((round) => median(round.ours) / median(round.bare))),
    p50OfRounds: spreadOf(rounds.map((round) => median(round.ours))),
  }
}
