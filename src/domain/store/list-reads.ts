import type { ClaimDetails } from '../claim-details.ts'
import type { Entity } from '../entity.ts'
import type { RevisionNumber } from '../revision-number.ts'
import type { Slug } from '../slug.ts'
import type { Source } from '../source.ts'
import type { Story } from '../story.ts'
import type { ClaimFilter, ClaimOrder } from './claim-filter.ts'
import type { EntityFilter, EntityOrder } from './entity-filter.ts'
import type { Page, PageRequest } from './page.ts'
import type { SourceFilter, SourceOrder } from './source-filter.ts'

/** The part of the read port that lists and counts by filter. */
export interface ListReads {
  /** Claim details by filter, in one statement. */
  claimPage(
    filter: ClaimFilter,
    order: ClaimOrder,
    page: PageRequest,
    revision: RevisionNumber,
  ): Promise<Page<ClaimDetails>>
  /**
   * Slugs of the claims of a filter in order, after the slug of the cursor, at most `limit`. The claims are then read by slug: a
   * page by cursor looks at all claims of the filter, so that reading all pages takes the square of their number.
   */
  claimSlugs(
    filter: ClaimFilter,
    page: { readonly after: Slug | null; readonly limit: number },
    revision: RevisionNumber,
  ): Promise<readonly Slug[]>
  countClaims(filter: ClaimFilter, revision: RevisionNumber): Promise<number>
  entityPage(
    filter: EntityFilter,
    order: EntityOrder,
    page: PageRequest,
    revision: RevisionNumber,
  ): Promise<Page<Entity>>
  countEntities(filter: EntityFilter, revision: RevisionNumber): Promise<number>
  sourcePage(
    filter: SourceFilter,
    order: SourceOrder,
    page: PageRequest,
    revision: RevisionNumber,
  ): Promise<Page<Source>>
  countSources(filter: SourceFilter, revision: RevisionNumber): Promise<number>
  /** Slugs of all entities or sources, in order. The things are then read by slug, which no page by cursor does in linear time. */
  allSlugs(kind: 'Entity' | 'Source', revision: RevisionNumber): Promise<readonly Slug[]>
  storyPage(page: PageRequest, revision: RevisionNumber): Promise<Page<Story>>
  /** Stories that select any of the claims, by slug, each once; at most `limit` of them. */
  storiesOfClaims(claims: readonly Slug[], limit: number, revision: RevisionNumber): Promise<readonly Story[]>
  countStories(revision: RevisionNumber): Promise<number>
}
