/** Work of one request that waits for a slice. */
export interface Queue {
  readonly waiting: (() => void)[]
  /** Iteration of the event loop in which the request last had a slice, and the end of that slice by `performance.now()`. */
  iteration: number
  untilMs: number
}

export const createQueue = (): Queue => ({ waiting: [], iteration: -1, untilMs: 0 })

/**
 * Length of a slice, in milliseconds. Each request has one in each iteration of the event loop for work that its own events
 * start, and all requests share one for work that waited.
 */
const MAX_SLICE_MS = 4

let iteration = 0
let isIterationWatched = false
let isDraining = false
/** Queues with waiting work; the first one is next. */
const queues: Queue[] = []

/** Whether the slice of a request has time left. The first call in an iteration of the event loop starts its slice. */
export function hasTime(queue: Queue): boolean {
  watchIteration()
  const nowMs = performance.now()
  if (queue.iteration !== iteration) {
    queue.iteration = iteration
    queue.untilMs = nowMs + MAX_SLICE_MS
  }
  return nowMs < queue.untilMs
}

/** Waits for the next slice of a request. Requests take turns. */
export function waitForSlice(queue: Queue): Promise<void> {
  return new Promise((resolve) => {
    if (queue.waiting.push(resolve) === 1 && !queues.includes(queue)) queues.push(queue)
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
  const untilMs = performance.now() + MAX_SLICE_MS
  const first = queues.shift()
  if (first) queues.push(first)
  resumeNext(first, untilMs)
}

/** Resumes waiting work until the slice ends, the work of one request after that of another. */
function resumeNext(queue: Queue | undefined, untilMs: number): void {
  // The request that had the slice is last in the list.
  const current = queue !== undefined && queue.waiting.length > 0 ? queue : nextQueue()
  if (current === undefined) {
    isDraining = false
    return
  }
  if (performance.now() >= untilMs) {
    setImmediate(startSlice)
    return
  }
  current.iteration = iteration
  current.untilMs = untilMs
  const resume = current.waiting.shift()
  resume?.()
  // A tick that a microtask adds runs after all microtasks, and so after the work that was resumed.
  queueMicrotask(() => process.nextTick(resumeNext, current, untilMs))
}

/** Next request with waiting work; those without leave the list. */
function nextQueue(): Queue | undefined {
  for (let next = queues[0]; next !== undefined; next = queues[0]) {
    queues.shift()
    if (next.waiting.length === 0) continue
    queues.push(next)
    return next
  }
  return undefined
}
