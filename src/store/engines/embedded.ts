import grafeo from '@grafeo-db/js'
import { DomainError } from '../../domain/errors.ts'
import { joinedBeginnings, rankingOf } from '../../domain/folded-texts.ts'
import { wordTest } from '../../text/search-text.ts'
import { isDiskFull } from '../disk-full.ts'
import { checkParameters } from './check-parameters.ts'
import { candidateLists, type SearchIndex } from './embedded-candidates.ts'
import { toDomainError, toOpenError, writingFailed } from './embedded-errors.ts'
import { applySchema, type DeferredIndexes } from './embedded-schema.ts'
import { createVocabulary, type Vocabulary } from './embedded-vocabulary.ts'
import type { Engine, FoundStates, Parameters, Row, SearchBounds, StatementRunner, TextIndex } from './engine.ts'
import { groupByRank, NOTHING_FOUND } from './found-states.ts'
import { createTimeLimit, type TimeLimit } from './time-limit.ts'

type Database = InstanceType<typeof grafeo.GrafeoDB>

const WRITE_ATTEMPTS = 3
const SEARCH_CHUNK = 500
const MIN_SEARCH_CHUNK = 100
const FOUND_ROWS = `MATCH (n) WHERE id(n) IN $nodes AND n.fromRevision <= $revision AND n.untilRevision > $revision
AND ($drafts OR n.visibility IS NULL) AND ($keys IS NULL OR any(k IN $keys WHERE n.thing STARTS WITH k)) RETURN id(n) AS node, n.thing AS thing, n[$property] AS text`

export interface EmbeddedOptions {
  /** Path of the database file; null for a database in memory. */
  readonly path: string | null
  readonly readTimeoutMs: number
  /** Time limit of reads of a load in milliseconds; 30,000 unless given. */
  readonly importTimeoutMs?: number
  /** Number of statements past their limit at which new ones are refused; 2 unless given. */
  readonly heavySlots?: number
  /** False where the caller limits the time of statements (embedded-process.ts); true unless given. */
  readonly isTimeLimited?: boolean
}

/** Opens the embedded engine in this process. @throws DomainError STORE_LOCKED, STORE_DAMAGED or STORE_UNAVAILABLE */
export async function openEmbedded({
  path,
  readTimeoutMs,
  importTimeoutMs = 30_000,
  heavySlots = 2,
  isTimeLimited = true,
}: EmbeddedOptions): Promise<Engine> {
  const db = openDatabase(path)
  let closing: Promise<void> | null = null
  let closed = false
  let lastWrite: Promise<unknown> = Promise.resolve()
  let deferred: DeferredIndexes | null = null
  let lastPreparation: Promise<unknown> = Promise.resolve()
  let commits = 0
  let vocabularies: ReadonlyMap<string, Vocabulary> = new Map()

  const checkOpen = () => {
    if (closed)
      throw new DomainError('STORE_UNAVAILABLE', 'The database is closed; try again when the server has started again.')
  }

  /** Ends the wait only: the engine cannot cancel a statement. */
  const withinTime: TimeLimit = isTimeLimited ? createTimeLimit({ heavySlots }) : (_, start) => start()

  async function limitTime<T>(start: () => Promise<T>, limitMs = readTimeoutMs): Promise<T> {
    checkOpen()
    try {
      return await withinTime(limitMs, start)
    } catch (error) {
      throw toDomainError(error)
    }
  }

  const runWithin =
    (limitMs: number): StatementRunner['run'] =>
    async (text, parameters = {}) => {
      checkParameters(parameters)
      return limitTime(async () => (await db.executeCypher(text, parameters)).toArray(), limitMs)
    }
  const runPrepared = runWithin(readTimeoutMs)
  const run: StatementRunner['run'] = async (text, parameters) => {
    await prepareLookups()
    return runPrepared(text, parameters)
  }
  const forLoads: StatementRunner = { run: runWithin(importTimeoutMs) }

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
      // A statement that was not awaited, or whose error was swallowed, must not be committed in part.
      await Promise.all(statements)
      tx.commit()
      commits += 1
      return result
    } catch (error) {
      await Promise.allSettled(statements)
      rollBack(tx)
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

  /** Serializes writes, so that they neither conflict nor skew. */
  function afterWrites<T>(work: () => Promise<T>): Promise<T> {
    const result = lastWrite.then(work)
    lastWrite = result.catch(() => undefined)
    return result
  }

  const transaction = <T>(work: (tx: StatementRunner) => Promise<T>): Promise<T> => afterWrites(() => retry(work))

  const prepareLoads = (): Promise<void> =>
    afterWrites(async () => {
      checkOpen()
      await deferred?.prepareLoads()
    })

  /** Builds indexes once, and again after a failure. It is serialized with writes: an index in progress misses concurrent writes. */
  function onceAfterWrites(work: (indexes: DeferredIndexes) => Promise<void>): () => Promise<void> {
    let last: { readonly indexes: DeferredIndexes; readonly done: Promise<void> } | null = null
    return () => {
      const indexes = deferred
      if (indexes === null) return Promise.resolve()
      if (last?.indexes === indexes) return last.done
      const done = afterWrites(async () => {
        checkOpen()
        await work(indexes)
      })
      done.catch(() => {
        last = null
      })
      last = { indexes, done }
      return done
    }
  }
  const prepareLookups = onceAfterWrites((indexes) => indexes.prepareLookups())
  const prepareIndexes = onceAfterWrites((indexes) => indexes.prepareReads())

  async function prepareReads(revision: number): Promise<void> {
    if (closing !== null)
      throw new DomainError('STORE_UNAVAILABLE', 'The database is closed; try again when the server has started again.')
    const preparing = prepareIndexes().then(() => readWords(revision))
    lastPreparation = preparing.catch(() => undefined)
    return preparing
  }

  async function readWords(revision: number): Promise<void> {
    for (const vocabulary of vocabularies.values()) await vocabulary.readUpTo(revision)
  }

  /** Waits for the text index. @throws DomainError BUSY after half of the time limit of a read */
  async function waitForSearch(revision: number): Promise<void> {
    const prepared = prepareReads(revision)
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      const refuse = () => reject(new DomainError('BUSY', 'The search index is being built; try again in a moment.'))
      timer = setTimeout(refuse, readTimeoutMs / 2)
    })
    try {
      await Promise.race([prepared, late])
    } finally {
      clearTimeout(timer)
    }
  }

  async function searchText(
    index: TextIndex,
    terms: readonly string[],
    { revision, keys, limit, drafts, language, matching = 'ALL' }: SearchBounds,
  ): Promise<FoundStates> {
    if (terms.length === 0 || limit < 1) return NOTHING_FOUND
    checkParameters({ terms })
    await waitForSearch(revision)
    const vocabulary = vocabularies.get(index.property)
    const names = vocabularies.get(index.names)
    if (!vocabulary || !names)
      throw new DomainError('INTERNAL', `The schema has no text index on ${index.property} and ${index.names}.`)
    const wanted = {
      terms: terms.map((term) => vocabulary.wordsOf(term)),
      names: joinedBeginnings(terms).map((name) => names.beginningWith(name)),
    }
    const tests = terms.map(wordTest)
    const isFound = (words: readonly string[]): boolean =>
      matching === 'ANY' ? tests.some((test) => words.some(test)) : tests.every((test) => words.some(test))
    const rank = language === null ? () => '' : rankingOf(terms, language)
    const chunk = Math.min(SEARCH_CHUNK, Math.max(MIN_SEARCH_CHUNK, limit + 1))
    const found: string[] = []
    const ranks: string[] = []
    const search: SearchIndex = (property, words, most) =>
      limitTime(() => db.textSearch(index.label, property, words, most))
    const options = { index, matching, limit, isRanked: language !== null, nodeCount: db.nodeCount() }
    for await (const candidates of candidateLists(search, wanted, options)) {
      for (let from = 0; from < candidates.length && found.length <= limit; from += chunk) {
        const nodes = candidates.slice(from, from + chunk)
        const rows = await run(FOUND_ROWS, { nodes, property: index.property, revision, keys, drafts })
        for (const { thing, text: words } of matching === 'ANY' ? inOrderOf(nodes, rows) : rows) {
          if (typeof thing !== 'string' || typeof words !== 'string' || !isFound(words.split(' '))) continue
          found.push(thing)
          ranks.push(rank(words))
        }
      }
      if (found.length > limit) break
    }
    const groups = groupByRank(found.slice(0, limit), (place) => ranks[place] ?? '')
    return { groups, complete: found.length <= limit }
  }

  async function close(): Promise<void> {
    closed = true
    if (path !== null) await deferred?.drop()
    try {
      db.close()
    } catch (error) {
      // Committed writes are in the log, which the next opening reads.
      if (!isDiskFull(error)) throw writingFailed(error)
    }
  }

  return {
    name: 'embedded',
    run,
    forLoads,
    transaction,
    commits: () => commits,
    searchText,
    async ensureSchema(schema) {
      checkOpen()
      deferred = await applySchema(db, schema, path)
      vocabularies = new Map(
        schema.text.flatMap((index) => [
          [index.property, createVocabulary(forLoads.run, index.words)],
          [index.names, createVocabulary(forLoads.run, index.nameWords)],
        ]),
      )
    },
    prepareReads,
    prepareLoads,
    async flush() {
      await lastWrite
      checkOpen()
      if (path === null) return
      try {
        db.walCheckpoint()
      } catch (error) {
        throw writingFailed(error)
      }
    },
    // The engine runs in this process, so it needs no probe.
    ping: async () => checkOpen(),
    async checkHealth() {
      checkOpen()
      try {
        // A late health check occupies no slot, since a busy engine is healthy.
        await db.executeCypher('RETURN 1 AS one')
      } catch (error) {
        throw new DomainError('STORE_UNAVAILABLE', 'The database does not respond.', { cause: error })
      }
    },
    // Closing the database during an index build would crash, so the build finishes first.
    close: () => (closing ??= lastPreparation.then(() => afterWrites(close))),
  }
}

/** Ends a transaction whose commit failed on a full disk; the engine still reports it as active. */
function rollBack(tx: ReturnType<Database['beginTransaction']>): void {
  try {
    if (tx.isActive) tx.rollback()
  } catch {
    // The transaction left nothing, and the first error has the reason.
  }
}

function openDatabase(path: string | null): Database {
  try {
    return grafeo.GrafeoDB.create(path)
  } catch (error) {
    throw toOpenError(error, path)
  }
}

/** Sorts rows by the place of their nodes in a list. */
function inOrderOf(nodes: readonly number[], rows: readonly Row[]): readonly Row[] {
  const places = new Map<unknown, number>(nodes.map((node, place) => [node, place]))
  return rows.toSorted((a, b) => (places.get(a.node) ?? 0) - (places.get(b.node) ?? 0))
}
