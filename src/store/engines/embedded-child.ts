/** Entry file of the child process that has the embedded database open. embedded-process.ts starts it. */
import { DomainError } from '../../domain/errors.ts'
import { openEmbedded } from './embedded.ts'
import { toDomainError } from './embedded-errors.ts'
import type { Engine, StatementRunner } from './engine.ts'
import { type Call, type Request, type Response, toErrorMessage } from './process-messages.ts'

interface OpenTransaction {
  readonly runner: StatementRunner
  /** Ends the transaction: commits, or rolls back with an error. */
  readonly finish: (error: Error | null) => void
  readonly done: Promise<void>
}

let engine: Engine | null = null
let lastTransaction = 0
const transactions = new Map<number, OpenTransaction>()

// A terminal signals the server and the child. The child ignores the signal, since the server closes the database.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
// The server ended. The exit releases the lock of the database file.
process.on('disconnect', () => process.exit(0))
process.on('message', (request: Request) => void respond(request))

async function respond({ id, call }: Request): Promise<void> {
  const response: Response = await perform(call).then(
    (value) => ({ id, value }),
    (error: unknown) => ({ id, error: toErrorMessage(toDomainError(error)) }),
  )
  // The callback ignores a failure: the event `disconnect` reports a server that ended.
  process.send?.(response, undefined, undefined, () => {
    if (call.method === 'close') process.exit(0)
  })
}

async function perform(call: Call): Promise<unknown> {
  if (call.method === 'ping') return null
  if (call.method === 'open') {
    engine = await openEmbedded({ ...call.options, isTimeLimited: false })
    return null
  }
  if (engine === null) throw new DomainError('INTERNAL', 'The database is not open.')
  switch (call.method) {
    case 'run':
      return engine.run(call.text, call.parameters)
    case 'runForLoad':
      return engine.forLoads.run(call.text, call.parameters)
    case 'begin':
      return begin(engine)
    case 'runInTransaction':
      return find(call.transaction).runner.run(call.text, call.parameters)
    case 'commit':
      return end(call.transaction, null)
    case 'rollBack':
      return end(call.transaction, new DomainError('CONFLICT', 'The transaction is rolled back.')).catch(() => null)
    case 'searchText':
      return engine.searchText(call.index, call.terms, call.bounds)
    case 'ensureSchema':
      return engine.ensureSchema(call.schema)
    case 'prepareReads':
      return engine.prepareReads(call.revision)
    case 'prepareLoads':
      return engine.prepareLoads()
    case 'flush':
      return engine.flush()
    case 'checkHealth':
      return engine.checkHealth()
    case 'close':
      return engine.close()
  }
}

/** @returns the id of a new transaction, which is open until it commits or rolls back */
function begin(database: Engine): Promise<number> {
  lastTransaction += 1
  const id = lastTransaction
  return new Promise((resolve, reject) => {
    const done = database.transaction(
      (runner) =>
        new Promise<void>((commit, fail) => {
          const finish: OpenTransaction['finish'] = (error) => (error === null ? commit() : fail(error))
          // Writes are serialized in this process, so the engine never reports a write conflict.
          if (transactions.has(id)) {
            return finish(new DomainError('CONFLICT', 'Somebody else changed the same things meanwhile; try again.'))
          }
          transactions.set(id, { runner, finish, done })
          resolve(id)
        }),
    )
    done.catch(reject)
  })
}

async function end(id: number, error: Error | null): Promise<null> {
  const { finish, done } = find(id)
  finish(error)
  try {
    await done
    return null
  } finally {
    transactions.delete(id)
  }
}

function find(id: number): OpenTransaction {
  const found = transactions.get(id)
  if (!found) throw new DomainError('CONFLICT', 'The transaction is over.')
  return found
}
