import { Worker } from 'node:worker_threads'
import { DomainError } from '../domain/errors.ts'

interface Waiting<Out> {
  readonly resolve: (value: Out) => void
  readonly reject: (error: Error) => void
}

interface Answer<Out> {
  readonly id: number
  readonly value: Out | null
  readonly message: string
}

const MOST_WAITING = 50

/** Does heavy work in a thread of its own, one piece after the other; the thread starts with the first piece. */
export function createWorkElsewhere<In, Out>(file: URL, workerData: object = {}): (value: In) => Promise<Out> {
  let worker: Worker | null = null
  let next = 0
  const waiting = new Map<number, Waiting<Out>>()

  function start(): Worker {
    const started = new Worker(file, { workerData })
    // It must not keep a process alive that wants to end.
    started.unref()
    started.on('message', ({ id, value, message }: Answer<Out>) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (value === null) asked?.reject(new Error(message))
      else asked?.resolve(value)
    })
    started.on('error', (error: Error) => {
      for (const asked of waiting.values()) asked.reject(error)
      waiting.clear()
      worker = null
    })
    return started
  }

  return (value) => {
    if (waiting.size >= MOST_WAITING) {
      return Promise.reject(new DomainError('BUSY', 'Too many pictures are being drawn; try again later.'))
    }
    worker ??= start()
    next += 1
    const id = next
    const done = new Promise<Out>((resolve, reject) => waiting.set(id, { resolve, reject }))
    worker.postMessage({ id, value })
    return done
  }
}
