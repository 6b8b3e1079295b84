import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { StateLabel } from '../encoding/node-labels.ts'
import { type Statement, statement } from './statement.ts'

interface At {
  readonly revision: RevisionNumber
  readonly drafts: boolean
}

const STATE =
  'RETURN w.thing AS thing, w.fromRevision AS begun, w.json AS json, w.kind AS kind, w.former AS former, w.slug AS slug, w.loadSet AS loadSet, w.hash AS hash, w.visibility AS visibility, w.recordedIn AS recordedIn, w.status AS status, w.polarity AS polarity'
const UNTIL = 'w.fromRevision <= $revision AND ($drafts OR w.visibility IS NULL)'

/** All revisions, with the properties in which those of the first load differ from later ones. */
export const revisionNodes: Statement<At> = statement(
  'revisionNodes',
  'MATCH (n:Revision) WHERE n.number <= $revision AND ($drafts OR n.visibility IS NULL)',
  'RETURN n.number AS number, n.recordedAt AS recordedAt, n.author AS author, n.reason AS reason,',
  'n.visibility AS visibility, n.changed IS NOT NULL AS namesChanges ORDER BY number',
)

export const countStates: Statement<At> = statement(
  'countStates',
  'MATCH (w:State) WHERE',
  UNTIL,
  'RETURN count(w) AS total',
)

/** First revision that ends an object other than a claim; null if none does. A first load ends none. */
export const firstEnd: Statement<At> = statement(
  'firstEnd',
  'MATCH (w:State) WHERE w.untilRevision <= $revision AND ($drafts OR w.visibility IS NULL) AND NOT w:ClaimState',
  'RETURN min(w.untilRevision) AS revision',
)
/** First revision that ends a claim, or gives it other content. */
export const firstClaimEnd: Statement<At & { absent: number }> = statement(
  'firstClaimEnd',
  'MATCH (w:ClaimState) WHERE w.untilRevision <= $revision AND ($drafts OR w.visibility IS NULL)',
  'MATCH (w)<-[:HAS_STATE]-(c)',
  'CALL (c, w) { MATCH (c)-[:HAS_STATE]->(v) WHERE v.fromRevision = w.untilRevision AND v.json = w.json RETURN count(v) AS same }',
  'WITH w, same WHERE same = $absent RETURN min(w.untilRevision) AS revision',
)
/** First revision with a draft. */
export const firstDraft: Statement<object> = statement(
  'firstDraft',
  'MATCH (w:State) WHERE w.visibility IS NOT NULL RETURN min(w.fromRevision) AS revision',
)

const begun = (name: string, match: string): Statement<At> =>
  statement(['begunObjects', name].join('.'), match, UNTIL, 'RETURN DISTINCT w.thing AS thing')
/** Keys of the objects of a kind that began up to a revision; assertions are read with their claims. */
export const begunObjects: Readonly<Record<Exclude<StateLabel, 'Assertion'>, Statement<At>>> = {
  EntityState: begun('EntityState', 'MATCH (w:EntityState) WHERE'),
  ConceptState: begun('ConceptState', 'MATCH (w:ConceptState) WHERE'),
  SourceState: begun('SourceState', 'MATCH (w:SourceState) WHERE'),
  StoryState: begun('StoryState', 'MATCH (w:StoryState) WHERE'),
  ClaimState: begun('ClaimState', 'MATCH (w:ClaimState) WHERE'),
  ClaimRelation: begun('ClaimRelation', 'MATCH (w:ClaimRelation) WHERE'),
  Assessment: begun('Assessment', 'MATCH (w:Assessment) WHERE'),
  FormerSlug: begun('FormerSlug', 'MATCH (w:FormerSlug) WHERE'),
}

/** States of some objects that began up to a revision. */
export const begunStates: Statement<At & { keys: readonly string[] }> = statement(
  'begunStates',
  'UNWIND $keys AS k MATCH (w:State {thing: k}) WHERE',
  UNTIL,
  STATE,
)
/** Assertions on some claims that began up to a revision. */
export const begunAssertions: Statement<At & { keys: readonly string[] }> = statement(
  'begunAssertions',
  'UNWIND $keys AS k MATCH (n:Claim {id: k}) MATCH (n)<-[:ABOUT]-(w) WHERE',
  UNTIL,
  STATE,
)
/** States of some objects that began in one revision. */
export const statesBegunIn: Statement<At & { keys: readonly string[] }> = statement(
  'statesBegunIn',
  'UNWIND $keys AS k MATCH (w:State {thing: k}) WHERE w.fromRevision = $revision AND ($drafts OR w.visibility IS NULL)',
  STATE,
)

type Later = Statement<At & { after: RevisionNumber }>
/** Keys of states that began after one revision, up to another. */
export const laterBeginnings: Later = statement(
  'laterBeginnings',
  'MATCH (w:State) WHERE w.fromRevision > $after AND',
  UNTIL,
  'RETURN w.thing AS thing, w.fromRevision AS revision',
)
/** Keys of states that ended after one revision, up to another. */
export const laterEnds: Later = statement(
  'laterEnds',
  'MATCH (w:State) WHERE w.untilRevision > $after AND w.untilRevision <= $revision AND ($drafts OR w.visibility IS NULL)',
  'RETURN w.thing AS thing, w.untilRevision AS revision',
)

export const loadedSets: Statement<object> = statement(
  'loadedSets',
  'MATCH (s:LoadedSet) RETURN s.id AS loadSet, s.contentHash AS contentHash',
)
