export interface ThreadLag {
  /** Returns the delay of the event loop, a moving average in milliseconds. */
  readonly ms: () => number
  readonly stop: () => void
}

const EVERY_MS = 20
/** Weight of the newest sample in the moving average: one delay of 300 ms counts 60 ms. */
const NEWEST = 0.2

/** Measures the delay of a timer. The timer does not keep the process alive. */
export function watchThreadLag(): ThreadLag {
  let average = 0
  let due = performance.now() + EVERY_MS
  const timer = setInterval(() => {
    const now = performance.now()
    average += (Math.max(0, now - due) - average) * NEWEST
    due = now + EVERY_MS
  }, EVERY_MS)
  timer.unref()
  return { ms: () => average, stop: () => clearInterval(timer) }
}
