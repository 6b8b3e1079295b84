import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Statement, statement } from './statement.ts'

type List = Statement<{
  kinds: readonly string[] | null
  ids: readonly string[] | null
  story: string | null
  publisher: string | null
  order: string
  cursorKey: string | null
  cursorId: string | null
  limit: number
  revision: RevisionNumber
}>

/** Statements for the pages of a list, from one access path. */
export interface PageStatements {
  readonly forwards: List
  readonly backwards: List
}
export interface ListStatements extends PageStatements {
  readonly count: Statement<object>
}

const LIVE =
  'MATCH (n)-[:HAS_STATE]->(w) WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)'
const FILTER = `AND ($kinds IS NULL OR w.kind IN $kinds)
AND ($ids IS NULL OR n.id IN $ids)
AND ($publisher IS NULL OR w.publisher = $publisher)`
/** Sort key: the slug, or the one other key of its kind. */
const KEYS = `WITH n, w, CASE $order WHEN 'SLUG' THEN n.id ELSE w.listKey END AS sortKey`
const FORWARDS = `
WHERE $cursorKey IS NULL OR sortKey > $cursorKey OR (sortKey = $cursorKey AND n.id > $cursorId)
WITH n, w, sortKey ORDER BY sortKey, n.id LIMIT $limit`
const BACKWARDS = `
WHERE $cursorKey IS NULL OR sortKey < $cursorKey OR (sortKey = $cursorKey AND n.id < $cursorId)
WITH n, w, sortKey ORDER BY sortKey DESC, n.id DESC LIMIT $limit`
const RETURNS = 'RETURN n.id AS id, w.json AS json, sortKey'

const pages = (name: string, ...start: readonly string[]): PageStatements => ({
  forwards: statement(name.concat('.forwards'), ...start, LIVE, FILTER, KEYS, FORWARDS, RETURNS),
  backwards: statement(name.concat('.backwards'), ...start, LIVE, FILTER, KEYS, BACKWARDS, RETURNS),
})
const list = (name: string, ...start: readonly string[]): ListStatements => ({
  ...pages(name, ...start),
  count: statement(name.concat('.count'), ...start, LIVE, FILTER, 'RETURN count(DISTINCT n.id) AS total'),
})

/** Claim states of a story, and assertions on its claims that were not withdrawn. */
const OF_STORY = `MATCH (s:Story {id: $story}) MATCH (s)-[:HAS_STATE]->(x) WHERE x.fromRevision <= $revision AND x.untilRevision > $revision AND ($drafts OR x.visibility IS NULL)
MATCH (x)-[:SELECTS]->(c) MATCH (c)-[:HAS_STATE|ABOUT]-(r) WHERE r.fromRevision <= $revision AND r.untilRevision > $revision AND ($drafts OR r.visibility IS NULL)
AND r.withdrawn IS NULL`

/** Access paths: a list starts at the most selective thing of its filter. */
export type ListStart = 'story' | 'ids' | 'all'

export const entityLists: Readonly<Record<ListStart, ListStatements>> = {
  story: list(
    'entities.story',
    OF_STORY,
    'MATCH (r)-[:HAS_SUBJECT|HAS_OBJECT|MENTIONS|BY|VIA|AWAITS]->(n:Entity) WITH DISTINCT n',
  ),
  ids: list('entities.ids', 'UNWIND $ids AS k MATCH (n:Entity {id: k})'),
  all: list('entities.all', 'MATCH (n:Entity)'),
}

export const sourceLists: Readonly<Record<ListStart, ListStatements>> = {
  story: list(
    'sources.story',
    OF_STORY,
    'MATCH (r)-[:HAS_SUBJECT|HAS_OBJECT|IN_SOURCE|VIA]->(n:Source) WITH DISTINCT n',
  ),
  ids: list('sources.ids', 'UNWIND $ids AS k MATCH (n:Source {id: k})'),
  all: list('sources.all', 'MATCH (n:Source)'),
}

const slugsOf = (kind: 'Entity' | 'Source', start: string): Statement<{ revision: RevisionNumber }> =>
  statement(['slugs', kind].join('.'), start, LIVE, 'WITH n.id AS id ORDER BY id RETURN collect(id) AS ids')
/** All slugs of a kind in one row. The embedded engine would read all things of the kind again for each page of a list. */
export const allSlugs: Readonly<Record<'Entity' | 'Source', Statement<{ revision: RevisionNumber }>>> = {
  Entity: slugsOf('Entity', 'MATCH (n:Entity)'),
  Source: slugsOf('Source', 'MATCH (n:Source)'),
}

export const storyList = list('stories', 'MATCH (n:Story)')

export const storiesOfClaims: Statement<{
  claims: readonly string[]
  limit: number
  revision: RevisionNumber
}> = statement(
  'stories.claims',
  'UNWIND $claims AS k MATCH (c:Claim {id: k}) MATCH (c)<-[:SELECTS]-(w)',
  'WHERE w.fromRevision <= $revision AND w.untilRevision > $revision AND ($drafts OR w.visibility IS NULL)',
  'WITH DISTINCT w, w.thing AS thing ORDER BY thing LIMIT $limit',
  'RETURN w.json AS json',
)
