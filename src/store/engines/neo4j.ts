import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Result } from 'neo4j-driver'
import { DomainError } from '../../domain/errors.ts'
import { DEFAULT_PORT, greetBolt } from './bolt-greeting.ts'
import { checkParameters } from './check-parameters.ts'
import type { Engine, Parameters, Row, StatementRunner } from './engine.ts'
import { schemaNames, toSchemaTexts } from './neo4j-schema.ts'
import { searchNeo4j } from './neo4j-search.ts'
import { refuseOldNeo4j } from './neo4j-version.ts'
import { createRenewable } from './renewable.ts'
import { watchSilentSockets } from './silent-sockets.ts'

export interface Neo4jOptions {
  readonly uri: string
  readonly user: string
  readonly password: string
  readonly readTimeoutMs: number
  readonly importTimeoutMs: number
}

/** Margin past the limit of a load, after which a connection counts as dead. */
const GIVEN_UP_AFTER_MS = 10_000

/** Connects to a Neo4j server and checks its version. @throws DomainError STORE_UNAVAILABLE */
export async function connectNeo4j(options: Neo4jOptions): Promise<Engine> {
  const drivers = createRenewable(() => openDriver(options), options.importTimeoutMs + GIVEN_UP_AFTER_MS)

  const silent = watchSilentSockets(Number(new URL(options.uri).port) || DEFAULT_PORT)
  const inSession = <T>(work: (session: Session) => Promise<T>, defaultAccessMode = WRITE): Promise<T> =>
    drivers.use(async (driver) => {
      const session = driver.session({ bookmarkManager: driver.executeQueryBookmarkManager, defaultAccessMode })
      try {
        return await work(session)
      } catch (error) {
        throw toDomainError(error)
      } finally {
        await session.close()
      }
    })

  /**
   * Runs a read as an auto-commit query, which is one message to the server, and repeats it once after an error that the driver
   * calls retryable. Writes use `transaction`, so that a cluster can route by access mode.
   */
  const runWithin =
    (timeout: number): StatementRunner['run'] =>
    async (text, parameters = {}) => {
      const read = () => inSession((session) => toRows(session.run(text, toParameters(parameters), { timeout })), READ)
      try {
        return await read()
      } catch (error) {
        if (!(error instanceof DomainError && Neo4jError.isRetryable(error.cause))) throw error
        return read()
      }
    }
  const run = runWithin(options.readTimeoutMs)

  let commits = 0
  async function transaction<T>(work: (tx: StatementRunner) => Promise<T>): Promise<T> {
    const result = await inSession((session) =>
      session.executeWrite(
        async (tx) => {
          const statements: Promise<readonly Row[]>[] = []
          const runner: StatementRunner = {
            run(text, parameters = {}) {
              const statement = execute(tx, text, parameters)
              statements.push(statement)
              return statement
            },
          }
          try {
            const result = await work(runner)
            await Promise.all(statements)
            return result
          } catch (error) {
            await Promise.allSettled(statements)
            throw error
          }
        },
        { timeout: options.importTimeoutMs },
      ),
    )
    commits += 1
    return result
  }

  const runSchema = (text: string) => inSession(async (session) => (await session.run(text)).records)

  try {
    refuseOldNeo4j(await drivers.use(async (driver) => (await driver.getServerInfo()).agent))
  } catch (error) {
    silent.close()
    await drivers.close()
    if (error instanceof DomainError) throw error
    const text = 'Neo4j does not respond; check NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, and that it is running.'
    throw new DomainError('STORE_UNAVAILABLE', text, { cause: error })
  }

  return {
    name: 'neo4j',
    readsAhead: true,
    run,
    forLoads: { run: runWithin(options.importTimeoutMs) },
    transaction,
    commits: () => commits,
    searchText: (index, terms, bounds) => searchNeo4j(run, index, terms, bounds),
    async ensureSchema(schema) {
      for (const text of toSchemaTexts(schema)) await runSchema(text)
      await runSchema('CALL db.awaitIndexes(60)')
      const found = (await runSchema('SHOW INDEXES YIELD name')).map((record) => String(record.get('name')))
      if (schemaNames(schema).every((name) => found.includes(name))) return
      throw new DomainError(
        'STORE_DAMAGED',
        'Neo4j lacks an index or a constraint of Sanad; check its log, and start Sanad again.',
      )
    },
    // Neo4j stores its indexes, and ensureSchema has waited for them.
    prepareReads: async () => undefined,
    prepareLoads: async () => undefined,
    // Neo4j writes a commit to disk before it acknowledges it.
    flush: async () => undefined,
    ping: (stop) => greetBolt(new URL(options.uri), stop),
    async checkHealth(stop) {
      const own = openDriver(options)
      const end = (): Promise<void> => own.close()
      stop?.addEventListener('abort', end, { once: true })
      try {
        await own.session({ defaultAccessMode: READ }).run('RETURN 1 AS one')
      } catch (error) {
        throw new DomainError('STORE_UNAVAILABLE', 'Neo4j does not respond.', { cause: error })
      } finally {
        stop?.removeEventListener('abort', end)
        await end()
      }
    },
    reconnect() {
      drivers.renew()
      silent.end()
    },
    close() {
      silent.close()
      return drivers.close()
    },
  }
}

type Session = ReturnType<Driver['session']>
const { READ, WRITE } = neo4j.session

function openDriver({ uri, user, password }: Neo4jOptions): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      maxConnectionPoolSize: 50,
      connectionAcquisitionTimeout: 2_000,
      connectionTimeout: 2_000,
      // While a server starts, a read that is retried for long would delay everything that waits for it.
      maxTransactionRetryTime: 1_000,
      disableLosslessIntegers: false,
    })
  } catch (error) {
    throw new DomainError('STORE_UNAVAILABLE', 'NEO4J_URI is not a URL such as bolt://host:7687; correct it.', {
      cause: error,
    })
  }
}

const execute = (tx: ManagedTransaction, text: string, parameters: Parameters): Promise<readonly Row[]> =>
  toRows(tx.run(text, toParameters(parameters)))

async function toRows(result: Result): Promise<readonly Row[]> {
  const { records } = await result
  return records.map((record) => toPlainMap(record.toObject()))
}

/** @throws DomainError BAD_INPUT as `checkParameters` does */
function toParameters(parameters: Parameters): Record<string, unknown> {
  checkParameters(parameters)
  return toBoltMap(parameters)
}

/** Converts integers. The driver sends JavaScript numbers as floats, which LIMIT and comparisons with integers reject. */
function toBolt(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(toBolt)
  return typeof value === 'object' && value !== null ? toBoltMap(value) : value
}

function toBoltMap(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, toBolt(value)]))
}

/** Converts the integers of a result in place, since no other code has a reference to it. */
function toPlain(value: object): unknown {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (isObject(item)) value[index] = toPlain(item)
    return value
  }
  if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : value.toBigInt()
  return toPlainMap(value as Record<string, unknown>)
}

function toPlainMap(map: Record<string, unknown>): Record<string, unknown> {
  for (const key in map) {
    const value = map[key]
    if (isObject(value)) map[key] = toPlain(value)
  }
  return map
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  const code = error instanceof Neo4jError ? error.code : ''
  const message = error instanceof Error ? error.message : ''
  if (/TransactionTimedOut|TransactionTerminated|Transaction\.Terminated/.test(code)) {
    return new DomainError('TIMEOUT', 'The statement took too long; request less.', { cause: error })
  }
  if (code.includes('ConstraintValidationFailed')) {
    return new DomainError(
      'CONFLICT',
      'Something with the same identifier is already stored: reload it, and change it or choose another identifier.',
      { cause: error },
    )
  }
  if (code.includes('MemoryPoolOutOfMemory') || message.includes('acquisition timed out')) {
    return new DomainError('BUSY', 'Neo4j is overloaded; try again later.', { cause: error })
  }
  if (code.includes('TransientError.Transaction')) {
    return new DomainError('CONFLICT', 'Somebody else changed the same things meanwhile; try again.', { cause: error })
  }
  if (/ServiceUnavailable|SessionExpired|Security|DatabaseUnavailable|TransientError/.test(code)) {
    return new DomainError('STORE_UNAVAILABLE', 'Neo4j does not respond; check that it is running.', { cause: error })
  }
  return new DomainError('INTERNAL', 'The database could not run a statement.', { cause: error })
}
