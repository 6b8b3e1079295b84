import type { RemovalParent } from '../../domain/graph-store.ts'
import type { HubLabel } from '../encoding/node-labels.ts'
import { type Statement, statement } from './statement.ts'

/** The one node that says what is published: a load becomes visible by one change of it. */
export const readRecord: Statement<object> = statement(
  'readRecord',
  "MATCH (r:Record {id: 'record'}) RETURN r.published AS published, r.loading AS loading, r.format AS format",
)
/** With a limit of one it is cheap in a database of any size. */
export const findAnything: Statement<{ limit: number }> = statement(
  'findAnything',
  'MATCH (n) WITH n LIMIT $limit RETURN count(n) AS found',
)
export const createRecord: Statement<{ format: number }> = statement(
  'createRecord',
  "MERGE (r:Record {id: 'record'}) ON CREATE SET r.published = 0, r.loading = false, r.format = $format",
)
/** The first SET locks the node, so that what is read after it cannot change before the end of the transaction. */
export const takeTurn: Statement<{ alone: boolean; silenceMs: number }> = statement(
  'takeTurn',
  "MATCH (r:Record {id: 'record'}) SET r.askedAt = timestamp()",
  'WITH r WHERE $alone OR NOT r.loading OR r.seenAt IS NULL OR r.seenAt < timestamp() - $silenceMs',
  'SET r.turn = coalesce(r.turn, 0) + 1, r.seenAt = timestamp()',
  'RETURN r.turn AS turn, r.published AS published, r.loading AS wasLoading',
)
export const confirmTurn: Statement<{ turn: number }> = statement(
  'confirmTurn',
  "MATCH (r:Record {id: 'record'}) SET r.seenAt = timestamp() WITH r WHERE r.loading AND r.turn = $turn",
  'RETURN r.turn AS turn',
)
export const markLoading: Statement<object> = statement(
  'markLoading',
  "MATCH (r:Record {id: 'record'}) SET r.loading = true",
)
export const publish: Statement<{ revision: number }> = statement(
  'publish',
  "MATCH (r:Record {id: 'record'}) SET r.published = $revision, r.loading = false, r.seenAt = null",
)

export const createRevisions: Statement<{ rows: readonly object[] }> = statement(
  'createRevisions',
  'UNWIND $rows AS r CREATE (n:Revision) SET n = r',
)
export const readRevisions: Statement<object> = statement(
  'readRevisions',
  'MATCH (n:Revision) RETURN n.number AS number, n.at AS at, n.author AS author, n.reason AS reason ORDER BY number',
)

export const readLoadedSet: Statement<{ loadSet: string }> = statement(
  'readLoadedSet',
  'MATCH (s:LoadedSet {id: $loadSet}) RETURN s.contentHash AS contentHash',
)
export const writeLoadedSet: Statement<{ loadSet: string; contentHash: string }> = statement(
  'writeLoadedSet',
  'MERGE (s:LoadedSet {id: $loadSet}) SET s.contentHash = $contentHash',
)
export const liveRowsOfSet: Statement<{ loadSet: string; open: number }> = statement(
  'liveRowsOfSet',
  'MATCH (w:Row {loadSet: $loadSet}) WHERE w.untilRevision = $open RETURN w.thing AS thing, w.hash AS hash',
)
export const liveStories: Statement<{ open: number }> = statement(
  'liveStories',
  'MATCH (w:StoryRow) WHERE w.untilRevision = $open RETURN w.thing AS thing, w.loadSet AS loadSet',
)
export const liveRowsOfOtherSets: Statement<{ keys: readonly string[]; loadSet: string; open: number }> = statement(
  'liveRowsOfOtherSets',
  'UNWIND $keys AS k MATCH (w:Row {thing: k}) WHERE w.untilRevision = $open AND w.loadSet <> $loadSet',
  'RETURN w.thing AS thing, w.loadSet AS loadSet',
)
/** Who has an identifier in another set. */
export const holdersOfIdentifiers: Statement<{ keys: readonly string[]; loadSet: string; open: number }> = statement(
  'holdersOfIdentifiers',
  'UNWIND $keys AS k MATCH (x:ExternalId {id: k}) MATCH (x)<-[:KNOWN_AS]-(w)',
  'WHERE w.untilRevision = $open AND w.loadSet <> $loadSet',
  'RETURN k AS key, w.thing AS thing, w.loadSet AS loadSet',
)
export const recordTimes: Statement<{ keys: readonly string[]; open: number }> = statement(
  'recordTimes',
  'UNWIND $keys AS k MATCH (w:Row {thing: k}) WHERE w.untilRevision = $open',
  'RETURN w.thing AS thing, coalesce(w.recordedIn, w.fromRevision) AS recordedIn',
)
export const claimHistories: Statement<{ keys: readonly string[] }> = statement(
  'claimHistories',
  'UNWIND $keys AS k MATCH (c:Claim {id: k}) MATCH (c)-[:HAS_ROW]->(w)',
  'RETURN c.id AS id, w.json AS json ORDER BY w.fromRevision',
)

/** Only what has ended is looked at: of a record that nothing was taken out of, this reads next to nothing. */
const removedBelow = (parent: RemovalParent, ended: string, toClaim: string): Statement<object> =>
  statement(
    ['removedClaims', parent].join('.'),
    'UNWIND $keys AS k',
    ended,
    'WHERE r.untilRevision <= $at',
    toClaim,
    'WITH DISTINCT c WHERE NOT c.id IN $renamed MATCH (c)-[:HAS_ROW]->(w) WHERE w.fromRevision <= $at',
    'WITH c, max(w.untilRevision) AS removedIn WHERE removedIn <= $at',
    'RETURN c.id AS id, removedIn ORDER BY removedIn DESC, id LIMIT $limit',
  )
export const removedClaims: Readonly<Record<RemovalParent, Statement<object>>> = {
  Story: removedBelow('Story', 'MATCH (e:Story {id: k}) MATCH (e)-[:HAS_ROW]->(r)', 'MATCH (r)-[:SELECTS]->(c)'),
  Party: removedBelow(
    'Party',
    'MATCH (e:Entity {id: k}) MATCH (e)<-[:HAS_SUBJECT|HAS_OBJECT]-(r)',
    'MATCH (r)<-[:HAS_ROW]-(c)',
  ),
  Claimant: removedBelow('Claimant', 'MATCH (e:Entity {id: k}) MATCH (e)<-[:BY]-(r)', 'MATCH (r)-[:ABOUT]->(c)'),
  Source: removedBelow('Source', 'MATCH (e:Source {id: k}) MATCH (e)<-[:IN_SOURCE]-(r)', 'MATCH (r)-[:ABOUT]->(c)'),
  DataCategory: removedBelow(
    'DataCategory',
    'MATCH (e:DataCategory {id: k}) MATCH (e)<-[:CONCERNS]-(r)',
    'MATCH (r)<-[:HAS_ROW]-(c)',
  ),
  Use: removedBelow('Use', 'MATCH (e:Use {id: k}) MATCH (e)<-[:FOR|HAS_OBJECT]-(r)', 'MATCH (r)<-[:HAS_ROW]-(c)'),
}

type Cleaning = Statement<{ published: number; limit: number }>
/** What an interrupted load left: rows of a revision that was never published, and ends that it had set. */
export const removeUnpublishedRows: Cleaning = statement(
  'removeUnpublishedRows',
  'MATCH (w:Row) WHERE w.fromRevision > $published',
  'WITH w LIMIT $limit DETACH DELETE w RETURN count(*) AS cleaned',
)
export const reopenRows: Statement<{ published: number; limit: number; open: number }> = statement(
  'reopenRows',
  'MATCH (w:Row) WHERE w.untilRevision > $published AND w.untilRevision < $open',
  'WITH w LIMIT $limit SET w.untilRevision = $open RETURN count(*) AS cleaned',
)
const removeHubsOf = (label: HubLabel, match: string): Cleaning =>
  statement(
    ['removeUnpublishedHubs', label].join('.'),
    match,
    'WHERE n.fromRevision > $published WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS cleaned',
  )
/** Only after the rows: a hub of a revision that was never published has no others. */
export const removeUnpublishedHubs: Readonly<Record<HubLabel, Cleaning>> = {
  Entity: removeHubsOf('Entity', 'MATCH (n:Entity)'),
  DataCategory: removeHubsOf('DataCategory', 'MATCH (n:DataCategory)'),
  Use: removeHubsOf('Use', 'MATCH (n:Use)'),
  Source: removeHubsOf('Source', 'MATCH (n:Source)'),
  Claim: removeHubsOf('Claim', 'MATCH (n:Claim)'),
  Story: removeHubsOf('Story', 'MATCH (n:Story)'),
  ExternalId: removeHubsOf('ExternalId', 'MATCH (n:ExternalId)'),
}
