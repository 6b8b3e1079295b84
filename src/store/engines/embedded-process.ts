import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '../../domain/errors.ts'
import { checkParameters } from './check-parameters.ts'
import { type DatabaseProcess, startDatabaseProcess } from './database-process.ts'
import type { Engine, FoundStates, Parameters, Row, StatementRunner, StoreSchema } from './engine.ts'
import { NOTHING_FOUND } from './found-states.ts'
import type { Call } from './process-messages.ts'
import { createTimeLimit } from './time-limit.ts'

export interface EmbeddedProcessOptions {
  /** The database file. */
  readonly path: string
  readonly readTimeoutMs: number
  readonly importTimeoutMs: number
  /** Number of statements past their limit at which new ones are refused; 2 unless given. */
  readonly heavySlots?: number
  /** Time in milliseconds between the limit of a statement and the end of its process; `readTimeoutMs` unless given. */
  readonly graceMs?: number
  /** Time in milliseconds that a close may take before the process is killed; 10,000 unless given. Commits stay in the log. */
  readonly closeMs?: number
  /** Called after the process ended or was killed, before it starts again. */
  readonly onRestart?: (reason: string) => void
}

const HEAVY_SLOTS = 2
const CLOSE_MS = 10_000
const RETRY_MS = [0, 500, 1000, 2000, 5000, 10_000]

/**
 * Runs the embedded engine in a child process, so that statements do not block the thread that serves requests. A statement far
 * past its limit is ended by killing the process. A new process opens the database with every acknowledged write.
 *
 * Until the new process is ready, every call fails at once with STORE_UNAVAILABLE.
 *
 * @throws DomainError STORE_LOCKED, STORE_DAMAGED or STORE_UNAVAILABLE
 */
export async function openEmbeddedProcess(options: EmbeddedProcessOptions): Promise<Engine> {
  const { path, readTimeoutMs, importTimeoutMs, heavySlots = HEAVY_SLOTS } = options
  const { graceMs = readTimeoutMs, closeMs = CLOSE_MS } = options
  /** The process that has the database open; null while there is none. */
  let current: DatabaseProcess | null = null
  let schema: StoreSchema | null = null
  /** Revision of the last `prepareReads`, which a new process repeats. */
  let prepared: number | null = null
  let closing: Promise<void> | null = null
  let commits = 0
  let killedFor: string | null = null
  /** A process that is still opening the database. */
  let starting: DatabaseProcess | null = null

  const withinTime = createTimeLimit({
    heavySlots,
    onOverdue(work) {
      const late = current
      const timer = setTimeout(() => kill(late, 'a statement did not end'), graceMs)
      const settled = (): void => clearTimeout(timer)
      work.then(settled, settled)
    },
  })

  function kill(late: DatabaseProcess | null, reason: string): void {
    if (late === null || late !== current) return
    killedFor = reason
    late.kill()
  }

  async function open(): Promise<DatabaseProcess> {
    const started = startDatabaseProcess()
    starting = started
    try {
      await started.call({ method: 'open', options: { path, readTimeoutMs } })
      if (schema !== null) await started.call({ method: 'ensureSchema', schema })
    } catch (error) {
      started.kill()
      await started.ended
      throw error
    } finally {
      starting = null
    }
    void started.ended.then((reason) => {
      if (current !== started) return
      current = null
      if (closing === null) void startAgain(killedFor ?? reason)
      killedFor = null
    })
    current = started
    return started
  }

  async function startAgain(reason: string): Promise<void> {
    options.onRestart?.(reason)
    for (let tries = 0; closing === null && current === null; tries += 1) {
      await sleep(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)], undefined, { ref: false })
      if (closing !== null) return
      const started = await open().catch(() => null)
      if (closing !== null) return started?.kill()
      if (started === null || prepared === null) continue
      // A search before its end waits for the index, as after any start.
      started.call({ method: 'prepareReads', revision: prepared }).catch(() => undefined)
    }
  }

  function call(call: Call, host = current): Promise<unknown> {
    if (closing !== null)
      return Promise.reject(
        new DomainError('STORE_UNAVAILABLE', 'The database is closed; try again when the server has started again.'),
      )
    if (host === null) return Promise.reject(openingAgain())
    return host.call(call)
  }

  /** Calls with a time limit. Writes have none (null), since they must not be abandoned half-way. */
  const callWithin = (limitMs: number | null, message: Call, host = current): Promise<unknown> =>
    limitMs === null ? call(message, host) : withinTime(limitMs, () => call(message, host))

  const runner =
    (method: 'run' | 'runForLoad', limitMs: number): StatementRunner['run'] =>
    async (text, parameters = {}) => {
      checkParameters(parameters)
      return toRows(await callWithin(limitMs, { method, text, parameters }))
    }

  async function transaction<T>(work: (tx: StatementRunner) => Promise<T>): Promise<T> {
    const host = current
    const id = Number(await call({ method: 'begin' }, host))
    const statements: Promise<readonly Row[]>[] = []
    const execute = async (text: string, parameters: Parameters): Promise<readonly Row[]> => {
      checkParameters(parameters)
      return toRows(await call({ method: 'runInTransaction', transaction: id, text, parameters }, host))
    }
    try {
      const result = await work({
        run(text, parameters = {}) {
          const statement = execute(text, parameters)
          statements.push(statement)
          return statement
        },
      })
      await Promise.all(statements)
      await call({ method: 'commit', transaction: id }, host)
      commits += 1
      return result
    } catch (error) {
      await Promise.allSettled(statements)
      await call({ method: 'rollBack', transaction: id }, host).catch(() => undefined)
      throw error
    }
  }

  /** Kills a process that has not responded for longer than any statement may take. */
  async function probe(method: 'ping' | 'checkHealth'): Promise<void> {
    const probed = current
    const timer = setTimeout(
      () => kill(probed, 'it did not respond'),
      Math.max(importTimeoutMs, readTimeoutMs + graceMs),
    )
    timer.unref()
    try {
      await call({ method }, probed)
    } finally {
      clearTimeout(timer)
    }
  }

  async function close(): Promise<void> {
    starting?.kill()
    await starting?.ended
    const last = current
    if (last === null) return
    const timer = setTimeout(() => last.kill(), closeMs)
    await last.call({ method: 'close' }).catch(() => last.kill())
    await last.ended
    clearTimeout(timer)
  }

  await open()
  return {
    name: 'embedded',
    run: runner('run', readTimeoutMs),
    forLoads: { run: runner('runForLoad', importTimeoutMs) },
    transaction,
    commits: () => commits,
    async searchText(index, terms, bounds) {
      if (terms.length === 0 || bounds.limit < 1) return NOTHING_FOUND
      checkParameters({ terms })
      const found = await callWithin(readTimeoutMs, { method: 'searchText', index, terms, bounds })
      return toStates(found)
    },
    async ensureSchema(wanted) {
      await call({ method: 'ensureSchema', schema: wanted })
      schema = wanted
    },
    async prepareReads(revision) {
      prepared = revision
      await call({ method: 'prepareReads', revision })
    },
    ping: () => probe('ping'),
    prepareLoads: async () => void (await call({ method: 'prepareLoads' })),
    flush: async () => void (await call({ method: 'flush' })),
    async checkHealth() {
      try {
        // A late health check occupies no slot, since a busy engine is healthy.
        await probe('checkHealth')
      } catch (error) {
        throw new DomainError('STORE_UNAVAILABLE', 'The database does not respond.', { cause: error })
      }
    },
    close: () => (closing ??= close()),
  }
}

const toRows = (value: unknown): readonly Row[] => (Array.isArray(value) ? value : [])

const openingAgain = (): DomainError =>
  new DomainError('STORE_UNAVAILABLE', 'The database is being opened again; try again in a moment.')

function toStates(found: unknown): FoundStates {
  const { groups, complete } = Object(found)
  return {
    groups: toRows(groups).map(({ rank, things }) => ({ rank: String(rank), things: toTexts(things) })),
    complete: complete === true,
  }
}

const toTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])
