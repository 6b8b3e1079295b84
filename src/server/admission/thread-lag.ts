export interface ThreadLag {
  /** How late the event loop has been lately, in milliseconds: a moving average. */
  readonly ms: () => number
  readonly stop: () => void
}

const EVERY_MS = 20
/** Share of the newest sample. One block of 300 ms counts 60 ms; only repeated ones count whole. */
const NEWEST = 0.2

/** Samples how late a timer fires. It keeps no process alive. */
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
