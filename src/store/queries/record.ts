import { type Statement, statement } from './statement.ts'

/** The one node that says what is published: a load becomes visible by one change of it. */
export const readRecord: Statement<object> = statement(
  'readRecord',
  "MATCH (r:Record {id: 'record'}) RETURN r.published AS published, r.loading AS loading",
)
export const createRecord: Statement<object> = statement(
  'createRecord',
  "MERGE (r:Record {id: 'record'}) ON CREATE SET r.published = 0, r.loading = false",
)
export const markLoading: Statement<object> = statement(
  'markLoading',
  "MATCH (r:Record {id: 'record'}) SET r.loading = true",
)
export const publish: Statement<{ revision: number }> = statement(
  'publish',
  "MATCH (r:Record {id: 'record'}) SET r.published = $revision, r.loading = false",
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
  'MATCH (w:Row {loadSet: $loadSet}) WHERE w.untilRevision = $open RETURN w.id AS id, w.thing AS thing, w.hash AS hash',
)

/** What an interrupted load left: rows of a revision that was never published, and ends that it had set. */
export const removeUnpublishedRows: Statement<{ published: number }> = statement(
  'removeUnpublishedRows',
  'MATCH (w:Row) WHERE w.fromRevision > $published DETACH DELETE w',
)
export const reopenRows: Statement<{ published: number; open: number }> = statement(
  'reopenRows',
  'MATCH (w:Row) WHERE w.untilRevision > $published AND w.untilRevision < $open SET w.untilRevision = $open',
)
