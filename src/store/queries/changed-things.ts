import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { type Statement, statement } from './statement.ts'

const LIVE = 'WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)'
const LIVE_PART =
  'WHERE x.fromRevision <= $revision AND x.untilRevision > $revision AND ($drafts OR x.visibility IS NULL)'
const NEWEST = 'ORDER BY changedIn DESC, id LIMIT $limit RETURN id, changedIn'

/**
 * The last changed claims of the database, by the revision of their state or of an assessment. A new or changed assertion
 * changes the state of its claim; an assessment does not. A claim may have two rows.
 */
export const latestChangesOfAll: Statement<{ limit: number; revision: RevisionNumber }> = statement(
  'latestChangesOfAll',
  'MATCH (w:ClaimState)',
  LIVE,
  'WITH w.claimId AS id, w.fromRevision AS changedIn',
  NEWEST,
  'UNION ALL MATCH (w:Assessment)',
  LIVE,
  'MATCH (w)-[:ASSESSES]->(c) MATCH (c)-[:HAS_STATE]->(x)',
  LIVE_PART,
  'WITH c.id AS id, max(w.fromRevision) AS changedIn',
  NEWEST,
)

/** Claims with a retraction or a withdrawn assertion, by the revision that recorded it. A claim may have several rows. */
export const correctedClaims: Statement<{ stance: string; limit: number; revision: RevisionNumber }> = statement(
  'correctedClaims',
  'MATCH (w:Assertion)',
  LIVE,
  'AND (w.withdrawn IS NOT NULL OR w.stance = $stance)',
  'WITH w, coalesce(w.recordedIn, w.fromRevision) AS changedIn, w.thing AS thing ORDER BY changedIn DESC, thing LIMIT $limit',
  'MATCH (w)-[:ABOUT]->(c) RETURN c.id AS id, changedIn',
)

/** Claims that ended, and were not renamed. */
export const endedClaims: Statement<{ renamed: readonly string[]; limit: number; revision: RevisionNumber }> =
  statement(
    'endedClaims',
    'MATCH (r:ClaimState) WHERE r.untilRevision <= $revision AND ($drafts OR r.visibility IS NULL)',
    'MATCH (r)<-[:HAS_STATE]-(c) WITH DISTINCT c WHERE NOT c.id IN $renamed',
    'MATCH (c)-[:HAS_STATE]->(w) WHERE w.fromRevision <= $revision AND ($drafts OR w.visibility IS NULL)',
    'WITH c, max(w.untilRevision) AS removedIn WHERE removedIn <= $revision',
    'RETURN c.id AS id, removedIn ORDER BY removedIn DESC, id LIMIT $limit',
  )

type Listed = Statement<{
  kind: string
  after: string | null
  skip: number
  limit: number
  revision: RevisionNumber
}>

/** @param pattern path from the state `w` or its identity node `n` to the states `x` that the page of the thing shows */
const listed = (kind: ThingKind, states: string, pattern: string): Listed =>
  statement(
    ['listedThings', kind].join('.'),
    states,
    LIVE,
    'AND ($after IS NULL OR w.thing > $after)',
    'WITH w, w.thing AS thing ORDER BY thing SKIP $skip LIMIT $limit',
    'MATCH (w)<-[:HAS_STATE]-(n)',
    ['CALL (w, n) {', pattern].join(' '),
    LIVE_PART,
    'RETURN max(coalesce(x.recordedIn, x.fromRevision)) AS part }',
    'RETURN thing, CASE WHEN part > w.fromRevision THEN part ELSE w.fromRevision END AS changedIn',
  )
const CONCEPTS = 'MATCH (w:ConceptState {kind: $kind})'
/** Things by slug, with the revision of the last change of their state, or of the claims and assertions on their page. */
export const listedThings: Readonly<Record<ThingKind, Listed>> = {
  Entity: listed('Entity', 'MATCH (w:EntityState)', 'MATCH (n)<-[:HAS_SUBJECT|HAS_OBJECT|MENTIONS|BY]-(x)'),
  DataCategory: listed('DataCategory', CONCEPTS, 'MATCH (n)<-[:CONCERNS]-(x)'),
  Use: listed('Use', CONCEPTS, 'MATCH (n)<-[:FOR|HAS_OBJECT]-(x)'),
  Claim: listed('Claim', 'MATCH (w:ClaimState)', 'MATCH (n)<-[:ABOUT|ASSESSES]-(x)'),
  Source: listed('Source', 'MATCH (w:SourceState)', 'MATCH (n)<-[:IN_SOURCE|HAS_SUBJECT|HAS_OBJECT]-(x)'),
  Story: listed('Story', 'MATCH (w:StoryState)', 'MATCH (w)-[:SELECTS]->(c) MATCH (c)-[:HAS_STATE]->(x)'),
}
