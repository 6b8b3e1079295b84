import grafeo from '@grafeo-db/js'
import { DomainError } from '../../domain/errors.ts'
import { checkParameters } from './check-parameters.ts'
import { toDomainError, toOpenError } from './embedded-errors.ts'
import type { Engine, Parameters, Row, SearchBounds, StatementRunner, StoreSchema, TextIndex } from './engine.ts'

type Database = InstanceType<typeof grafeo.GrafeoDB>

const WRITE_ATTEMPTS = 3
const SEARCH_CHUNK = 500
const FOUND_ROWS = `MATCH (n) WHERE id(n) IN $nodes AND n.fromRevision <= $at AND n.untilRevision > $at
RETURN n.id AS id, n[$property] AS text`

export interface EmbeddedOptions {
  /** The database file; null keeps everything in memory. */
  readonly path: string | null
  readonly readTimeoutMs: number
  /** How many statements past their time may still be running before new ones are refused; 2 unless given. */
  readonly heavySlots?: number
}

/** @throws DomainError STORE_LOCKED, STORE_DAMAGED or STORE_UNAVAILABLE */
export async function openEmbedded({ path, readTimeoutMs, heavySlots = 2 }: EmbeddedOptions): Promise<Engine> {
  const db = openDatabase(path)
  let closed = false
  let overdue = 0
  let lastWrite: Promise<unknown> = Promise.resolve()

  const checkOpen = () => {
    if (closed) throw new DomainError('STORE_UNAVAILABLE', 'The store is closed.')
  }

  /** The engine cannot cancel: time ends the answer, and what still runs holds a slot until it is done. */
  async function limitTime<T>(start: () => Promise<T>): Promise<T> {
    checkOpen()
    if (overdue >= heavySlots)
      throw new DomainError('BUSY', 'Heavy questions are still being worked on; try again later.')
    const work = start()
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        overdue += 1
        const release = () => (overdue -= 1)
        work.then(release, release)
        reject(new DomainError('TIMEOUT', `The question took longer than ${readTimeoutMs} ms; ask for less.`))
      }, readTimeoutMs)
    })
    try {
      return await Promise.race([work, timeout])
    } catch (error) {
      throw toDomainError(error)
    } finally {
      clearTimeout(timer)
    }
  }

  async function run(text: string, parameters: Parameters = {}): Promise<readonly Row[]> {
    checkParameters(parameters)
    return limitTime(async () => (await db.executeCypher(text, parameters)).toArray())
  }

  async function attempt<T>(work: (tx: StatementRunner) => Promise<T>): Promise<T> {
    checkOpen()
    const tx = db.beginTransaction()
    const statements: Promise<readonly Row[]>[] = []
    const execute = async (text: string, parameters: Parameters = {}): Promise<readonly Row[]> => {
      checkParameters(parameters)
      return (await tx.executeCypher(text, parameters)).toArray()
    }
    const runner: StatementRunner = {
      run(text, parameters) {
        const statement = execute(text, parameters)
        statements.push(statement)
        return statement
      },
    }
    try {
      const result = await work(runner)
      // Statements nobody awaited, or whose error was swallowed, must not be committed in part.
      await Promise.all(statements)
      tx.commit()
      return result
    } catch (error) {
      await Promise.allSettled(statements)
      if (tx.isActive) tx.rollback()
      throw error
    }
  }

  async function retry<T>(work: (tx: StatementRunner) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(work)
      } catch (error) {
        const known = toDomainError(error)
        if (known.code !== 'CONFLICT' || known === error || tries === WRITE_ATTEMPTS) throw known
      }
    }
  }

  /** One write at a time: writers never conflict with each other, and write skew cannot happen. */
  function transaction<T>(work: (tx: StatementRunner) => Promise<T>): Promise<T> {
    const result = lastWrite.then(() => retry(work))
    lastWrite = result.catch(() => undefined)
    return result
  }

  async function searchText(
    index: TextIndex,
    terms: readonly string[],
    { at, limit }: SearchBounds,
  ): Promise<readonly string[]> {
    if (terms.length === 0 || limit < 1) return []
    checkParameters({ terms })
    const candidates = await limitTime(() => findCandidates(db, index, terms))
    const found: string[] = []
    for (let from = 0; from < candidates.length && found.length < limit; from += SEARCH_CHUNK) {
      const nodes = candidates.slice(from, from + SEARCH_CHUNK)
      const rows = await run(FOUND_ROWS, { nodes, property: index.property, at })
      for (const { id, text: words } of rows) {
        if (typeof id !== 'string' || typeof words !== 'string') continue
        const held = new Set(words.split(/\s+/u))
        if (terms.every((term) => held.has(term))) found.push(id)
      }
    }
    return found.slice(0, limit)
  }

  return {
    name: 'embedded',
    run,
    transaction,
    searchText,
    ensureSchema: (schema) => {
      checkOpen()
      return applySchema(db, schema)
    },
    async flush() {
      await lastWrite
      checkOpen()
      if (path === null) return
      try {
        db.walCheckpoint()
      } catch (error) {
        throw new DomainError('STORE_UNAVAILABLE', 'The store could not be written to disk; check space and rights.', {
          cause: error,
        })
      }
    },
    async checkHealth() {
      try {
        await run('RETURN 1 AS one')
      } catch (error) {
        throw new DomainError('STORE_UNAVAILABLE', 'The store gives no answer.', { cause: error })
      }
    },
    async close() {
      await lastWrite
      if (closed) return
      closed = true
      db.close()
    },
  }
}

function openDatabase(path: string | null): Database {
  try {
    return grafeo.GrafeoDB.create(path)
  } catch (error) {
    throw toOpenError(error)
  }
}

/** The engine reads several terms as OR, so each is asked for alone and the answers are intersected. */
async function findCandidates(db: Database, index: TextIndex, terms: readonly string[]): Promise<number[]> {
  let held: Set<number> | null = null
  const most = Math.max(db.nodeCount(), 1)
  for (const term of terms) {
    const hits = await db.textSearch(index.label, index.property, term, most)
    const before: Set<number> | null = held
    const next = new Set<number>()
    for (const [node] of hits) if (node !== undefined && (before === null || before.has(node))) next.add(node)
    held = next
  }
  return [...(held ?? [])]
}

async function applySchema(db: Database, schema: StoreSchema): Promise<void> {
  try {
    for (const { label, property } of schema.unique) {
      const name = `unique_${label}_${property}`
      await db.executeCypher(`CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`)
    }
    // A unique constraint has no index behind it here: without one of its own, inserts become quadratic.
    for (const { label, property } of [...schema.unique, ...schema.indexes]) {
      await db.executeCypher(
        `CREATE INDEX index_${label}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`,
      )
    }
    for (const { label, property } of schema.text) {
      await db.createTextIndex(label, property, { tokenizer: 'standard', stopWords: [] })
    }
    await checkSchema(db, schema)
  } catch (error) {
    throw toDomainError(error)
  }
}

async function checkSchema(db: Database, schema: StoreSchema): Promise<void> {
  const indexes = (await db.executeCypher('SHOW INDEXES')).toArray().map((row) => row['name'])
  const constraints = (await db.executeCypher('SHOW CONSTRAINTS')).toArray().map((row) => row['name'])
  const wanted = [...schema.unique, ...schema.indexes].map(({ label, property }) => `index_${label}_${property}`)
  const unique = schema.unique.map(({ label, property }) => `unique_${label}_${property}`)
  if (wanted.every((name) => indexes.includes(name)) && unique.every((name) => constraints.includes(name))) return
  throw new DomainError(
    'STORE_DAMAGED',
    'The store lacks an index or constraint that it should have; restore a backup.',
  )
}
