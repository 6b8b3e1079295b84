import { type Statement, statement } from './statement.ts'

/** What lists of claims go by, of every claim of a revision. */
export const indexedStatuses: Statement<{ at: number }> = statement(
  'indexedStatuses',
  'MATCH (w:ClaimRow) WHERE w.fromRevision <= $at AND w.untilRevision > $at',
  'RETURN w.claimId AS claim, w.status AS status, w.otherwise AS otherwise, w.contestKey AS contestKey ORDER BY claim',
)
