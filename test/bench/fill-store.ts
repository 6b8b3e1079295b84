import type { Dataset } from '../../src/domain/dataset.ts'
import type { Engine } from '../../src/store/engines/engine.ts'
import { type LoadResult, loadDataset, recover } from '../../src/store/load.ts'
import { STORE_SCHEMA } from '../../src/store/schema.ts'
import { NOW } from './read-story.ts'

/** The name that the command line gives to the stories of seeds/. */
export const SET = 'seeds'

/** What openStore does before anything is asked. */
export async function prepareStore(engine: Engine): Promise<void> {
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
}

export const fillStore = (engine: Engine, dataset: Dataset): Promise<LoadResult> =>
  loadDataset(engine, dataset, { author: 'bench', set: SET, now: NOW })
