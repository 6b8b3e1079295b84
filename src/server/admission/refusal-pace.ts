/** Work for a request before its refusal: none (UNREAD), or its query was read and checked (READ). */
export type RefusalWork = 'UNREAD' | 'READ'

/** Waits until the next refusal may be sent, at most 200 ms, and not past `untilMs` of performance.now(). */
export type PaceRefusal = (work: RefusalWork, untilMs?: number) => Promise<void>

/** Milliseconds from one refusal to the next: up to 1,000 or 100 per second are sent without delay. */
const SPACING_MS = { UNREAD: 1, READ: 10 } as const satisfies Readonly<Record<RefusalWork, number>>
const MAX_DELAY_MS = 200

/** Spreads refusals over time. Clients that retry immediately would take the time of other requests. */
export function createRefusalPace(): PaceRefusal {
  let nextMs = 0
  return async (work, untilMs = Number.POSITIVE_INFINITY) => {
    const now = performance.now()
    const delayMs = Math.max(0, Math.min(MAX_DELAY_MS, nextMs - now, untilMs - now))
    nextMs = now + delayMs + SPACING_MS[work]
    if (delayMs >= 1) await new Promise((resolve) => setTimeout(resolve, delayMs))
  }
}
