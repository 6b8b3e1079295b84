import { DomainError } from '../../domain/errors.ts'
import { ClientLeft } from '../admission/admission.ts'
import { type RawResponse, toCachedOffThread } from './cached-response.ts'
import type { FoundResponse, ResponseCache } from './response-cache.ts'

const MAX_PARALLEL = 4

/**
 * Finds or makes a cached response. Concurrent requests wait for the one that makes it. If that request fails because its
 * client left or has too few points, another one makes the response. After MAX_PARALLEL attempts, each waiting request makes
 * its own.
 */
export async function findForEach(
  cache: ResponseCache,
  key: string,
  make: () => Promise<RawResponse>,
  spelling?: string,
): Promise<FoundResponse> {
  for (let attempt = 1; ; attempt += 1) {
    let isMaker = false
    try {
      return await cache.find(
        key,
        () => {
          isMaker = true
          return make()
        },
        spelling,
      )
    } catch (error) {
      if (isMaker || !concernsMaker(error)) throw error
      if (attempt === MAX_PARALLEL) return { response: await toCachedOffThread(await make()), isStale: false }
    }
  }
}

const concernsMaker = (error: unknown): boolean =>
  error instanceof ClientLeft || (error instanceof DomainError && error.code === 'RATE_LIMITED')
