import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Cache } from '../cache/create-cache.ts'
import type { Dataset } from '../domain/dataset.ts'
import { DomainError } from '../domain/errors.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import { diskFull, isDiskFull } from './disk-full.ts'
import { STORE_SCHEMA } from './encoding/schema.ts'
import { withBreaker } from './engines/breaker.ts'
import type { Engine } from './engines/engine.ts'
import { findDatabase, type Place } from './find-database.ts'
import { createGraphStore } from './read/graph-store.ts'
import type { LoadOptions, LoadResult } from './write/load-dataset.ts'
import { recover } from './write/load-lock.ts'

export interface StoreLocation {
  /** bolt:// or neo4j://; empty for the embedded engine. */
  readonly neo4jUri: string
  readonly neo4jUser: string
  readonly neo4jPassword: string
  /** Folder of the embedded database; null keeps it in memory. */
  readonly dataDir: string | null
  readonly readTimeoutMs: number
  /** The cache of the process; a separate one unless given. */
  readonly cache?: Cache
  /** For who only reads: where there is no record, none is made. */
  readonly mustExist?: boolean
  /**
   * Runs an embedded database on disk in a process of its own, so that a statement that does not end can be ended. Called
   * with the reason when that process is started again.
   */
  readonly onEngineRestart?: (reason: string) => void
  /** Told when the database gives no answer any more (false), and when it does again (true). */
  readonly onAvailability?: (isAvailable: boolean) => void
}

export interface OpenStore {
  readonly store: GraphStore
  readonly engine: Engine
  load(dataset: Dataset, options: LoadOptions): Promise<LoadResult>
}

const IMPORT_TIMEOUT_MS = 30_000
const FILE = 'graph.grafeo'
/**
 * The process of the embedded engine turns rows into values on the thread that gives signs of life; when it is gone, it is
 * known at once.
 */
const PING_MS = { embedded: 500, neo4j: 150 } as const

/**
 * Opens the engine that the settings name, makes sure of its schema, and cleans up after an interrupted load.
 * @throws DomainError STORE_LOCKED, STORE_DAMAGED or STORE_UNAVAILABLE; NOT_FOUND where it must exist and does not
 */
export async function openStore(location: StoreLocation): Promise<OpenStore> {
  if (location.mustExist) await refuseMissingFile(location)
  const opened = await openEngine(location)
  // A command that ends soon waits for its database; a server must not keep all its readers waiting.
  const engine = location.onAvailability ? withBreaker(opened, { ...location, pingMs: PING_MS[opened.name] }) : opened
  try {
    const place = placeOf(location)
    if (!(await findDatabase(engine, place)) && location.mustExist) throw missing(place)
    await engine.ensureSchema(STORE_SCHEMA)
    await recover(engine).catch(allowFullDisk)
  } catch (error) {
    await engine.close()
    throw error
  }
  return {
    store: createGraphStore(engine, location.cache),
    engine,
    load: (dataset, options) => load(engine, dataset, options),
  }
}

/** Readers never see what an interrupted load left, so a full disk is no reason not to open. The next load removes it. */
function allowFullDisk(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'DISK_FULL')) throw error
}

/** Before the engine is asked, which would make the file. */
async function refuseMissingFile(location: StoreLocation): Promise<void> {
  const { neo4jUri, dataDir } = location
  if (neo4jUri !== '' || dataDir === null) return
  const found = await stat(join(dataDir, FILE)).catch((error: NodeJS.ErrnoException) => error)
  if ('code' in found && (found.code === 'ENOENT' || found.code === 'ENOTDIR')) throw missing(placeOf(location))
}

function placeOf({ neo4jUri, dataDir }: StoreLocation): Place {
  if (neo4jUri !== '') return { name: 'The database at NEO4J_URI', other: 'name another in NEO4J_URI' }
  return { name: `The database ${resolve(dataDir ?? '', FILE)}`, other: 'choose another folder with --data' }
}

function missing({ name, other }: Place): DomainError {
  return new DomainError('NOT_FOUND', `${name} is not there or is empty; ${other}, or fill it with \`sanad seed\`.`)
}

async function load(engine: Engine, dataset: Dataset, options: LoadOptions): Promise<LoadResult> {
  const { loadDataset } = await import('./write/load-dataset.ts')
  return loadDataset(engine, dataset, options)
}

/** The driver of the engine that is not used costs a start as much as the store itself, so it is not loaded. */
async function openEngine(location: StoreLocation): Promise<Engine> {
  const { dataDir, readTimeoutMs } = location
  const importTimeoutMs = Math.max(IMPORT_TIMEOUT_MS, readTimeoutMs)
  if (location.neo4jUri === '') {
    const path = dataDir === null ? null : await makeDatabasePath(dataDir)
    if (path !== null && location.onEngineRestart) {
      const { openEmbeddedProcess } = await import('./engines/embedded-process.ts')
      return openEmbeddedProcess({ path, readTimeoutMs, importTimeoutMs, onRestart: location.onEngineRestart })
    }
    const { openEmbedded } = await import('./engines/embedded.ts')
    return openEmbedded({ path, readTimeoutMs, importTimeoutMs })
  }
  const { connectNeo4j } = await import('./engines/neo4j.ts')
  return connectNeo4j({
    uri: location.neo4jUri,
    user: location.neo4jUser,
    password: location.neo4jPassword,
    readTimeoutMs,
    importTimeoutMs,
  })
}

/** One level at a time: where nothing can be made, as in /proc, Node's own way down never ends. */
async function makeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return
  const parent = dirname(path)
  if (parent !== path) await makeFolder(parent)
  await mkdir(path)
}

async function makeDatabasePath(dataDir: string): Promise<string> {
  try {
    await makeFolder(dataDir)
  } catch (cause) {
    if (isDiskFull(cause)) throw diskFull(cause)
    const text = `${dataDir} cannot be used as the folder of the database: it is a file, or may not be written.`
    throw new DomainError('STORE_UNAVAILABLE', text, { cause })
  }
  return join(dataDir, FILE)
}
