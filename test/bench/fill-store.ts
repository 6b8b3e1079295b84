import type { Dataset } from '../../src/domain/dataset.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { type LoadResult, loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { NOW } from './read-story.ts'

/** Name of the set that identifies a database of the benchmark. */
export const SET = 'bench'
/** Number of states from which a load reports its progress. */
const TOLD_FROM = 100_000

/** The preparation that openStore makes before reads, and a load before writes. */
export async function prepareStore(engine: Engine): Promise<void> {
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  await engine.prepareLoads()
}

/** Loads a data set into an empty database, and reports each tenth of a large load on standard error. */
export function fillStore(engine: Engine, dataset: Dataset): Promise<LoadResult> {
  const started = performance.now()
  let told = 0
  const onProgress = (done: number, total: number): void => {
    const tenths = Math.floor((10 * done) / total)
    if (total < TOLD_FROM || tenths <= told) return
    told = tenths
    const seconds = Math.round((performance.now() - started) / 1000)
    console.error(`  ${tenths * 10} % of ${total} states after ${seconds} s`)
  }
  return loadDataset(engine, dataset, { author: 'bench', set: SET, now: NOW, onProgress })
}
