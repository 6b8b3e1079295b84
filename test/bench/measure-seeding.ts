import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { EngineName } from './options.ts'
import { loadNaturalGraph, removeNaturalGraph } from './peers/load-natural-graph.ts'
import { readNaturalCopy } from './question-requests.ts'
import { runWorker } from './run-worker.ts'
import type { SeedingResult } from './seeding-worker.ts'
import { type Spread, spreadOf } from './statistics.ts'

export interface SeedingFigures {
  readonly claims: number
  readonly rows: number
  readonly rowsPerSecond: Spread
  readonly bareRowsPerSecond: Spread
  /** Ratio of our time to bare time, once a round; 1 is the ideal. */
  readonly toBare: Spread
  /** Milliseconds of the load, and on Neo4j of the same content as a natural graph, by plain batches; else null. */
  readonly loadMs: Spread
  readonly naturalMs: Spread | null
  readonly memory: Memory
  readonly bareMemory: Memory
}

interface Memory {
  readonly beforeBytes: number
  readonly peakBytes: number
  readonly afterBytes: number
}

/**
 * Alternates between a load of the multiplied story into a new store on disk, and the bare transactions of such a load.
 * The store of the last load stays in `folder`/data.
 */
export async function measureSeeding(
  name: EngineName,
  story: Dataset,
  claims: number,
  folder: string,
  rounds: number,
  note: (text: string) => void,
): Promise<SeedingFigures> {
  const file = join(folder, 'statements.jsonl')
  note(`${name}: recording what a load of ${claims} claims writes`)
  await runWorker('seeding-worker.ts', ['record', name, String(claims), file])
  const ours: SeedingResult[] = []
  const bare: SeedingResult[] = []
  for (let round = 1; round <= rounds; round += 1) {
    note(`${name}: seeding, round ${round} of ${rounds}`)
    ours.push(await loadStore(name, claims, folder))
    bare.push(JSON.parse(await runWorker('seeding-worker.ts', ['replay', name, String(claims), file])))
    await rm(`${file}.database`, { recursive: true, force: true })
  }
  await rm(file)
  const natural = name === 'neo4j' ? await timeNaturalGraph(story, claims, rounds, note) : null
  const rate = ({ rows, ms }: SeedingResult): number => (rows / ms) * 1000
  const ratios = ours.flatMap((one, round) => (bare[round] ? [rate(one) / rate(bare[round])] : []))
  const [first] = ours
  return {
    claims: first?.claims ?? 0,
    rows: first?.rows ?? 0,
    rowsPerSecond: spreadOf(ours.map(rate)),
    bareRowsPerSecond: spreadOf(bare.map(rate)),
    toBare: spreadOf(ratios),
    loadMs: spreadOf(ours.map(({ ms }) => ms)),
    naturalMs: natural && spreadOf(natural),
    memory: memoryOf(ours),
    bareMemory: memoryOf(bare),
  }
}

/** Loads the same content beside Sanad's nodes, and deletes it again. @returns milliseconds of each round */
async function timeNaturalGraph(
  story: Dataset,
  claims: number,
  rounds: number,
  note: (text: string) => void,
): Promise<readonly number[]> {
  note(`neo4j: reading ${claims} claims as a natural graph`)
  const data = await readNaturalCopy(story, claims)
  const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
  const server = { uri, user, password }
  const times: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    note(`neo4j: loading a natural graph, round ${round} of ${rounds}`)
    const started = performance.now()
    await loadNaturalGraph(server, data)
    times.push(performance.now() - started)
    await removeNaturalGraph(server)
  }
  return times
}

/** A store after a load, in `folder`/data. */
export async function loadStore(name: EngineName, claims: number, folder: string): Promise<SeedingResult> {
  const data = join(folder, 'data')
  await rm(data, { recursive: true, force: true })
  return JSON.parse(await runWorker('seeding-worker.ts', ['load', name, String(claims), data]))
}

const memoryOf = (results: readonly SeedingResult[]): Memory => ({
  beforeBytes: spreadOf(results.map((r) => r.beforeBytes)).median,
  peakBytes: spreadOf(results.map((r) => r.peakBytes)).median,
  afterBytes: spreadOf(results.map((r) => r.afterBytes)).median,
})
