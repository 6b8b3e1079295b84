import type { Assessment } from './assessment.ts'
import type { ClaimRelation } from './claim.ts'
import type { ClaimRecord } from './claim-record.ts'
import type { ClaimStatus } from './claim-status-types.ts'
import type { Concept } from './concept.ts'
import type { Entity } from './entity.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Source } from './source.ts'

/** A claim record with its status at a revision, and the objects that the same statement reads. */
export interface ClaimDetails extends ClaimRecord {
  readonly status: ClaimStatus
  readonly relations: readonly ClaimRelation[]
  readonly assessments: readonly Assessment[]
  /** Revision of the last change of its status, proposition or assertions. */
  readonly changedIn: RevisionNumber
  /** Assertion id → the revision that recorded it. */
  readonly recordedIn: Readonly<Record<string, RevisionNumber>>
  readonly namedEntities: readonly Entity[]
  readonly namedSources: readonly Source[]
  readonly namedConcepts: readonly Concept[]
}
