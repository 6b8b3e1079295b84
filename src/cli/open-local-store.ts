import { setTimeout as sleep } from 'node:timers/promises'
import { type Cache, createCache } from '../cache/create-cache.ts'
import { parseCacheBytes, parseTimeoutMs } from '../config/parse-settings.ts'
import type { Settings } from '../config/settings.ts'
import { DomainError } from '../domain/errors.ts'
import { isDiskFull } from '../store/disk-full.ts'
import { type OpenStore, openStore } from '../store/open-store.ts'
import { type Owner, readOwner, removeOwner, writeOwner } from './owner-file.ts'

export interface LocalStore extends OpenStore {
  /** Cache of the process, of the configured size. The store shares it. */
  readonly cache: Cache
  /** Publishes the URL of this process's API to other processes. */
  announce(api: string): Promise<void>
  close(): Promise<void>
}

interface OpenOptions {
  readonly inMemory: boolean
  /** Command of this process, shown to others that find the database in use. */
  readonly command: string
  /** Refuses a missing database instead of creating it. */
  readonly mustExist?: boolean
  /** API of a server that has stopped responding; it is not used again. */
  readonly endedApi?: string | null
  /** If given, an embedded database on disk runs in a child process; called when that restarts. */
  readonly onEngineRestart?: (reason: string) => void
  /** If given, reads fail at once while the database is unavailable; called with false when that begins, and true when it ends. */
  readonly onAvailability?: (isAvailable: boolean) => void
}

const LOCK_POLL_MS = 100
const LOCK_WAIT_MS = 3000
/** Commands that serve an API, and the longest wait for its announcement. */
const SERVING: readonly string[] = ['sanad serve', 'sanad mcp']
const START_WAIT_MS = 10_000

/**
 * Opens the configured store. `inMemory` selects the embedded engine, also if Neo4j is configured.
 * @throws DomainError STORE_LOCKED with the owner and a remedy; STORE_DAMAGED or STORE_UNAVAILABLE
 */
export async function openLocalStore(settings: Settings, options: OpenOptions): Promise<LocalStore> {
  for (const lock = watchLock(settings); ; ) {
    try {
      return await open(settings, options)
    } catch (error) {
      const owner = await lock.ownerAfter(error)
      await lock.wait(owner === null ? LOCK_WAIT_MS : 0)
    }
  }
}

/** Opens the store for reading, or returns the API of the server that has it open. @throws DomainError NOT_FOUND */
export async function openOrFindServer(
  settings: Settings,
  options: OpenOptions,
): Promise<{ readonly local: LocalStore } | { readonly api: string }> {
  for (const lock = watchLock(settings); ; ) {
    try {
      return { local: await open(settings, { ...options, mustExist: !options.inMemory }) }
    } catch (error) {
      const owner = await lock.ownerAfter(error)
      if (owner?.api && owner.api !== options.endedApi) return { api: owner.api }
      // A server that starts has not announced its API yet, and a server that stops has the database open a little longer.
      const isServer = owner !== null && SERVING.includes(owner.command)
      await lock.wait(isServer ? START_WAIT_MS : owner === null ? LOCK_WAIT_MS : 0)
    }
  }
}

/**
 * Finds the process that has the database open. A locked database may have no owner for a moment: an owner removes its file
 * before it releases the database, and a killed owner leaves a child process that ends later.
 */
function watchLock({ SANAD_DATA: dataDir }: Settings) {
  let owner: Owner | null = null
  let since = performance.now()
  let refused: unknown
  return {
    /** Reads the owner after an attempt to open the database. @throws the error of the attempt unless it is STORE_LOCKED */
    async ownerAfter(error: unknown): Promise<Owner | null> {
      if (!isLocked(error)) throw error
      refused = error
      const found = await readOwner(dataDir)
      if (found?.pid !== owner?.pid) since = performance.now()
      owner = found
      return owner
    },
    /** Waits a moment. @throws DomainError STORE_LOCKED when this owner has had the database open for `limitMs` */
    async wait(limitMs: number): Promise<void> {
      if (performance.now() - since >= limitMs) throw toLockedError(dataDir, owner, refused)
      await sleep(LOCK_POLL_MS)
    },
  }
}

async function open(settings: Settings, options: OpenOptions): Promise<LocalStore> {
  const { inMemory, command, mustExist = false, onEngineRestart, onAvailability } = options
  const cache = createCache({ maxBytes: parseCacheBytes(settings.SANAD_CACHE_MB) })
  const opened = await openStore({
    ...(onEngineRestart && { onEngineRestart }),
    cache,
    neo4jUri: inMemory ? '' : settings.NEO4J_URI,
    neo4jUser: settings.NEO4J_USER,
    neo4jPassword: settings.NEO4J_PASSWORD,
    dataDir: inMemory ? null : settings.SANAD_DATA,
    readTimeoutMs: parseTimeoutMs(settings.SANAD_QUERY_TIMEOUT_MS),
    mustExist,
    ...(onAvailability && { onAvailability }),
  })
  const dataDir = !inMemory && opened.engineName === 'embedded' ? settings.SANAD_DATA : null
  const announce = async (api: string | null): Promise<void> => {
    if (dataDir === null) return
    try {
      await writeOwner(dataDir, { pid: process.pid, command, api })
    } catch (error) {
      // Without the file, other processes cannot name the owner. The lock of the database still excludes them.
      if (!isDiskFull(error)) throw error
    }
  }
  async function close(): Promise<void> {
    try {
      // Removes the file before the database is released, so that the file of the next owner stays.
      if (dataDir !== null) await removeOwner(dataDir)
    } finally {
      await opened.database.close()
    }
  }
  try {
    await announce(null)
  } catch (cause) {
    await close()
    throw new DomainError('STORE_UNAVAILABLE', `Cannot write into ${settings.SANAD_DATA}; check space and rights.`, {
      cause,
    })
  }
  return { ...opened, cache, announce, close }
}

const isLocked = (error: unknown): boolean => error instanceof DomainError && error.code === 'STORE_LOCKED'

function toLockedError(dataDir: string, owner: Owner | null, cause: unknown): DomainError {
  const who = owner ? `process ${owner.pid} (${owner.command}${owner.api ? `, ${owner.api}` : ''})` : 'another process'
  const remedy = owner?.api ? 'stop it, or query its API' : 'wait until it ends, or stop it'
  const text = `The database in ${dataDir} is in use by ${who}: ${remedy}; only Neo4j (NEO4J_URI) takes several at once.`
  return new DomainError('STORE_LOCKED', text, { cause })
}
