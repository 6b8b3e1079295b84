import { type Lazy, lazy } from '../lazy.ts'
import type { RateLimit } from './rate-limit.ts'

/** Returns the rate limit, whose module the first request loads. Null for 0 points per minute, which is no limit. */
export function loadRateLimit(pointsPerMinute: number): Lazy<RateLimit> | null {
  if (pointsPerMinute === 0) return null
  return lazy(async () => {
    const { createRateLimit } = await import('./rate-limit.ts')
    return createRateLimit(pointsPerMinute)
  })
}
