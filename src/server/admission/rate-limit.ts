import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Account of a client after a charge. */
export interface Account {
  readonly isAllowed: boolean
  /** Cost points per minute. */
  readonly limit: number
  /** Points left in this minute. */
  readonly remaining: number
  /** Seconds until all points are back, an integer from 1 on. */
  readonly resetSeconds: number
}

/** Accounts of cost points by client. */
export interface RateLimit {
  /** Charges an account. An account with too few points is refused and not charged. */
  readonly charge: (client: string, points: number) => Promise<Account>
  /** Returns points of work that did not start. */
  readonly refund: (client: string, points: number) => Promise<void>
  /** Returns the number of accounts. */
  readonly size: () => number
}

const WINDOW_SECONDS = 60
/** Maximum of accounts, about 10 MB. Past it, the account that was not used for longest is dropped. */
const MAX_CLIENTS = 20_000

/**
 * Counts cost points per client and minute, in memory.
 * @param pointsPerMinute at least 1
 */
export function createRateLimit(pointsPerMinute: number, maxClients = MAX_CLIENTS): RateLimit {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: WINDOW_SECONDS })
  // The limiter has no bound on clients, so this cache deletes them.
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
      // An account that was dropped or reset meanwhile was not charged these points.
      const account = await limiter.get(client)
      if (account !== null && account.consumedPoints >= points) await limiter.reward(client, points)
    },
    size: () => clients.size,
  }
}
