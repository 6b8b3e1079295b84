import { join } from 'node:path'
import type { Dataset } from '../../src/domain/dataset.ts'
import { readSeeds } from '../../src/ingest/read-seeds.ts'

/** Reads and checks the seeds of this repository. */
export async function readShippedSeeds(): Promise<Dataset> {
  const result = await readSeeds(join(import.meta.dirname, '../../seeds'), { now: new Date('2026-11-01T00:00:00Z') })
  if ('problems' in result) throw new Error(JSON.stringify(result.problems[0]))
  return result.dataset
}
