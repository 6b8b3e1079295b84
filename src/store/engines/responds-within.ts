import { setImmediate, setTimeout } from 'node:timers/promises'
import { stopwatchMs } from './stopwatch.ts'

const STEP_MS = 25
/** Inexactness of timers on an idle machine, in milliseconds. */
const INEXACT_MS = 2
/** Additional steps, beyond those of the time limit. */
const SPARE_STEPS = 40

/**
 * Whether a probe responds in time. Time in which this thread was busy is not counted, since a response may wait unread.
 * @param probe rejects without a response; its signal ends the attempt
 * @param limitMs at least 25 ms
 * @param outerSignal ends the attempt too
 */
export async function respondsWithin(
  probe: (stop: AbortSignal) => Promise<void>,
  limitMs: number,
  outerSignal?: AbortSignal,
): Promise<boolean> {
  const stop = new AbortController()
  const { signal } = stop
  const end = (): void => stop.abort()
  // AbortSignal.any would stay referenced from the longer-lived signal.
  outerSignal?.addEventListener('abort', end)
  if (outerSignal?.aborted) end()
  const responded = probe(signal).then(
    () => true,
    () => false,
  )
  const timedOut = waitUnlessBusy(limitMs, signal).then(() => false)
  try {
    return await Promise.race([responded, timedOut])
  } finally {
    outerSignal?.removeEventListener('abort', end)
    stop.abort()
  }
}

/**
 * Waits in steps. A late step shows that the thread or the machine was busy, and its delay is not counted. The number of steps
 * is bounded.
 */
async function waitUnlessBusy(ms: number, stop: AbortSignal): Promise<void> {
  let left = ms
  const max = ms / STEP_MS + SPARE_STEPS
  for (let steps = 0; left > INEXACT_MS && steps < max && !stop.aborted; steps += 1) {
    const step = Math.min(STEP_MS, left)
    const started = stopwatchMs()
    await setTimeout(step, undefined, { ref: false })
    const lateMs = Math.max(0, stopwatchMs() - started - step - INEXACT_MS)
    left -= Math.max(0, step - lateMs)
  }
  // The event loop runs timers before sockets, and immediates after them.
  await setImmediate()
}
