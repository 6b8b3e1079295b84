import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface GoodClientOptions {
  readonly url: string
  /** JSON of a POST; a GET without it. */
  readonly body?: string
  /** Source addresses, used in turn; 127.0.0.1 by default. */
  readonly addresses?: readonly string[]
  /** Milliseconds from one request to the next; 50 by default. */
  readonly everyMs?: number
}

export interface GoodAnswer {
  /** Milliseconds since the epoch. */
  readonly sentMs: number
  /** Milliseconds from the request to the end of its response. */
  readonly ms: number
}

export interface GoodClientFigures {
  readonly asked: number
  readonly answers: readonly GoodAnswer[]
  /** One text for each request without a 200; a POST also needs data in its response. */
  readonly failures: readonly string[]
}

/** Starts a client that sends requests at even intervals, in a thread of its own. @returns a function that stops it */
export function startGoodClient(options: GoodClientOptions): () => Promise<GoodClientFigures> {
  const client = new Worker(new URL('./good-client.mjs', import.meta.url), { workerData: options })
  return async () => {
    client.postMessage('stop')
    const [figures] = await once(client, 'message')
    await client.terminate()
    return figures
  }
}
