/** Work of one request that waits for a slice. */
export interface Queue {
  /** Calls from `next` on wait. */
  readonly waiting: (() => void)[]
  next: number
  /** Iteration of the event loop in which the request last had a slice, and the end of that slice by `performance.now()`. */
  iteration: number
  untilMs: number
  /** Number of shared slices that the request has had. A request with none has a slice of its own in each iteration. */
  shared: number
  /** Returns whether the request has ended. Its waiting work is then dropped. */
  readonly isOver: () => boolean
}

export const createQueue = (isOver = (): boolean => false): Queue => ({
  waiting: [],
  next: 0,
  iteration: -1,
  untilMs: 0,
  shared: 0,
  isOver,
})

/**
 * Length of a slice, in milliseconds. A request that never waited has one in each iteration of the event loop. All requests
 * that have waited share one.
 */
const MAX_SLICE_MS = 2.5

/** One of so many slices goes to the request with the earliest last slice, so that long work is never starved. */
const IN_TURN = 4

let iteration = 0
let isIterationWatched = false
let isDraining = false
let started = 0
/** Queues with waiting work; the last one had the latest slice. */
const queues: Queue[] = []

/**
 * Whether the slice of a request has time left. The first call in an iteration of the event loop starts its slice, unless
 * the request waited before: its work then runs in shared slices alone.
 */
export function hasTime(queue: Queue): boolean {
  const nowMs = performance.now()
  if (queue.iteration !== iteration) {
    if (queue.shared > 0) return false
    watchIteration()
    queue.iteration = iteration
    queue.untilMs = nowMs + MAX_SLICE_MS
  }
  return nowMs < queue.untilMs
}

/** Waits for the next shared slice of a request. The promise stays pending once the request is over. */
export function waitForSlice(queue: Queue): Promise<void> {
  return new Promise((resolve) => {
    queue.waiting.push(resolve)
    if (queue.waiting.length - queue.next === 1 && !queues.includes(queue)) queues.push(queue)
    if (isDraining) return
    isDraining = true
    setImmediate(startSlice)
  })
}

function watchIteration(): void {
  if (isIterationWatched) return
  isIterationWatched = true
  setImmediate(() => {
    isIterationWatched = false
    iteration += 1
  })
}

function startSlice(): void {
  iteration += 1
  started += 1
  resumeNext(nextQueue(), performance.now() + MAX_SLICE_MS)
}

/** Resumes waiting work until the slice ends, the work of one request after that of another. */
function resumeNext(queue: Queue | undefined, untilMs: number): void {
  const current = queue !== undefined && hasWork(queue) ? queue : nextQueue()
  if (current === undefined) {
    isDraining = false
    return
  }
  if (performance.now() >= untilMs) {
    setImmediate(startSlice)
    return
  }
  if (current.iteration !== iteration) current.shared += 1
  current.iteration = iteration
  current.untilMs = untilMs
  const resume = current.waiting[current.next]
  current.next += 1
  resume?.()
  // A tick that a microtask adds runs after all microtasks, and so after the resumed work.
  queueMicrotask(() => process.nextTick(resumeNext, current, untilMs))
}

/**
 * Takes the queue with the fewest slices so far, so that shorter work overtakes longer work; in every IN_TURN-th slice the
 * one that waits longest.
 */
function nextQueue(): Queue | undefined {
  for (let i = queues.length - 1; i >= 0; i -= 1) {
    const queue = queues[i]
    if (queue !== undefined && !hasWork(queue)) queues.splice(i, 1)
  }
  const [first, ...others] = queues
  if (first === undefined) return undefined
  const isInTurn = started % IN_TURN === 0
  const next = isInTurn ? first : others.reduce((least, one) => (one.shared < least.shared ? one : least), first)
  queues.splice(queues.indexOf(next), 1)
  queues.push(next)
  return next
}

/** Returns whether work waits, and drops that of a request that is over. */
function hasWork(queue: Queue): boolean {
  if (queue.next < queue.waiting.length && !queue.isOver()) return true
  queue.waiting.length = 0
  queue.next = 0
  return false
}
