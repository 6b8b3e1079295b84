/** Work done for a request before its refusal: none, or its question was read and checked. */
export type RefusalWork = 'UNREAD' | 'READ'

/** Waits for the turn of one more refusal, at most 200 ms. */
export type PaceRefusal = (work: RefusalWork) => Promise<void>

/** Milliseconds from a refusal to the next: 1,000 or 100 per second are sent at once, more are spread out. */
const SPACING_MS = { UNREAD: 1, READ: 10 } as const satisfies Readonly<Record<RefusalWork, number>>
const MAX_DELAY_MS = 200

/** Spreads refusals: clients that ask again at once would otherwise take the time of those that are answered. */
export function createRefusalPace(): PaceRefusal {
  let nextMs = 0
  return async (work) => {
    const now = performance.now()
    const delayMs = Math.min(MAX_DELAY_MS, Math.max(0, nextMs - now))
    nextMs = now + delayMs + SPACING_MS[work]
    if (delayMs >= 1) await new Promise((resolve) => setTimeout(resolve, delayMs))
  }
}
