import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** A client's account after it was charged. */
export interface Account {
  readonly isAllowed: boolean
  /** Points per minute. */
  readonly limit: number
  /** Points that are left in this minute. */
  readonly remaining: number
  /** Whole seconds until all points are there again, at least 1. */
  readonly resetSeconds: number
}

export interface RateLimit {
  /** Takes points from a client's account: one that has too few left is refused, and charged nothing. */
  readonly charge: (client: string, points: number) => Promise<Account>
  /** Gives back what was charged for nothing. */
  readonly refund: (client: string, points: number) => Promise<void>
  /** Clients with an account. */
  readonly size: () => number
}

const WINDOW_SECONDS = 60
/** About 10 MB. Past it the client that was not seen for longest is forgotten. */
const MAX_CLIENTS = 20_000

/**
 * Counts cost points per client and minute, in memory.
 * @param pointsPerMinute at least 1
 */
export function createRateLimit(pointsPerMinute: number, maxClients = MAX_CLIENTS): RateLimit {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: WINDOW_SECONDS })
  // The limiter keeps every client for a minute, however many there are.
  const clients = new LRUCache<string, true>({ max: maxClients, dispose: (_, client) => void limiter.delete(client) })
  const toAccount = (isAllowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Account => ({
    isAllowed,
    limit: pointsPerMinute,
    remaining: remainingPoints,
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  })
  return {
    async charge(client, points) {
      if (clients.get(client) === undefined) clients.set(client, true)
      try {
        return toAccount(true, await limiter.consume(client, points))
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        return toAccount(false, await limiter.reward(client, points))
      }
    },
    async refund(client, points) {
      // An account that was forgotten or began anew meanwhile does not have these points.
      const account = await limiter.get(client)
      if (account !== null && account.consumedPoints >= points) await limiter.reward(client, points)
    },
    size: () => clients.size,
  }
}
