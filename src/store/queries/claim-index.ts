import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Statement, statement } from './statement.ts'

const LIVE = 'WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)'
const ENTRY = `RETURN w.claimId AS id, w.contestKey AS contestKey, w.predicate AS predicate, w.firstKey AS firstKey,
  w.lastKey AS lastKey, w.assertionIndex AS assertionIndex`

/** Entries of all claims in some parts (encoding/claim-part.ts). */
export const entriesOfParts: Statement<{ parts: readonly number[]; revision: RevisionNumber; drafts: boolean }> =
  statement('entriesOfParts', 'UNWIND $parts AS k MATCH (w:ClaimState {part: k})', LIVE, ENTRY)

export const entriesOfClaims: Statement<{ keys: readonly string[]; revision: RevisionNumber; drafts: boolean }> =
  statement('entriesOfClaims', 'UNWIND $keys AS k MATCH (c:Claim {id: k}) MATCH (c)-[:HAS_STATE]->(w)', LIVE, ENTRY)
