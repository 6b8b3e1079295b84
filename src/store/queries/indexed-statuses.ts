import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Statement, statement } from './statement.ts'

/** Indexed status and status periods of every claim of a revision. */
export const indexedStatuses: Statement<{ revision: RevisionNumber; drafts: boolean }> = statement(
  'indexedStatuses',
  'MATCH (w:ClaimState) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.claimId AS claim, w.status AS status, w.statusPeriods AS statusPeriods, w.contestKey AS contestKey ORDER BY claim',
)
