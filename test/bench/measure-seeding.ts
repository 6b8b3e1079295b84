import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineName } from './options.ts'
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
  const rate = ({ rows, ms }: SeedingResult): number => (rows / ms) * 1000
  const ratios = ours.flatMap((one, round) => (bare[round] ? [rate(one) / rate(bare[round])] : []))
  const [first] = ours
  return {
    claims: first?.claims ?? 0,
    rows: first?.rows ?? 0,
    rowsPerSecond: spreadOf(ours.map(rate)),
    bareRowsPerSecond: spreadOf(bare.map(rate)),
    toBare: spreadOf(ratios),
    memory: memoryOf(ours),
    bareMemory: memoryOf(bare),
  }
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
