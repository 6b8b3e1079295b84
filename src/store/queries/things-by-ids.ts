import type { ConceptKind } from '../../domain/concept.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type ClaimKeys, claimStates } from './claim-states.ts'
import { type Statement, statement } from './statement.ts'

const LIVE =
  'MATCH (n)-[:HAS_STATE]->(w) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)'

export const storiesByIds: Statement<{ keys: readonly string[]; revision: RevisionNumber }> = statement(
  'storiesByIds',
  'UNWIND $keys AS k MATCH (n:Story {id: k})',
  LIVE,
  'RETURN n.id AS id, w.json AS json',
)

export const allConcepts: Statement<{ kind: string; revision: RevisionNumber }> = statement(
  'allConcepts',
  'MATCH (w:ConceptState) WHERE w.kind = $kind AND w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.json AS json',
)

/** Levels below a concept that `narrowerConcepts` reads. A row of the last level shows that there may be more. */
export const NARROWER_LEVELS = 4
/** Matches of the concepts on each level: a, c, e and g. */
const LEVELS = [
  'MATCH (n)<-[:BROADER]-(a) WHERE a.fromRevision <= $revision AND a.untilRevision > $revision AND ($drafts OR a.visibility IS NULL)',
  'MATCH (a)<-[:HAS_STATE]-(b) MATCH (b)<-[:BROADER]-(c) WHERE c.fromRevision <= $revision AND c.untilRevision > $revision AND ($drafts OR c.visibility IS NULL)',
  'MATCH (c)<-[:HAS_STATE]-(d) MATCH (d)<-[:BROADER]-(e) WHERE e.fromRevision <= $revision AND e.untilRevision > $revision AND ($drafts OR e.visibility IS NULL)',
  'MATCH (e)<-[:HAS_STATE]-(f) MATCH (f)<-[:BROADER]-(g) WHERE g.fromRevision <= $revision AND g.untilRevision > $revision AND ($drafts OR g.visibility IS NULL)',
] as const

const narrowerBy = (name: string, identity: string): Statement<{ id: string; revision: RevisionNumber }> =>
  statement(
    name,
    identity,
    LIVE,
    'RETURN w.thing AS thing, w.broader AS broader, 0 AS level UNION ALL',
    identity,
    ...LEVELS.slice(0, 1),
    'RETURN a.thing AS thing, a.broader AS broader, 1 AS level UNION ALL',
    identity,
    ...LEVELS.slice(0, 2),
    'RETURN c.thing AS thing, c.broader AS broader, 2 AS level UNION ALL',
    identity,
    ...LEVELS.slice(0, 3),
    'RETURN e.thing AS thing, e.broader AS broader, 3 AS level UNION ALL',
    identity,
    ...LEVELS,
    'RETURN g.thing AS thing, g.broader AS broader, 4 AS level',
  )
/** A concept and the concepts below it, with the ids of their broader concepts. */
export const narrowerConcepts: Readonly<Record<ConceptKind, ReturnType<typeof narrowerBy>>> = {
  DataCategory: narrowerBy('narrowerConcepts.DataCategory', 'MATCH (n:DataCategory {id: $id})'),
  Use: narrowerBy('narrowerConcepts.Use', 'MATCH (n:Use {id: $id})'),
}

/** Ids of the broader concepts of each concept. */
export const broaderConcepts: Statement<{ kind: string; revision: RevisionNumber }> = statement(
  'broaderConcepts',
  'MATCH (w:ConceptState) WHERE w.kind = $kind AND w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.thing AS thing, w.broader AS broader',
)

export const entityByExternalId: Statement<{ key: string; revision: RevisionNumber }> = statement(
  'entityByExternalId',
  'MATCH (x:ExternalId {id: $key}) MATCH (x)<-[:KNOWN_AS]-(w)',
  'WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL) RETURN w.json AS json',
)

const THING =
  'RETURN w.thing AS thing, w.json AS json, null AS statusJson, null AS changedIn, null AS named, null AS assertions, null AS annotations, w.ancestors AS ancestors'
const NAMED = [
  'UNWIND $entities AS k MATCH (n:Entity {id: k})',
  LIVE,
  THING,
  'UNION ALL UNWIND $sources AS k MATCH (n:Source {id: k})',
  LIVE,
  THING,
  'UNION ALL UNWIND $categories AS k MATCH (n:DataCategory {id: k})',
  LIVE,
  THING,
  'UNION ALL UNWIND $uses AS k MATCH (n:Use {id: k})',
  LIVE,
  THING,
]

interface NamedKeys {
  readonly entities: readonly string[]
  readonly sources: readonly string[]
  readonly categories: readonly string[]
  readonly uses: readonly string[]
  readonly revision: RevisionNumber
}
/** States of things, found by their identity nodes, since the index over states may be missing after a start. */
export const namedStates: Statement<NamedKeys> = statement('namedStates', ...NAMED)
export const claimAndNamedStates: Statement<NamedKeys & ClaimKeys> = statement(
  'claimAndNamedStates',
  claimStates.text,
  'UNION ALL',
  ...NAMED,
)

export const searchFields: Statement<{ keys: readonly string[]; revision: RevisionNumber }> = statement(
  'searchFields',
  'UNWIND $keys AS k MATCH (w:State {thing: k}) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.thing AS thing, w.searchFields AS searchFields',
)

type Words = Statement<{ readTo: number; revision: RevisionNumber }>
/** Distinct words of states from revisions past $readTo, up to $revision. */
export const searchedWords: Words = statement(
  'searchedWords',
  'MATCH (w:Searchable) WHERE w.fromRevision > $readTo AND w.fromRevision <= $revision',
  "UNWIND split(w.searchText, ' ') AS word RETURN DISTINCT word",
)
export const searchedNames: Words = statement(
  'searchedNames',
  'MATCH (w:Searchable) WHERE w.fromRevision > $readTo AND w.fromRevision <= $revision AND w.searchNames IS NOT NULL',
  "UNWIND split(w.searchNames, ' ') AS word RETURN DISTINCT word",
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
/** All renames, ended ones too, since a former slug still redirects after its line was removed from the seeds. */
export const visibleRenames: Statement<{ revision: RevisionNumber }> = statement(
  'visibleRenames',
  'MATCH (w:FormerSlug) WHERE w.fromRevision <= $revision AND ($drafts OR w.visibility IS NULL)',
  RENAMES_RETURN,
)
/** All renames, drafts included. A writer must not reuse a slug of a draft either. */
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
