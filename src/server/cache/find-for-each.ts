import { DomainError } from '../../domain/errors.ts'
import { ClientLeft } from '../admission/admission.ts'
import { type RawResponse, toCached } from './cached-response.ts'
import type { FoundResponse, ResponseCache } from './response-cache.ts'

const MAX_PARALLEL = 4

/**
 * Finds or makes a cached answer. Several requests may wait for one that makes it: where it fails because the client of
 * that one left, or has no points left, the others make it themselves, the last of them without waiting.
 */
export async function findForEach(
  cache: ResponseCache,
  key: string,
  make: () => Promise<RawResponse>,
  spelling?: string,
): Promise<FoundResponse> {
  for (let turn = 1; ; turn += 1) {
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
      if (turn === MAX_PARALLEL) return { response: toCached(await make()), isStale: false }
    }
  }
}

const concernsMaker = (error: unknown): boolean =>
  error instanceof ClientLeft || (error instanceof DomainError && error.code === 'RATE_LIMITED')
