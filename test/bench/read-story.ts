import { join } from 'node:path'
import type { Dataset } from '../../src/domain/dataset.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'

export const ROOT = join(import.meta.dirname, '../..')
export const SEEDS = join(ROOT, 'seeds')
/** Fixed, so that two runs write the same states. */
export const NOW = new Date('2026-11-01T00:00:00Z')

/** The stories of seeds/, as `sanad serve` loads them. */
export async function readStory(): Promise<Dataset> {
  const read = await readSeeds(SEEDS, { now: NOW })
  if ('dataset' in read) return read.dataset
  throw new Error(`seeds/ has problems, the first: ${JSON.stringify(read.problems[0])}`)
}
