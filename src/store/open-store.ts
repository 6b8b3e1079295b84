import type { Cache } from '../cache/create-cache.ts'
import { DomainError } from '../domain/errors.ts'
import type { GraphDatabase } from '../domain/graph-database.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { History } from '../domain/history.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { StoreWriter } from '../domain/store-writer.ts'
import { PUBLIC_VIEWER } from '../domain/viewer.ts'
import { STORE_SCHEMA } from './encoding/schema.ts'
import { withBreaker } from './engines/breaker.ts'
import type { Engine } from './engines/engine.ts'
import { type EngineLocation, lacksFile, openEngine, type Place, placeOf } from './engines/open-engine.ts'
import { findDatabase } from './find-database.ts'
import { type ClaimIndexStats, createClaimIndex } from './read/claim-index.ts'
import { createGraphDatabase } from './read/graph-database.ts'
import { type IndexedStatus, readIndexedStatuses } from './read/indexed-statuses.ts'
import { createRevisionChanges } from './read/revision-changes.ts'
import type { LoadResult } from './write/load-dataset.ts'
import { recover } from './write/load-lock.ts'
import type { LoadSeedsOptions, SeedReader } from './write/load-seeds.ts'
import type { ReplayOptions, ReplayResult } from './write/replay-history.ts'

export interface StoreLocation extends EngineLocation {
  /** The cache of the process; a separate one unless given. */
  readonly cache?: Cache
  /** Refuses a missing or empty database instead of creating one. */
  readonly mustExist?: boolean
  /** Called with false when the database goes away, and with true when it is back. */
  readonly onAvailability?: (isAvailable: boolean) => void
}

/**
 * Time limits of a probe in milliseconds. The child process of the embedded engine converts rows on the thread that responds to
 * probes, and its end is known at once.
 */
const PING_MS = { embedded: 500, neo4j: 150 } as const

export interface OpenStore {
  readonly database: GraphDatabase
  /** The database as the public sees it. */
  readonly store: GraphStore
  readonly writer: StoreWriter
  readonly engineName: Engine['name']
  /** Loads a set of seeds. It is read only if the files or the program changed since the last load. */
  loadSeeds(reader: SeedReader, options: LoadSeedsOptions): Promise<LoadResult>
  /**
   * Builds the indexes that opening left out, and the claim index. Until then, a search waits for the text index, and lists of
   * all claims are read by statements.
   */
  prepareReads(): Promise<void>
  claimIndexStats(): ClaimIndexStats
  /** All revisions, for a dump. */
  readHistory(options: { readonly drafts: boolean }): Promise<History>
  /** Writes a history into an empty database. */
  replayHistory(history: History, options: ReplayOptions): Promise<ReplayResult>
  /** Stored statuses of all claims, by which lists are filtered, for a check of the database. */
  indexedStatuses(revision: RevisionNumber): Promise<readonly IndexedStatus[]>
  close(): Promise<void>
}

/**
 * Opens the configured database, creates its schema, and cleans up after an interrupted load.
 * @throws DomainError STORE_LOCKED, STORE_DAMAGED or STORE_UNAVAILABLE; NOT_FOUND if it must exist and does not
 */
export async function openStore(location: StoreLocation): Promise<OpenStore> {
  return toOpenStore(await openDatabaseEngine(location), location.cache)
}

/** Creates the store on an open engine. */
export function toOpenStore(engine: Engine, cache?: Cache): OpenStore {
  const changes = createRevisionChanges()
  const claimIndex = createClaimIndex({ engine, changes })
  const database = createGraphDatabase(engine, cache, { claimIndex, changes })
  const store = database.visibleTo(PUBLIC_VIEWER)
  return {
    database,
    store,
    writer: {
      append: async (changes, options) => (await import('./write/append.ts')).append(engine, changes, options),
    },
    engineName: engine.name,
    loadSeeds: async (reader, options) => (await import('./write/load-seeds.ts')).loadSeeds(engine, reader, options),
    prepareReads: async () => {
      await engine.prepareReads(await store.revisionAt(null))
      await claimIndex.build(await store.revisionAt(null))
    },
    claimIndexStats: claimIndex.stats,
    readHistory: async (options) => (await import('./read/read-history.ts')).readHistory(engine, options),
    replayHistory: async (history, options) =>
      (await import('./write/replay-history.ts')).replayHistory(engine, history, options),
    indexedStatuses: (revision) => readIndexedStatuses(engine, revision),
    close: () => database.close(),
  }
}

/**
 * Opens the engine of a database of Sanad, ready for reads and writes.
 * @throws as `openStore`
 */
export async function openDatabaseEngine(location: StoreLocation): Promise<Engine> {
  const place = placeOf(location)
  if (location.mustExist && (await lacksFile(location))) throw missing(place)
  const opened = await openEngine(location)
  // A short command waits for its database. A server refuses reads while it is unavailable.
  const engine = location.onAvailability ? withBreaker(opened, { ...location, pingMs: PING_MS[opened.name] }) : opened
  try {
    if (!(await findDatabase(engine, place)) && location.mustExist) throw missing(place)
    await engine.ensureSchema(STORE_SCHEMA)
    await recover(engine).catch(allowFullDisk)
    return engine
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** Ignores a full disk: the leftovers of an interrupted load are invisible to readers, and the next load removes them. */
function allowFullDisk(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'DISK_FULL')) throw error
}

function missing({ name, other }: Place): DomainError {
  return new DomainError('NOT_FOUND', `${name} does not exist or is empty; ${other}, or fill it with \`sanad seed\`.`)
}
