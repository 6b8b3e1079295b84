import { type ChildProcess, fork } from 'node:child_process'
import { DomainError } from '../../domain/errors.ts'
import { type Call, parseResponse, toError } from './process-messages.ts'

/** A child process that has the database open. */
export interface DatabaseProcess {
  /** @throws DomainError the error of the engine in the child; STORE_UNAVAILABLE when the child ends first */
  call(call: Call): Promise<unknown>
  /** Kills the process. Committed and flushed writes stay. */
  kill(): void
  /** Resolves when the process has ended, with the reason in words. */
  readonly ended: Promise<string>
}

/** The source tree has TypeScript, which Node loads through tsx, a development dependency. The build has JavaScript. */
const ENDING = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
const EXEC_ARGV = ENDING === '.ts' ? ['--import', 'tsx'] : []

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Starts a child process. It ends when this process ends or crashes. */
export function startDatabaseProcess(): DatabaseProcess {
  const child: ChildProcess = fork(new URL(`./embedded-child${ENDING}`, import.meta.url), {
    execArgv: EXEC_ARGV,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const pending = new Map<number, Pending>()
  let lastId = 0
  let over: string | null = null

  const ended = new Promise<string>((resolve) => {
    const end = (reason: string): void => {
      if (over !== null) return
      over = reason
      for (const { reject } of pending.values()) reject(gone(reason))
      pending.clear()
      resolve(reason)
    }
    child.once('exit', (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`))
    child.once('error', (error) => end(error.message))
  })
  child.on('message', (message: unknown) => {
    const response = parseResponse(message)
    const waiting = response && pending.get(response.id)
    if (!response || !waiting) return
    pending.delete(response.id)
    if ('error' in response) waiting.reject(toError(response.error))
    else waiting.resolve(response.value)
  })

  return {
    ended,
    call: (call) =>
      new Promise((resolve, reject) => {
        if (over !== null) return reject(gone(over))
        lastId += 1
        const id = lastId
        pending.set(id, { resolve, reject })
        child.send({ id, call }, (error) => {
          if (error === null || !pending.delete(id)) return
          reject(gone(error.message))
        })
      }),
    kill: () => void child.kill('SIGKILL'),
  }
}

const gone = (reason: string): DomainError =>
  new DomainError('STORE_UNAVAILABLE', 'The database is being opened again; try again in a moment.', {
    cause: new Error(`The database process ended: ${reason}.`),
  })
