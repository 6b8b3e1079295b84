import { setImmediate } from 'node:timers/promises'
import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Result } from 'neo4j-driver'
import { DomainError } from '../../domain/errors.ts'
import {
  joinedBeginnings,
  type RankTexts,
  rankedBeginnings,
  rankingOf,
  TEXT,
  UNRANKED,
} from '../../domain/folded-texts.ts'
import { alternativesOf, findsBeginnings } from '../../text/search-text.ts'
import { DEFAULT_PORT, greetBolt } from './bolt-greeting.ts'
import { checkParameters } from './check-parameters.ts'
import type { Engine, FoundState, Parameters, Row, StatementRunner, TextIndex } from './engine.ts'
import { schemaNames, toIndexName, toSchemaTexts } from './neo4j-schema.ts'
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
   * Reads only: writes belong in `transaction`, so that a cluster can route by method. A read is one message to the server,
   * an auto-commit query, and is tried again once if the driver says that this may help.
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
    const text = 'Neo4j gives no answer; check NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD, and that it is running.'
    throw new DomainError('STORE_UNAVAILABLE', text, { cause: error })
  }

  return {
    name: 'neo4j',
    readsAhead: true,
    run,
    forLoads: { run: runWithin(options.importTimeoutMs) },
    transaction,
    commits: () => commits,
    async searchText(index, terms, { language, ...bounds }) {
      if (terms.length === 0 || bounds.limit < 1) return []
      const query = toLuceneQuery(index, terms)
      const [row] = await run(FOUND_TEXTS, {
        ...bounds,
        isRanked: language !== null,
        index: toIndexName(index),
        query,
        property: index.property,
        text: TEXT,
        unranked: UNRANKED,
        beginnings: terms.flatMap(rankedBeginnings),
      })
      const things = toTexts(row?.things)
      if (language === null) return things.map((thing) => ({ thing, rank: '' }))
      return rankInSlices(things, toTexts(row?.texts), rankingOf(terms, language))
    },
    async ensureSchema(schema) {
      for (const text of toSchemaTexts(schema)) await runSchema(text)
      await runSchema('CALL db.awaitIndexes(60)')
      const held = (await runSchema('SHOW INDEXES YIELD name')).map((record) => String(record.get('name')))
      if (schemaNames(schema).every((name) => held.includes(name))) return
      throw new DomainError('STORE_DAMAGED', 'Neo4j lacks an index or constraint that it should have.')
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
        throw new DomainError('STORE_UNAVAILABLE', 'Neo4j gives no answer.', { cause: error })
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
    throw new DomainError('STORE_UNAVAILABLE', 'NEO4J_URI is not an address such as bolt://host:7687.', {
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

/** @throws DomainError for parameters that no engine takes */
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

/** Converts a result in place: most of its values are texts, which stay, and no other code has a reference to it. */
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

/**
 * Reads the best scores of Lucene first, up to the limit. The result is one row of lists, since the driver makes a
 * record of each row. Of the encoded texts of a thing, those without a searched word decide no rank, and stay in the database;
 * a thing that is found by unranked words alone needs all its texts.
 */
const FOUND_TEXTS = `CALL db.index.fulltext.queryNodes($index, $query) YIELD node
WITH node WHERE node.fromRevision <= $revision AND node.untilRevision > $revision
AND ($drafts OR node.visibility IS NULL) AND ($keys IS NULL OR any(k IN $keys WHERE node.thing STARTS WITH k))
WITH node LIMIT $limit
WITH node.thing AS thing, CASE WHEN $isRanked THEN coalesce(node[$property], '') END AS all
WITH thing, all, reduce(found = '', x IN split(split(all, $unranked)[0], $text) |
  CASE WHEN any(b IN $beginnings WHERE x CONTAINS b) THEN found + $text + x ELSE found END) AS found
RETURN collect(thing) AS things, collect(CASE found WHEN '' THEN all ELSE rTrim(found) END) AS texts`

const toTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** All terms are required. A prefix has its boost as its score, whatever the lengths of the texts. */
function toLuceneQuery({ property, names }: TextIndex, terms: readonly string[]): string {
  const required = terms.map((term) => `+${property}:${toLuceneTerm(term)}^0`)
  const preferred = joinedBeginnings(terms).map((name) => `${names}:${escapeLucene(name)}*`)
  return [...required, ...preferred].join(' ')
}

/** Characters that are ranked before other work of the process goes on: about 5 ms. */
const SLICE = 1_000_000

async function rankInSlices(
  things: readonly string[],
  texts: readonly string[],
  rank: RankTexts,
): Promise<readonly FoundState[]> {
  const found: FoundState[] = []
  let length = 0
  for (const [place, thing] of things.entries()) {
    const text = texts[place] ?? ''
    length += text.length
    if (length > SLICE) {
      await setImmediate()
      length = text.length
    }
    found.push({ thing, rank: rank(text) })
  }
  return found
}

/** Escapes every character of a term, so that AND, OR and NOT are words too. */
function toLuceneTerm(term: string): string {
  const { word, exact } = alternativesOf(term)
  const first = findsBeginnings(word) ? `${escapeLucene(word)}*` : escapeLucene(word)
  return exact.length === 0 ? first : `(${[first, ...exact.map(escapeLucene)].join(' ')})`
}

const escapeLucene = (term: string): string =>
  term.replace(/[^\p{L}\p{N}\p{M}]/gu, '\\$&').replace(/^(?:AND|OR|NOT)$/, '\\$&')

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  const code = error instanceof Neo4jError ? error.code : ''
  const message = error instanceof Error ? error.message : ''
  if (/TransactionTimedOut|TransactionTerminated|Transaction\.Terminated/.test(code)) {
    return new DomainError('TIMEOUT', 'The question took too long; ask for less.', { cause: error })
  }
  if (code.includes('ConstraintValidationFailed')) {
    return new DomainError('CONFLICT', 'Something with the same identifier is already stored.', { cause: error })
  }
  if (code.includes('MemoryPoolOutOfMemory') || message.includes('acquisition timed out')) {
    return new DomainError('BUSY', 'Neo4j has too much to do; try again later.', { cause: error })
  }
  if (code.includes('TransientError.Transaction')) {
    return new DomainError('CONFLICT', 'Somebody else changed the same things meanwhile; try again.', { cause: error })
  }
  if (/ServiceUnavailable|SessionExpired|Security|DatabaseUnavailable|TransientError/.test(code)) {
    return new DomainError('STORE_UNAVAILABLE', 'Neo4j gives no answer; check that it is running.', { cause: error })
  }
  return new DomainError('INTERNAL', 'The store could not carry out a statement.', { cause: error })
}
