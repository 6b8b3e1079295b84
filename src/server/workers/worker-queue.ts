import { Worker } from 'node:worker_threads'
import { DomainError } from '../../domain/errors.ts'

interface Piece<In, Out> {
  readonly value: In
  readonly resolve: (value: Out) => void
  readonly reject: (error: Error) => void
}

interface WorkerResult<Out> {
  readonly value: Out | null
  readonly message: string
}

const MAX_WAITING = 30
/** Far longer than any picture takes: what is not done by then never ends, and would hold up all others. */
const MAX_MS = 20_000

/** Does heavy work in a thread of its own, one piece after the other; the thread starts with the first piece. */
export function createWorkerQueue<In, Out>(
  file: URL,
  workerData: object = {},
  maxMs = MAX_MS,
): (value: In) => Promise<Out> {
  let timer: NodeJS.Timeout | undefined
  let worker: Worker | null = null
  let current: Piece<In, Out> | null = null
  const waiting: Piece<In, Out>[] = []

  function start(): Worker {
    const started = new Worker(file, { workerData })
    started.on('message', ({ value, message }: WorkerResult<Out>) => {
      if (worker !== started) return
      const done = current
      goOn()
      if (value === null) done?.reject(new Error(message))
      else done?.resolve(value)
    })
    started.on('error', (error: Error) => replace(started, error))
    started.on('exit', () =>
      replace(started, new DomainError('INTERNAL', 'The thread that draws ended before its picture was done.')),
    )
    return started
  }

  /** The piece that a thread was at is lost with it; the next one gets a new thread. */
  function replace(lost: Worker, error: Error): void {
    if (worker !== lost) return
    worker = null
    const piece = current
    goOn()
    piece?.reject(error)
  }

  function abortLoad(late: Worker): void {
    replace(late, new DomainError('TIMEOUT', 'The picture took too long to draw; ask for less in it.'))
    late.terminate().catch(() => undefined)
  }

  /** The thread has one piece at a time: what waits there would hold its memory, and could not be refused. */
  function goOn(): void {
    clearTimeout(timer)
    current = waiting.shift() ?? null
    if (current !== null) {
      const busy = worker ?? start()
      worker = busy
      timer = setTimeout(() => abortLoad(busy), maxMs)
      busy.postMessage({ value: current.value })
    }
    // It keeps a process alive while somebody waits for it, and not longer; a listener that is added takes that back.
    if (current === null) worker?.unref()
    else worker?.ref()
  }

  return (value) => {
    if (waiting.length >= MAX_WAITING) {
      return Promise.reject(new DomainError('BUSY', 'Too many pictures are being drawn; try again later.'))
    }
    return new Promise<Out>((resolve, reject) => {
      waiting.push({ value, resolve, reject })
      if (current === null) goOn()
    })
  }
}
