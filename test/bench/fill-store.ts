import type { Dataset } from '../../src/domain/dataset.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { type LoadResult, loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { NOW } from './read-story.ts'

/** Name of the set that identifies a database of the benchmark. */
export const SET = 'bench'

/** The preparation that openStore makes before reads, and a load before writes. */
export async function prepareStore(engine: Engine): Promise<void> {
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  await engine.prepareLoads()
}

export const fillStore = (engine: Engine, dataset: Dataset): Promise<LoadResult> =>
  loadDataset(engine, dataset, { author: 'bench', set: SET, now: NOW })
