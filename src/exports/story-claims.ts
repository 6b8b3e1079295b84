import type { ClaimDetails } from '../domain/claim-details.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Slug } from '../domain/slug.ts'
import type { ClaimFilter } from '../domain/store/claim-filter.ts'
import type { Story } from '../domain/story.ts'
import { claimSlugs } from './claim-pages.ts'

/** Claims that are read by one statement. */
const BATCH_SIZE = 100

export interface StoryClaimsOptions {
  readonly store: Pick<GraphStore, 'claims' | 'claimSlugs'>
  /** Null for all claims. */
  readonly filter: ClaimFilter | null
  readonly revision: RevisionNumber
}

/** Reads the claims of a filter that a story selects, in the order of the story, in batches. */
export async function* storyClaims(
  { id, claimIds }: Story,
  { store, filter, revision }: StoryClaimsOptions,
): AsyncIterable<readonly ClaimDetails[]> {
  const found = filter === null ? null : await slugsOf(store, { ...filter, story: id }, revision)
  const ids = found === null ? claimIds : claimIds.filter((one) => found.has(one))
  for (let from = 0; from < ids.length; from += BATCH_SIZE) {
    const batch = await store.claims(ids.slice(from, from + BATCH_SIZE), revision)
    yield batch.flatMap((details) => details ?? [])
  }
}

async function slugsOf(
  store: Pick<GraphStore, 'claimSlugs'>,
  filter: ClaimFilter,
  revision: RevisionNumber,
): Promise<ReadonlySet<Slug>> {
  const found = new Set<Slug>()
  for await (const slugs of claimSlugs(store, filter, revision)) for (const slug of slugs) found.add(slug)
  return found
}
