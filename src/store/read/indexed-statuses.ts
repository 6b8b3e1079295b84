import type { ClaimRecord } from '../../domain/claim-record.ts'
import { claimStatus } from '../../domain/claim-status.ts'
import { STATUSES, type Status } from '../../domain/claim-status-types.ts'
import { statusPeriods } from '../../domain/status-periods.ts'
import { contestKey, encodePeriod } from '../encoding/claim-states.ts'
import type { Engine } from '../engines/engine.ts'
import * as queries from '../queries/indexed-statuses.ts'

/** What lists find a claim by, beside the status that it is told with. */
export interface IndexedStatus {
  readonly claim: string
  /** Null if it is no status at all. */
  readonly status: Status | null
  /** By days: how contested the claim is, and before it when it was otherwise; in the form in which rows hold it. */
  readonly byDay: readonly string[]
}

/** In one statement, with the time of a load: it looks at every claim there is. In the order of slugs. */
export async function readIndexedStatuses(engine: Engine, revision: number): Promise<readonly IndexedStatus[]> {
  const rows = await engine.forLoads.run(queries.indexedStatuses.text, { revision })
  return rows.map((row) => ({
    claim: String(row.claim),
    status: STATUSES.find((status) => status === row.status) ?? null,
    byDay: [...(Array.isArray(row.statusPeriods) ? row.statusPeriods.map(String) : []), String(row.contestKey)],
  }))
}

/** What `byDay` should be. */
export const statusesByDay = (claimRecord: ClaimRecord): readonly string[] => [
  ...statusPeriods(claimRecord).map(encodePeriod),
  contestKey(claimStatus(claimRecord).status),
]
