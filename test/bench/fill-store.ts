import type { Dataset } from '../../src/domain/dataset.ts'
import { STORE_SCHEMA } from '../../src/store/encoding/schema.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { type LoadResult, loadDataset, recover } from '../../src/store/write/load-dataset.ts'
import { NOW } from './read-story.ts'

/** By this name a database is known to be the bench's own. */
export const SET = 'bench'

/** What openStore does before anything is asked, and a load before it writes. */
export async function prepareStore(engine: Engine): Promise<void> {
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  await engine.prepareLoads()
}

export const fillStore = (engine: Engine, dataset: Dataset): Promise<LoadResult> =>
  loadDataset(engine, dataset, { author: 'bench', set: SET, now: NOW })
