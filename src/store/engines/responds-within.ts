import { setImmediate, setTimeout } from 'node:timers/promises'
import { stopwatchMs } from './stopwatch.ts'

const STEP_MS = 25
/** Timers are this inexact on an idle machine. */
const INEXACT_MS = 2
/** Beyond those that the time itself takes. */
const SPARE_STEPS = 40

/**
 * Whether something answers in time. An answer that is there but unread, because this thread was busy, is not taken for none.
 * @param probe rejects where there is no answer; its signal ends the attempt, as `giveUp` does
 * @param limitMs at least 25 ms
 */
export async function respondsWithin(
  probe: (stop: AbortSignal) => Promise<void>,
  limitMs: number,
  abortLoad?: AbortSignal,
): Promise<boolean> {
  const stop = new AbortController()
  const { signal } = stop
  const end = (): void => stop.abort()
  // AbortSignal.any would stay referenced from `giveUp` for as long as that lives.
  abortLoad?.addEventListener('abort', end)
  if (abortLoad?.aborted) end()
  const answered = probe(signal).then(
    () => true,
    () => false,
  )
  const unanswered = waitUnlessBusy(limitMs, signal).then(() => false)
  try {
    return await Promise.race([answered, unanswered])
  } finally {
    abortLoad?.removeEventListener('abort', end)
    stop.abort()
  }
}

/**
 * A step that comes late shows that the thread, or the machine, was busy: as much as it was late is not counted. It does
 * not go on for ever, however busy the machine is.
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
  // Timers come before sockets in a turn of the event loop; an immediate comes after them.
  await setImmediate()
}
