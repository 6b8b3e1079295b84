import { createRequire } from 'node:module'
import grafeo from '@grafeo-db/js'
import neo4j, { type Driver } from 'neo4j-driver'
import { openEmbedded } from '../../src/store/engines/embedded.ts'
import type { Engine, Parameters, StatementRunner } from '../../src/store/engines/engine.ts'
import { connectNeo4j } from '../../src/store/engines/neo4j.ts'
import type { EngineName } from './options.ts'

const READ_TIMEOUT_MS = 120_000
const IMPORT_TIMEOUT_MS = 120_000

/** One engine twice: through the port, and bare as a direct user of the driver. */
export interface BenchEngine {
  readonly engine: Engine
  readonly bare: BareEngine
  /** '@grafeo-db/js 0.6.0' */
  readonly version: string
  close(): Promise<void>
}

/** The driver without checks, which only maps its rows to objects. */
export interface BareEngine extends StatementRunner {
  /** Number of rows that a statement reads; null where the engine reports none. */
  countRowsRead(text: string, parameters: Parameters): Promise<number | null>
  write(statements: readonly { readonly text: string; readonly parameters: Parameters }[]): Promise<void>
}

export function openEngine(name: EngineName, path: string | null): Promise<BenchEngine> {
  return name === 'embedded' ? openEmbeddedTwice(path) : connectNeo4jTwice(process.env)
}

type Database = InstanceType<typeof grafeo.GrafeoDB>

/** An embedded database has one handle, so the one that the port opens is intercepted. */
async function openEmbeddedTwice(path: string | null): Promise<BenchEngine> {
  const original = grafeo.GrafeoDB
  const caught: Database[] = []
  const create: typeof original.create = (...args) => {
    const db = original.create(...args)
    caught.push(db)
    return db
  }
  Object.assign(grafeo, { GrafeoDB: { create } })
  const engine = await openEmbedded({ path, readTimeoutMs: READ_TIMEOUT_MS }).finally(() =>
    Object.assign(grafeo, { GrafeoDB: original }),
  )
  const [db] = caught
  if (!db) throw new Error('The embedded engine no longer opens its database with GrafeoDB.create: see open-engine.ts.')
  const bare: BareEngine = {
    run: async (text, parameters = {}) => (await db.executeCypher(text, parameters)).toArray(),
    countRowsRead: async (text, parameters) => (await db.executeCypher(text, parameters)).rowsScanned,
    async write(statements) {
      const tx = db.beginTransaction()
      for (const { text, parameters } of statements) await tx.executeCypher(text, parameters)
      tx.commit()
    },
  }
  return { engine, bare, version: versionOf('@grafeo-db/js'), close: () => engine.close() }
}

async function connectNeo4jTwice(environment: NodeJS.ProcessEnv): Promise<BenchEngine> {
  const uri = environment.NEO4J_URI ?? ''
  const user = environment.NEO4J_USER ?? 'neo4j'
  const password = environment.NEO4J_PASSWORD ?? ''
  const limits = { readTimeoutMs: READ_TIMEOUT_MS, importTimeoutMs: IMPORT_TIMEOUT_MS }
  const engine = await connectNeo4j({ uri, user, password, ...limits })
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  const close = async (): Promise<void> => {
    await driver.close()
    await engine.close()
  }
  const [server] = await engine.run('CALL dbms.components() YIELD versions, edition RETURN versions[0] AS v, edition')
  const version = `Neo4j ${String(server?.v)} ${String(server?.edition)}, ${versionOf('neo4j-driver')}`
  return { engine, bare: createBareNeo4j(driver), version, close }
}

function createBareNeo4j(driver: Driver): BareEngine {
  return {
    countRowsRead: async () => null,
    async run(text, parameters = {}) {
      const session = driver.session()
      const { records } = await session.executeRead((tx) => tx.run(text, toBolt(parameters)))
      await session.close()
      return records.map((record) => record.toObject())
    },
    async write(statements) {
      const session = driver.session()
      await session.executeWrite(async (tx) => {
        for (const { text, parameters } of statements) await tx.run(text, toBolt(parameters))
      })
      await session.close()
    },
  }
}

/** LIMIT rejects floats, and the driver sends every number as one, so integers are converted as any caller must. */
function toBolt<T>(value: T): T
function toBolt(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map((item: unknown) => toBolt(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toBolt(item)]))
}

export function versionOf(packageName: string): string {
  const content: unknown = createRequire(import.meta.url)(`${packageName}/package.json`)
  return `${packageName} ${typeof content === 'object' && content && 'version' in content ? content.version : '?'}`
}
