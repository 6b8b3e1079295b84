import { setTimeout as sleep } from 'node:timers/promises'
import { DomainError } from '../../domain/errors.ts'
import { IDENTITY_LABELS } from '../encoding/node-labels.ts'
import { FORMAT, OPEN } from '../encoding/schema.ts'
import type { Engine, Parameters, StatementRunner } from '../engines/engine.ts'
import type { Statement } from '../queries/statement.ts'
import * as database from '../queries/store-state.ts'

/** The right of one process at a time to write. */
export interface LoadLock {
  /** Newest published revision. */
  readonly published: number
  readonly engineName: Engine['name']
  /**
   * Runs one transaction, and renews the lock at its beginning and its end. No other process takes over in between: it waits for
   * the node of the store state, which the transaction has locked. @throws DomainError CONFLICT when another process took over
   */
  write(work: (tx: StatementRunner) => Promise<unknown>): Promise<void>
}

/** Milliseconds without a renewal after which a load counts as interrupted. */
const SILENCE_MS = 60_000
/** Milliseconds between renewals while a load does not write. */
const RENEWAL_MS = 15_000
const RETRY_MS = 500
const MAX_ATTEMPTS = 240
const CLEANED_AT_ONCE = 1000

/**
 * Takes the lock: waits while another process loads, and removes the leftovers of an interrupted load.
 * @throws DomainError BUSY after two minutes
 */
export async function takeLoadLock(engine: Engine): Promise<LoadLock> {
  await engine.prepareLoads()
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
    const lock = await requestLock(engine, false)
    if (lock) return lock
    await sleep(RETRY_MS)
  }
  throw new DomainError('BUSY', 'Another process is loading into this database; try again when it has finished.')
}

/** Renews a lock until the work ends, so that no other process takes over while a load reads and plans for long. */
export async function whileRenewed<T>(lock: LoadLock, work: () => Promise<T>, renewalMs = RENEWAL_MS): Promise<T> {
  const end = new AbortController()
  const renewals = renewUntil(lock, renewalMs, end.signal)
  try {
    return await work()
  } finally {
    end.abort()
    await renewals
  }
}

async function renewUntil(lock: LoadLock, renewalMs: number, signal: AbortSignal): Promise<void> {
  const nothing = async (): Promise<void> => undefined
  while (!signal.aborted) {
    await sleep(renewalMs, undefined, { signal, ref: false }).catch(nothing)
    // A lost lock, or a lost database, is the error of the next write.
    if (!signal.aborted) await lock.write(nothing).catch(nothing)
  }
}

/** Creates the store state of a new database, and removes the leftovers of an interrupted load. @returns whether there was one */
export async function recover(engine: Engine): Promise<boolean> {
  const [state] = await engine.forLoads.run(database.readStoreState.text)
  if (!state) await engine.transaction((tx) => tx.run(database.createStoreState.text, { format: FORMAT }))
  if (state?.loading !== true) return false
  // Only one process has an embedded database open. Another process may be loading into Neo4j.
  const lock = await requestLock(engine, engine.name === 'embedded')
  if (!lock) return false
  await release(lock)
  await engine.flush()
  return true
}

/** Ends a load without publishing: removes its unpublished states and releases the lock. */
export async function abortLoad(lock: LoadLock): Promise<void> {
  await removeLeftovers(lock)
  await release(lock)
}

async function requestLock(engine: Engine, alone: boolean): Promise<LoadLock | null> {
  const lockState = await engine.transaction(async (tx) => {
    const [row] = await tx.run(database.takeLoadLock.text, { alone, silenceMs: SILENCE_MS })
    if (row) await tx.run(database.markLoading.text)
    return row ?? null
  })
  if (!lockState) return null
  const number = Number(lockState.lock)
  const lock: LoadLock = {
    engineName: engine.name,
    published: Number(lockState.published),
    write: (work) =>
      engine.transaction(async (tx) => {
        const [mine] = await tx.run(database.confirmLoadLock.text, { lock: number })
        if (!mine)
          throw new DomainError(
            'CONFLICT',
            'This load paused for so long that another process took over and began its own; load again when that has finished.',
          )
        await work(tx)
        await tx.run(database.renewLoadLock.text)
      }),
  }
  if (lockState.wasLoading === true) await removeLeftovers(lock)
  return lock
}

const release = (lock: LoadLock): Promise<void> =>
  lock.write((tx) => tx.run(database.publish.text, { revision: lock.published }))

async function removeLeftovers(lock: LoadLock): Promise<void> {
  const { published } = lock
  await repeat(lock, database.removeUnpublishedStates, { published })
  await repeat(lock, database.reopenStates, { published, open: OPEN })
  for (const label of IDENTITY_LABELS) await repeat(lock, database.removeUnpublishedIdentities[label], { published })
}

/** Repeats a statement in bounded transactions until nothing is left. */
async function repeat(lock: LoadLock, { text }: Statement<object>, parameters: Parameters): Promise<void> {
  let cleaned = CLEANED_AT_ONCE
  while (cleaned >= CLEANED_AT_ONCE) {
    await lock.write(async (tx) => {
      const [row] = await tx.run(text, { ...parameters, limit: CLEANED_AT_ONCE })
      cleaned = Number(row?.cleaned ?? 0)
    })
  }
}
