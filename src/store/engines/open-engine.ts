import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { DomainError } from '../../domain/errors.ts'
import { diskFull, isDiskFull } from '../disk-full.ts'
import type { Engine } from './engine.ts'

export interface EngineLocation {
  /** bolt:// or neo4j://; empty for the embedded engine. */
  readonly neo4jUri: string
  readonly neo4jUser: string
  readonly neo4jPassword: string
  /** Folder of the embedded database; null keeps it in memory. */
  readonly dataDir: string | null
  readonly readTimeoutMs: number
  /**
   * If given, an embedded database on disk runs in a child process, which can be killed to end a statement. Called with the
   * reason before that process is started again.
   */
  readonly onEngineRestart?: (reason: string) => void
}

const IMPORT_TIMEOUT_MS = 30_000
const FILE = 'graph.grafeo'

/** Whether the file of an embedded database is missing. Opening the engine would create it. */
export async function lacksFile({ neo4jUri, dataDir }: EngineLocation): Promise<boolean> {
  if (neo4jUri !== '' || dataDir === null) return false
  const found = await stat(join(dataDir, FILE)).catch((error: NodeJS.ErrnoException) => error)
  return 'code' in found && (found.code === 'ENOENT' || found.code === 'ENOTDIR')
}

/** Parts of messages about a database. */
export interface Place {
  /** Name at the beginning of a sentence. */
  readonly name: string
  /** Remedy that chooses another database. */
  readonly other: string
}

/** Parts of messages about the database at a location. */
export function placeOf({ neo4jUri, dataDir }: EngineLocation): Place {
  if (neo4jUri !== '') return { name: 'The database at NEO4J_URI', other: 'name another in NEO4J_URI' }
  return { name: `The database ${resolve(dataDir ?? '', FILE)}`, other: 'choose another folder with --data' }
}

/** Opens the configured engine. Only its driver is imported, since a driver takes as long to load as the rest of the store. */
export async function openEngine(location: EngineLocation): Promise<Engine> {
  const { dataDir, readTimeoutMs } = location
  const importTimeoutMs = Math.max(IMPORT_TIMEOUT_MS, readTimeoutMs)
  if (location.neo4jUri === '') {
    const path = dataDir === null ? null : await makeDatabasePath(dataDir)
    if (path !== null && location.onEngineRestart) {
      const { openEmbeddedProcess } = await import('./embedded-process.ts')
      return openEmbeddedProcess({ path, readTimeoutMs, importTimeoutMs, onRestart: location.onEngineRestart })
    }
    const { openEmbedded } = await import('./embedded.ts')
    return openEmbedded({ path, readTimeoutMs, importTimeoutMs })
  }
  const { connectNeo4j } = await import('./neo4j.ts')
  return connectNeo4j({
    uri: location.neo4jUri,
    user: location.neo4jUser,
    password: location.neo4jPassword,
    readTimeoutMs,
    importTimeoutMs,
  })
}

/**
 * Creates a folder level by level. The recursive mkdir of Node never ends where no folder can be made, such as in /proc.
 */
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
    const text = `${dataDir} cannot be used as the folder of the database: it is a file, or may not be written. Choose another folder with --data.`
    throw new DomainError('STORE_UNAVAILABLE', text, { cause })
  }
  return join(dataDir, FILE)
}
