import { createQueue, hasTime, type Queue, waitForSlice } from './slice-queue.ts'

/**
 * Divides the work of one request into slices, between which the event loop serves other requests. Work runs synchronously
 * until the request has used up its slice, so that a short request never waits.
 */
export interface Slices {
  /** Runs work in this slice, or in the next slice of the request if this one is used up. */
  run<T>(work: () => T): T | Promise<T>
  /**
   * Returns an iterable of the items. Items that are read after the end of the slice are promises, which resolve in later
   * slices.
   */
  list<T>(items: readonly T[]): Iterable<T | Promise<T>>
  /** Calls back after every item that waits for a slice was delivered, so that reads of all items form one batch. */
  afterItems(call: () => void): void
}

/** Length of lists that are not divided. */
const SHORT = 3

/**
 * Creates the slices of one request.
 * @param isOver returns whether the request has ended; work that waits for a slice is then dropped, and its promise stays
 * pending. Returns false unless given.
 */
export function createSlices(isOver?: () => boolean): Slices {
  const queue = createQueue(isOver)
  let pending = 0
  const afterwards: (() => void)[] = []

  function given(): void {
    pending -= 1
    if (pending > 0) return
    // Microtasks of the last item run first. They may add to the batch, or wait for a slice again.
    process.nextTick(() => {
      if (pending > 0) return
      for (const call of afterwards.splice(0)) call()
    })
  }

  function later<T>(work: () => T): Promise<T> {
    pending += 1
    return waitForSlice(queue).then(() => {
      try {
        return work()
      } finally {
        given()
      }
    })
  }

  function* sliced<T>(items: readonly T[]): Iterable<T | Promise<T>> {
    for (const item of items) yield hasTime(queue) ? item : later(() => item)
  }

  return {
    run: (work) => (hasTime(queue) ? work() : later(work)),
    list: (items) => (items.length > SHORT ? sliced(items) : items),
    afterItems(call) {
      Promise.resolve().then(() =>
        process.nextTick(() => {
          if (pending > 0) afterwards.push(call)
          else call()
        }),
      )
    },
  }
}

/**
 * Maps a list in slices: items of a long list are made over several iterations of the event loop, in their order. All calls
 * share the slice of an iteration, so several short lists are divided as one long list is.
 */
export async function mapInSlices<T, R>(items: readonly T[], make: (item: T) => R | Promise<R>): Promise<R[]> {
  const queue = createQueue()
  const made: R[] = []
  for (const item of items) {
    if (!mayGoOn(queue)) await waitForSlice(queue)
    const value = make(item)
    made.push(value instanceof Promise ? await value : value)
  }
  return made
}

/**
 * Creates the pauses of one long task, such as an export. Call the function between two steps: it returns a promise of the next
 * slice if the slice that `mapInSlices` shares is used up, and null otherwise.
 */
export function createPauses(): () => Promise<void> | null {
  const queue = createQueue()
  return () => (mayGoOn(queue) ? null : waitForSlice(queue))
}

/** Pauses between two steps of long work if the slice that `mapInSlices` shares is used up. */
export async function pauseInSlices(): Promise<void> {
  if (!hasTime(SHARED)) await waitForSlice(createQueue())
}

/**
 * Runs long work that belongs to no request, in the slices that `mapInSlices` shares.
 * @param work yields after each step of less than a millisecond
 */
export async function runInSlices<T>(work: Generator<void, T>): Promise<T> {
  const queue = createQueue()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (!mayGoOn(queue)) await waitForSlice(queue)
  }
}

/** Slice of all pages and exports together in one iteration of the event loop. */
const SHARED = createQueue()

/** Returns whether the slice of pages and exports has time left, or the one that the queue waited for. */
const mayGoOn = (queue: Queue): boolean => (queue.shared > 0 ? hasTime(queue) : hasTime(SHARED))
