import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Statement, statement } from './statement.ts'

const LIVE =
  'MATCH (n)-[:HAS_STATE]->(w) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)'
const RETURNS = 'RETURN n.id AS id, w.json AS json'

type ByIds = Statement<{ keys: readonly string[]; revision: RevisionNumber }>
export const entitiesByIds: ByIds = statement(
  'entitiesByIds',
  'UNWIND $keys AS k MATCH (n:Entity {id: k})',
  LIVE,
  RETURNS,
)
export const sourcesByIds: ByIds = statement(
  'sourcesByIds',
  'UNWIND $keys AS k MATCH (n:Source {id: k})',
  LIVE,
  RETURNS,
)
export const storiesByIds: ByIds = statement('storiesByIds', 'UNWIND $keys AS k MATCH (n:Story {id: k})', LIVE, RETURNS)

export const allConcepts: Statement<{ kind: string; revision: RevisionNumber }> = statement(
  'allConcepts',
  'MATCH (w:ConceptState) WHERE w.kind = $kind AND w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.json AS json',
)

export const entityByExternalId: Statement<{ key: string; revision: RevisionNumber }> = statement(
  'entityByExternalId',
  'MATCH (x:ExternalId {id: $key}) MATCH (x)<-[:KNOWN_AS]-(w)',
  'WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL) RETURN w.json AS json',
)

const STATE = 'RETURN w.thing AS thing, w.hash AS hash, w.json AS json, w.ancestors AS ancestors'
/** States of named things, found by their identity nodes: the index over states may be missing after a start. */
export const namedStates: Statement<{
  entities: readonly string[]
  sources: readonly string[]
  revision: RevisionNumber
}> = statement(
  'namedStates',
  'UNWIND $entities AS k MATCH (n:Entity {id: k})',
  LIVE,
  STATE,
  'UNION ALL UNWIND $sources AS k MATCH (n:Source {id: k})',
  LIVE,
  STATE,
)

export const searchFields: Statement<{ keys: readonly string[]; revision: RevisionNumber }> = statement(
  'searchFields',
  'UNWIND $keys AS k MATCH (w:State {thing: k}) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.thing AS thing, w.searchFields AS searchFields',
)

/** Words of states from revisions past one that was read. */
export const searchedWords: Statement<{ readTo: number; revision: RevisionNumber }> = statement(
  'searchedWords',
  'MATCH (w:Searchable) WHERE w.fromRevision > $readTo AND w.fromRevision <= $revision',
  "UNWIND split(w.searchText, ' ') AS word RETURN DISTINCT word",
)

export const countByKind: Statement<{ revision: RevisionNumber }> = statement(
  'countByKind',
  "MATCH (w:EntityState) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL) RETURN 'Entity' AS kind, count(*) AS total",
  'UNION ALL MATCH (w:ConceptState) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL) RETURN w.kind AS kind, count(*) AS total',
  "UNION ALL MATCH (w:SourceState) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL) RETURN 'Source' AS kind, count(*) AS total",
  "UNION ALL MATCH (w:ClaimState) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL) RETURN 'Claim' AS kind, count(*) AS total",
  "UNION ALL MATCH (w:StoryState) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL) RETURN 'Story' AS kind, count(*) AS total",
)

const RENAMES_RETURN = 'RETURN w.kind AS kind, w.former AS former, w.slug AS slug ORDER BY w.fromRevision, w.thing'
/** All renames, ended ones too: a former slug redirects after its line is gone from the seeds. */
export const visibleRenames: Statement<{ revision: RevisionNumber }> = statement(
  'visibleRenames',
  'MATCH (w:FormerSlug) WHERE w.fromRevision <= $revision AND ($drafts OR w.visibility IS NULL)',
  RENAMES_RETURN,
)
/** For writers, who may give no slug to two things, whether these are published or drafts. */
export const renames: Statement<{ revision: RevisionNumber }> = statement(
  'renames',
  'MATCH (w:FormerSlug) WHERE w.fromRevision <= $revision',
  RENAMES_RETURN,
)

export const lifetimes: Statement<{ keys: readonly string[]; revision: RevisionNumber }> = statement(
  'lifetimes',
  'UNWIND $keys AS k MATCH (w:State {thing: k}) WHERE w.fromRevision <= $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.thing AS thing, min(w.fromRevision) AS recordedIn, max(w.untilRevision) AS removedIn',
)
