import { expect } from 'vitest'
import type { GraphStore } from '../../src/domain/graph-store.ts'
import type { RevisionNumber } from '../../src/domain/revision-number.ts'
import type { ClaimFilter } from '../../src/domain/store/claim-filter.ts'

/** Slugs of a filter by two reads: the first two, and those after them. */
export async function slugsInTwos(
  store: GraphStore,
  filter: ClaimFilter,
  revision: RevisionNumber,
): Promise<readonly string[]> {
  const first = await store.claimSlugs(filter, { after: null, limit: 2 }, revision)
  const rest = await store.claimSlugs(filter, { after: first.at(-1) ?? null, limit: 100 }, revision)
  expect(first.length).toBeLessThanOrEqual(2)
  return first.length === 2 ? [...first, ...rest] : first
}
