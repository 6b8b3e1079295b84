import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { ClaimFilter } from '../../domain/store/claim-filter.ts'
import type { Context } from '../context.ts'

/** Maximum number of claims for each filter. If there are more, the result has `complete: false`. */
const MAX_CLAIMS = 500

/** Claim details that match any of the filters, each claim once; one statement for each filter. */
export async function manyClaims(c: Context, filters: readonly ClaimFilter[], revision: RevisionNumber) {
  const page = { limit: MAX_CLAIMS, backwards: false, cursor: null }
  const pages = await Promise.all(filters.map((filter) => c.store.claimPage(filter, 'SLUG', page, revision)))
  const claims = new Map(pages.flatMap(({ items }) => items).map((details) => [details.claim.id, details]))
  return { claims: [...claims.values()], complete: pages.every((found) => !found.hasMore) }
}
