import type { Dataset } from '../domain/dataset.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import { openEmbedded } from './engines/embedded.ts'
import type { Engine } from './engines/engine.ts'
import { connectNeo4j } from './engines/neo4j.ts'
import { createGraphStore } from './graph-store.ts'
import { type LoadOptions, type LoadResult, loadDataset, recover } from './load.ts'
import { STORE_SCHEMA } from './schema.ts'

export interface StoreLocation {
  /** bolt:// or neo4j://; empty for the embedded engine. */
  readonly neo4jUri: string
  readonly neo4jUser: string
  readonly neo4jPassword: string
  /** Folder of the embedded database; null keeps it in memory. */
  readonly dataDir: string | null
  readonly readTimeoutMs: number
}

export interface OpenStore {
  readonly store: GraphStore
  readonly engine: Engine
  load(dataset: Dataset, options: LoadOptions): Promise<LoadResult>
}

const IMPORT_TIMEOUT_MS = 30_000

/** Opens the engine that the settings name, makes sure of its schema, and cleans up after an interrupted load. */
export async function openStore(location: StoreLocation): Promise<OpenStore> {
  const engine = await openEngine(location)
  await engine.ensureSchema(STORE_SCHEMA)
  await recover(engine)
  return { store: createGraphStore(engine), engine, load: (dataset, options) => loadDataset(engine, dataset, options) }
}

const openEngine = (location: StoreLocation): Promise<Engine> =>
  location.neo4jUri === ''
    ? openEmbedded({ path: location.dataDir, readTimeoutMs: location.readTimeoutMs })
    : connectNeo4j({
        uri: location.neo4jUri,
        user: location.neo4jUser,
        password: location.neo4jPassword,
        readTimeoutMs: location.readTimeoutMs,
        importTimeoutMs: IMPORT_TIMEOUT_MS,
      })
