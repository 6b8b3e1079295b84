import type { Dataset } from '../src/domain/dataset.ts'
import type { Engine } from '../src/store/engines/engine.ts'
import * as opening from '../src/store/open-store.ts'
import { type LoadOptions, type LoadResult, loadDataset } from '../src/store/write/load-dataset.ts'

export type { StoreLocation } from '../src/store/open-store.ts'

/** A store with the engine below it, which tests look at and take away. */
export interface OpenStore extends opening.OpenStore {
  readonly engine: Engine
  load(dataset: Dataset, options: LoadOptions): Promise<LoadResult>
}

export async function openStore(location: opening.StoreLocation): Promise<OpenStore> {
  const engine = await opening.openDatabaseEngine(location)
  const load: OpenStore['load'] = (dataset, options) => loadDataset(engine, dataset, options)
  return { ...opening.toOpenStore(engine, location.cache), engine, load }
}
