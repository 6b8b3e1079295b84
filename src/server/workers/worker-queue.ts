import { Worker } from 'node:worker_threads'
import { DomainError } from '../../domain/errors.ts'

interface Task<In, Out> {
  readonly value: In
  readonly resolve: (value: Out) => void
  readonly reject: (error: Error) => void
}

interface WorkerResult<Out> {
  readonly value: Out | null
  readonly message: string
}

const MAX_WAITING = 30
/** Maximum time of one task, in milliseconds, far above that of any picture. A longer task would block all others. */
const MAX_MS = 20_000

/**
 * Creates a queue of tasks for one worker thread, which starts with the first task and runs one at a time.
 *
 * @returns a function that runs a task. It rejects with DomainError BUSY for a full queue and TIMEOUT after `maxMs`.
 */
export function createWorkerQueue<In, Out>(
  file: URL,
  workerData: object = {},
  maxMs = MAX_MS,
): (value: In) => Promise<Out> {
  let timer: NodeJS.Timeout | undefined
  let worker: Worker | null = null
  let current: Task<In, Out> | null = null
  const waiting: Task<In, Out>[] = []

  function start(): Worker {
    const started = new Worker(file, { workerData })
    started.on('message', ({ value, message }: WorkerResult<Out>) => {
      if (worker !== started) return
      const done = current
      startNext()
      if (value === null) done?.reject(new Error(message))
      else done?.resolve(value)
    })
    started.on('error', (error: Error) => replace(started, error))
    started.on('exit', () =>
      replace(started, new DomainError('INTERNAL', 'The drawing thread ended before it finished a picture.')),
    )
    return started
  }

  /** Rejects the task of a lost thread. The next task starts a new thread. */
  function replace(lost: Worker, error: Error): void {
    if (worker !== lost) return
    worker = null
    const task = current
    startNext()
    task?.reject(error)
  }

  function abortTask(late: Worker): void {
    replace(late, new DomainError('TIMEOUT', 'The picture took too long to draw; request one with fewer claims.'))
    late.terminate().catch(() => undefined)
  }

  /** Posts the next task. Tasks wait in this thread, where they can be refused. */
  function startNext(): void {
    clearTimeout(timer)
    current = waiting.shift() ?? null
    if (current !== null) {
      const busy = worker ?? start()
      worker = busy
      timer = setTimeout(() => abortTask(busy), maxMs)
      busy.postMessage({ value: current.value })
    }
    // Only a running task may keep the process alive. Adding a listener to the worker refs it again.
    if (current === null) worker?.unref()
    else worker?.ref()
  }

  return (value) => {
    if (waiting.length >= MAX_WAITING) {
      return Promise.reject(new DomainError('BUSY', 'Too many pictures are being drawn; try again later.'))
    }
    return new Promise<Out>((resolve, reject) => {
      waiting.push({ value, resolve, reject })
      if (current === null) startNext()
    })
  }
}
