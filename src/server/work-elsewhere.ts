import { Worker } from 'node:worker_threads'
import { DomainError } from '../domain/errors.ts'

interface Piece<In, Out> {
  readonly value: In
  readonly resolve: (value: Out) => void
  readonly reject: (error: Error) => void
}

interface Answer<Out> {
  readonly value: Out | null
  readonly message: string
}

const MOST_WAITING = 30

/** Does heavy work in a thread of its own, one piece after the other; the thread starts with the first piece. */
export function createWorkElsewhere<In, Out>(file: URL, workerData: object = {}): (value: In) => Promise<Out> {
  let worker: Worker | null = null
  let current: Piece<In, Out> | null = null
  const waiting: Piece<In, Out>[] = []

  function start(): Worker {
    const started = new Worker(file, { workerData })
    started.on('message', ({ value, message }: Answer<Out>) => {
      const done = current
      goOn()
      if (value === null) done?.reject(new Error(message))
      else done?.resolve(value)
    })
    started.on('error', (error: Error) => {
      worker = null
      const lost = current
      goOn()
      lost?.reject(error)
    })
    return started
  }

  /** The thread has one piece at a time: what waits there would hold its memory, and could not be refused. */
  function goOn(): void {
    current = waiting.shift() ?? null
    if (current !== null) {
      worker ??= start()
      worker.postMessage({ value: current.value })
    }
    // It keeps a process alive while somebody waits for it, and not longer; a listener that is added takes that back.
    if (current === null) worker?.unref()
    else worker?.ref()
  }

  return (value) => {
    if (waiting.length >= MOST_WAITING) {
      return Promise.reject(new DomainError('BUSY', 'Too many pictures are being drawn; try again later.'))
    }
    return new Promise<Out>((resolve, reject) => {
      waiting.push({ value, resolve, reject })
      if (current === null) goOn()
    })
  }
}
