import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { RemovalParent } from '../../domain/store/removed-claim.ts'
import type { IdentityLabel } from '../encoding/node-labels.ts'
import { type Statement, statement } from './statement.ts'

/** The one node with the published revision. A load becomes visible when it changes. */
export const readStoreState: Statement<object> = statement(
  'readStoreState',
  "MATCH (r:StoreState {id: 'store'}) RETURN r.published AS published, r.loading AS loading, r.format AS format",
)
/** The newest revision for a viewer. `publicRevision` is present while the revisions after it have only drafts. */
export const readNewestRevision: Statement<object> = statement(
  'readNewestRevision',
  "MATCH (r:StoreState {id: 'store'})",
  'RETURN CASE WHEN $drafts THEN r.published ELSE coalesce(r.publicRevision, r.published) END AS newest',
)
/** The same node of a database in format 4 or older, which has another label. */
export const readFormerStoreState: Statement<object> = statement(
  'readFormerStoreState',
  "MATCH (r:Record {id: 'record'}) WHERE r.published IS NOT NULL RETURN r.format AS format",
)
/** Number of nodes, up to the limit. */
export const findAnything: Statement<{ limit: number }> = statement(
  'findAnything',
  'MATCH (n) WITH n LIMIT $limit RETURN count(n) AS found',
)
export const createStoreState: Statement<{ format: number }> = statement(
  'createStoreState',
  "MERGE (r:StoreState {id: 'store'}) ON CREATE SET r.published = 0, r.loading = false, r.format = $format",
)
/** Takes the load lock. The first SET locks the node, so the values read after it stay valid until the transaction ends. */
export const takeLoadLock: Statement<{ alone: boolean; silenceMs: number }> = statement(
  'takeLoadLock',
  "MATCH (r:StoreState {id: 'store'}) SET r.requestedAt = timestamp()",
  'WITH r WHERE $alone OR NOT r.loading OR r.seenAt IS NULL OR r.seenAt < timestamp() - $silenceMs',
  'SET r.lock = coalesce(r.lock, 0) + 1, r.seenAt = timestamp()',
  'RETURN r.lock AS lock, r.published AS published, r.loading AS wasLoading',
)
export const confirmLoadLock: Statement<{ lock: number }> = statement(
  'confirmLoadLock',
  "MATCH (r:StoreState {id: 'store'}) SET r.seenAt = timestamp() WITH r WHERE r.loading AND r.lock = $lock",
  'RETURN r.lock AS lock',
)
/** Renews the lock of a load that has not published. */
export const renewLoadLock: Statement<object> = statement(
  'renewLoadLock',
  "MATCH (r:StoreState {id: 'store'}) WHERE r.loading SET r.seenAt = timestamp()",
)
export const markLoading: Statement<object> = statement(
  'markLoading',
  "MATCH (r:StoreState {id: 'store'}) SET r.loading = true",
)
export const publish: Statement<{ revision: RevisionNumber }> = statement(
  'publish',
  "MATCH (r:StoreState {id: 'store'})",
  'SET r.publicRevision = CASE WHEN r.published < $revision THEN null ELSE r.publicRevision END',
  'SET r.published = $revision, r.loading = false, r.seenAt = null',
)

/** Publishes a revision of drafts alone: the public stays at the revision before it. */
export const publishDrafts: Statement<{ revision: RevisionNumber }> = statement(
  'publishDrafts',
  "MATCH (r:StoreState {id: 'store'})",
  'SET r.publicRevision = coalesce(r.publicRevision, r.published)',
  'SET r.published = $revision, r.loading = false, r.seenAt = null',
)

export const createRevisions: Statement<{ revisions: readonly object[] }> = statement(
  'createRevisions',
  'UNWIND $revisions AS r CREATE (n:Revision) SET n = r',
)
/** Keys of the things that later revisions changed, drafts included. They invalidate caches and are shown to no reader. */
export const readChanges: Statement<{ after: RevisionNumber; until: RevisionNumber }> = statement(
  'readChanges',
  'MATCH (n:Revision) WHERE n.number > $after AND n.number <= $until',
  'RETURN n.number AS number, n.changed AS changed, n.touched AS touched ORDER BY number',
)
export const readRevisions: Statement<object> = statement(
  'readRevisions',
  'MATCH (n:Revision) WHERE $drafts OR n.visibility IS NULL',
  'RETURN n.number AS number, n.recordedAt AS recordedAt, n.author AS author, n.reason AS reason ORDER BY number',
)

export const readLoadedSet: Statement<{ loadSet: string }> = statement(
  'readLoadedSet',
  'MATCH (s:LoadedSet {id: $loadSet}) RETURN s.contentHash AS contentHash',
)
export const writeLoadedSet: Statement<{ loadSet: string; contentHash: string }> = statement(
  'writeLoadedSet',
  'MERGE (s:LoadedSet {id: $loadSet}) SET s.contentHash = $contentHash',
)
export const liveStatesOfSet: Statement<{ loadSet: string; open: number }> = statement(
  'liveStatesOfSet',
  'MATCH (w:State {loadSet: $loadSet}) WHERE w.untilRevision = $open RETURN w.thing AS thing, w.hash AS hash',
)
export const liveStories: Statement<{ open: number }> = statement(
  'liveStories',
  'MATCH (w:StoryState) WHERE w.untilRevision = $open RETURN w.thing AS thing, w.loadSet AS loadSet',
)
/** Things of other sets that have an external id. */
export const holdersOfIdentifiers: Statement<{ keys: readonly string[]; loadSet: string; open: number }> = statement(
  'holdersOfIdentifiers',
  'UNWIND $keys AS k MATCH (x:ExternalId {id: k}) MATCH (x)<-[:KNOWN_AS]-(w)',
  'WHERE w.untilRevision = $open AND w.loadSet <> $loadSet',
  'RETURN k AS key, w.thing AS thing, w.loadSet AS loadSet',
)
export const recordedTimes: Statement<{ keys: readonly string[]; open: number }> = statement(
  'recordTimes',
  'UNWIND $keys AS k MATCH (w:State {thing: k}) WHERE w.untilRevision = $open',
  'RETURN w.thing AS thing, coalesce(w.recordedIn, w.fromRevision) AS recordedIn',
)
export const claimHistories: Statement<{ keys: readonly string[] }> = statement(
  'claimHistories',
  'UNWIND $keys AS k MATCH (c:Claim {id: k}) MATCH (c)-[:HAS_STATE]->(w) WHERE w.visibility IS NULL',
  'RETURN c.id AS id, w.json AS json ORDER BY w.fromRevision',
)

/** Removed claims of a parent. It reads only ended states, so it is cheap in a database without removals. */
const removedBelow = (parent: RemovalParent, ended: string, toClaim: string): Statement<object> =>
  statement(
    ['removedClaims', parent].join('.'),
    'UNWIND $keys AS k',
    ended,
    'WHERE r.untilRevision <= $revision AND ($drafts OR r.visibility IS NULL)',
    toClaim,
    'WITH DISTINCT c WHERE NOT c.id IN $renamed MATCH (c)-[:HAS_STATE]->(w) WHERE w.fromRevision <= $revision AND ($drafts OR w.visibility IS NULL)',
    'WITH c, max(w.untilRevision) AS removedIn WHERE removedIn <= $revision',
    'RETURN c.id AS id, removedIn ORDER BY removedIn DESC, id LIMIT $limit',
  )
export const removedClaims: Readonly<Record<RemovalParent, Statement<object>>> = {
  Story: removedBelow('Story', 'MATCH (e:Story {id: k}) MATCH (e)-[:HAS_STATE]->(r)', 'MATCH (r)-[:SELECTS]->(c)'),
  Party: removedBelow(
    'Party',
    'MATCH (e:Entity {id: k}) MATCH (e)<-[:HAS_SUBJECT|HAS_OBJECT]-(r)',
    'MATCH (r)<-[:HAS_STATE]-(c)',
  ),
  Claimant: removedBelow('Claimant', 'MATCH (e:Entity {id: k}) MATCH (e)<-[:BY]-(r)', 'MATCH (r)-[:ABOUT]->(c)'),
  Source: removedBelow('Source', 'MATCH (e:Source {id: k}) MATCH (e)<-[:IN_SOURCE]-(r)', 'MATCH (r)-[:ABOUT]->(c)'),
  DataCategory: removedBelow(
    'DataCategory',
    'MATCH (e:DataCategory {id: k}) MATCH (e)<-[:CONCERNS]-(r)',
    'MATCH (r)<-[:HAS_STATE]-(c)',
  ),
  Use: removedBelow('Use', 'MATCH (e:Use {id: k}) MATCH (e)<-[:FOR|HAS_OBJECT]-(r)', 'MATCH (r)<-[:HAS_STATE]-(c)'),
}

type Cleaning = Statement<{ published: number; limit: number }>
/** Removes leftovers of an interrupted load: states of unpublished revisions. `reopenStates` undoes the ends that it set. */
export const removeUnpublishedStates: Cleaning = statement(
  'removeUnpublishedStates',
  'MATCH (w:State) WHERE w.fromRevision > $published',
  'WITH w LIMIT $limit DETACH DELETE w RETURN count(*) AS cleaned',
)
export const reopenStates: Statement<{ published: number; limit: number; open: number }> = statement(
  'reopenStates',
  'MATCH (w:State) WHERE w.untilRevision > $published AND w.untilRevision < $open',
  'WITH w LIMIT $limit SET w.untilRevision = $open RETURN count(*) AS cleaned',
)
const removeIdentitiesOf = (label: IdentityLabel, match: string): Cleaning =>
  statement(
    ['removeUnpublishedIdentities', label].join('.'),
    match,
    'WHERE n.fromRevision > $published WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS cleaned',
  )
/** Removes identity nodes of unpublished revisions, after their states. */
export const removeUnpublishedIdentities: Readonly<Record<IdentityLabel, Cleaning>> = {
  Entity: removeIdentitiesOf('Entity', 'MATCH (n:Entity)'),
  DataCategory: removeIdentitiesOf('DataCategory', 'MATCH (n:DataCategory)'),
  Use: removeIdentitiesOf('Use', 'MATCH (n:Use)'),
  Source: removeIdentitiesOf('Source', 'MATCH (n:Source)'),
  Claim: removeIdentitiesOf('Claim', 'MATCH (n:Claim)'),
  Story: removeIdentitiesOf('Story', 'MATCH (n:Story)'),
  ExternalId: removeIdentitiesOf('ExternalId', 'MATCH (n:ExternalId)'),
}
