import type { ClaimFilter } from '../../domain/store/claim-filter.ts'
import type { Context } from '../context.ts'

/** For each filter; past it the answer says that it is not complete. */
const MAX_CLAIMS = 500

/** Whole claims that fit any of the filters, one statement each. */
export async function manyClaims(c: Context, filters: readonly ClaimFilter[], revision: number) {
  const page = { limit: MAX_CLAIMS, backwards: false, cursor: null }
  const pages = await Promise.all(filters.map((filter) => c.store.claimPage(filter, 'SLUG', page, revision)))
  const claims = new Map(pages.flatMap(({ items }) => items).map((details) => [details.claim.id, details]))
  return { claims: [...claims.values()], complete: pages.every((found) => !found.hasMore) }
}
