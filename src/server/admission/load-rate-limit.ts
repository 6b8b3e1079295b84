import { type Lazy, lazy } from '../lazy.ts'
import type { RateLimit } from './rate-limit.ts'

/** Returns the rate limit, which is loaded at the first request. Null for 0 points per minute, which means no limit. */
export function loadRateLimit(pointsPerMinute: number): Lazy<RateLimit> | null {
  if (pointsPerMinute === 0) return null
  return lazy(async () => {
    const { createRateLimit } = await import('./rate-limit.ts')
    return createRateLimit(pointsPerMinute)
  })
}
