import type { AssertionId } from './assertion-id.ts'
import type { ClaimDetails } from './claim-details.ts'
import type { Concept, ConceptKind } from './concept.ts'
import type { ConceptTree } from './concept-tree.ts'
import type { Entity } from './entity.ts'
import type { Renames } from './renames.ts'
import type { Revision } from './revision.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'
import type { Source } from './source.ts'
import type { StandingCount } from './standing.ts'
import type { ChangeReads } from './store/change-reads.ts'
import type { ChangedClaims } from './store/changed-claims.ts'
import type { ClaimParent } from './store/claim-parent.ts'
import type { Lifetime } from './store/lifetime.ts'
import type { ListReads } from './store/list-reads.ts'
import type { NeighbourFilter, NeighbourKind, Neighbours } from './store/neighbours.ts'
import type { Page, PageRequest } from './store/page.ts'
import type { RemovalParent, RemovedClaim } from './store/removed-claim.ts'
import type { SearchReads } from './store/search-reads.ts'
import type { Story } from './story.ts'
import type { ThingKind } from './thing-kind.ts'

/**
 * The port to the graph, as one viewer sees it (`GraphDatabase.visibleTo`). Reads take keys in batches and a revision, and return
 * results in key order, null for a missing one. Callers therefore cannot write N+1 reads by accident.
 */
export interface GraphStore extends ListReads, SearchReads, ChangeReads {
  /** The newest published revision, or the one that `asOf` (ISO instant) falls in; 0 before the first. */
  revisionAt(asOf: string | null): Promise<RevisionNumber>
  revisions(): Promise<readonly Revision[]>
  entities(ids: readonly Slug[], revision: RevisionNumber): Promise<readonly (Entity | null)[]>
  concepts(kind: ConceptKind, ids: readonly Slug[], revision: RevisionNumber): Promise<readonly (Concept | null)[]>
  /** All concepts of a kind. A read of some of them is `concepts`. */
  conceptTree(kind: ConceptKind, revision: RevisionNumber): Promise<ConceptTree>
  /** Ids of a concept and of all narrower ones; empty for an unknown concept. */
  narrowerConcepts(kind: ConceptKind, id: Slug, revision: RevisionNumber): Promise<readonly Slug[]>
  sources(ids: readonly Slug[], revision: RevisionNumber): Promise<readonly (Source | null)[]>
  stories(ids: readonly Slug[], revision: RevisionNumber): Promise<readonly (Story | null)[]>
  /** Claim details, with the entities and sources that the assertions name. */
  claims(ids: readonly Slug[], revision: RevisionNumber): Promise<readonly (ClaimDetails | null)[]>
  entityByExternalId(scheme: string, value: string, revision: RevisionNumber): Promise<Entity | null>
  /** One page of each parent's claims, in one statement; in key order, an empty page for an unknown parent. */
  claimPagesOf(
    parent: ClaimParent,
    ids: readonly Slug[],
    page: PageRequest,
    revision: RevisionNumber,
  ): Promise<readonly Page<ClaimDetails>[]>
  countClaimsOf(parent: ClaimParent, ids: readonly Slug[], revision: RevisionNumber): Promise<readonly number[]>
  /** Number of claims of each thing, and the most contested of them, for the expansion of drawings. In key order. */
  neighbours(
    parent: NeighbourKind,
    ids: readonly Slug[],
    filter: NeighbourFilter,
    revision: RevisionNumber,
  ): Promise<readonly Neighbours[]>
  /** Former slugs of things; small, and cached by revision. */
  renames(revision: RevisionNumber): Promise<Renames>
  /** Revisions that recorded and removed each object, up to this revision; null for one that was never recorded. */
  lifetimes(
    kind: ThingKind | 'Assertion',
    ids: readonly (Slug | AssertionId)[],
    revision: RevisionNumber,
  ): Promise<readonly (Lifetime | null)[]>
  /**
   * Removed claims of any of these parents, by current and former slugs; renamed claims are left out. Last removed first.
   */
  removedClaims(
    parent: RemovalParent,
    ids: readonly Slug[],
    limit: number,
    revision: RevisionNumber,
  ): Promise<readonly RemovedClaim[]>
  /**
   * Claims that each visible revision later than `after`, up to `until`, changed; oldest revision first. A claim that the
   * viewer sees neither before nor after a revision may be among them.
   */
  changedClaims(after: RevisionNumber, until: RevisionNumber): Promise<readonly ChangedClaims[]>
  /** Number of claims of each standing, also where it is 0, the most contested first. */
  countByStanding(revision: RevisionNumber): Promise<readonly StandingCount[]>
  /** Number of things of each kind. */
  countByKind(revision: RevisionNumber): Promise<Readonly<Record<ThingKind, number>>>
}
