import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset } from '../domain/dataset.ts'
import { DomainError } from '../domain/errors.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { Engine } from './engines/engine.ts'
import { createGraphStore } from './graph-store.ts'
import type { LoadOptions, LoadResult } from './load.ts'
import { recover } from './load-turn.ts'
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
const FILE = 'graph.grafeo'

/**
 * Opens the engine that the settings name, makes sure of its schema, and cleans up after an interrupted load.
 * @throws DomainError STORE_LOCKED, STORE_DAMAGED or STORE_UNAVAILABLE
 */
export async function openStore(location: StoreLocation): Promise<OpenStore> {
  const engine = await openEngine(location)
  try {
    await engine.ensureSchema(STORE_SCHEMA)
    await recover(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  return { store: createGraphStore(engine), engine, load: (dataset, options) => load(engine, dataset, options) }
}

async function load(engine: Engine, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
  const { loadDataset } = await import('./load.ts')
  return loadDataset(engine, dataset, options)
}

/** The driver of the engine that is not used costs a start as much as the store itself, so it is not loaded. */
async function openEngine(location: StoreLocation): Promise<Engine> {
  const { dataDir, readTimeoutMs } = location
  if (location.neo4jUri === '') {
    const { openEmbedded } = await import('./engines/embedded.ts')
    return openEmbedded({ path: dataDir === null ? null : await makeDatabasePath(dataDir), readTimeoutMs })
  }
  const { connectNeo4j } = await import('./engines/neo4j.ts')
  return connectNeo4j({
    uri: location.neo4jUri,
    user: location.neo4jUser,
    password: location.neo4jPassword,
    readTimeoutMs,
    importTimeoutMs: IMPORT_TIMEOUT_MS,
  })
}

async function makeDatabasePath(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true })
  } catch (cause) {
    const text = `${dataDir} cannot be used as the folder of the database: it is a file, or may not be written.`
    throw new DomainError('STORE_UNAVAILABLE', text, { cause })
  }
  return join(dataDir, FILE)
}
