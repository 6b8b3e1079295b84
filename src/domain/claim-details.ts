import type { Assessment } from './assessment.ts'
import type { ClaimRelation } from './claim.ts'
import type { ClaimRecord } from './claim-record.ts'
import type { ClaimStatus } from './claim-status-types.ts'
import type { Entity } from './entity.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Source } from './source.ts'

/** A claim record, its status at this revision, and what came along in the same statement. */
export interface ClaimDetails extends ClaimRecord {
  readonly status: ClaimStatus
  readonly relations: readonly ClaimRelation[]
  readonly assessments: readonly Assessment[]
  /** The revision in which its status, its frame or what was said on it last changed. */
  readonly changedIn: RevisionNumber
  /** Assertion id → the revision that recorded it. */
  readonly recordedIn: Readonly<Record<string, RevisionNumber>>
  readonly namedEntities: readonly Entity[]
  readonly namedSources: readonly Source[]
}
