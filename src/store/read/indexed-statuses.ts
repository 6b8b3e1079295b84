import type { ClaimRecord } from '../../domain/claim-record.ts'
import { claimStatus } from '../../domain/claim-status.ts'
import { STATUSES, type Status } from '../../domain/claim-status-types.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Slug, toSlug } from '../../domain/slug.ts'
import { contestKey } from '../../domain/standing.ts'
import { statusPeriods } from '../../domain/status-periods.ts'
import { encodePeriod } from '../encoding/claim-states.ts'
import type { Engine } from '../engines/engine.ts'
import * as queries from '../queries/indexed-statuses.ts'

/** Statuses in the state of a claim, by which lists filter. */
export interface IndexedStatus {
  readonly claim: Slug
  /** Null for an unknown value. */
  readonly status: Status | null
  /** Encoded status periods, then the contest key. */
  readonly byDay: readonly string[]
}

/** Reads the statuses of all published claims by slug, in one statement with the time limit of a load. */
export async function readIndexedStatuses(engine: Engine, revision: RevisionNumber): Promise<readonly IndexedStatus[]> {
  const rows = await engine.forLoads.run(queries.indexedStatuses.text, { revision, drafts: false })
  return rows.map((row) => ({
    claim: toSlug(String(row.claim)),
    status: STATUSES.find((status) => status === row.status) ?? null,
    byDay: [...(Array.isArray(row.statusPeriods) ? row.statusPeriods.map(String) : []), String(row.contestKey)],
  }))
}

/** Derives the expected `byDay` of a claim. */
export const statusesByDay = (claimRecord: ClaimRecord): readonly string[] => [
  ...statusPeriods(claimRecord).map(encodePeriod),
  contestKey(claimStatus(claimRecord)),
]
