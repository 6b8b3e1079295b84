import type { ClaimDetails } from '../claim-details.ts'
import type { RevisionNumber } from '../revision-number.ts'
import type { Slug } from '../slug.ts'
import type { ThingKind } from '../thing-kind.ts'
import type { ClaimFilter } from './claim-filter.ts'
import type { RemovedClaim } from './removed-claim.ts'

/** A thing with the revision of its last change: of the thing itself, or of claims and assertions that name it. */
export interface ListedThing {
  readonly id: Slug
  readonly changedIn: RevisionNumber
}

/** Part of a list by slug. */
export interface ListedPart {
  /** Slug before the first one; null for the beginning. */
  readonly after: Slug | null
  /** Number of things that are passed over. */
  readonly skip: number
  readonly limit: number
}

/** The part of the read port that follows changes. */
export interface ChangeReads {
  /** Claims of a filter without their content, the last changed first, then by slug. */
  lastChangedClaims(filter: ClaimFilter, limit: number, revision: RevisionNumber): Promise<readonly ListedThing[]>
  /** Claims with a retraction or a withdrawn assertion, that of the newest one first; those of the newest `limit` of these. */
  lastCorrectedClaims(limit: number, revision: RevisionNumber): Promise<readonly ClaimDetails[]>
  /** Removed claims of the database, the last removed first. Renamed claims are left out. */
  lastRemovedClaims(limit: number, revision: RevisionNumber): Promise<readonly RemovedClaim[]>
  /** Things of a kind by slug, without their content. */
  listedThings(kind: ThingKind, part: ListedPart, revision: RevisionNumber): Promise<readonly ListedThing[]>
}
