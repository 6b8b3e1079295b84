import type { IdentityLabel } from '../encoding/node-labels.ts'
import { type Statement, statement } from './statement.ts'

const STATE =
  'RETURN w.thing AS thing, w.hash AS hash, w.loadSet AS loadSet, w.visibility AS visibility, w.json AS json, w.kind AS kind, w.former AS former, w.slug AS slug'
const OPEN = 'WHERE w.untilRevision = $open'

type ByKeys = Statement<{ keys: readonly string[]; open: number }>

/** The newest state of each object, drafts included. */
export const newestStates: ByKeys = statement(
  'newestStates',
  'UNWIND $keys AS k MATCH (w:State {thing: k})',
  OPEN,
  STATE,
)

/** Labels of identity nodes to which edges of states lead. */
export type ReferredLabel = Exclude<IdentityLabel, 'Story'>

const referrersOf = (label: ReferredLabel, match: string): ByKeys =>
  statement(['referrers', label].join('.'), match, OPEN, STATE)

/** Newest states with an edge to any of these identities. */
export const referrers: Readonly<Record<ReferredLabel, ByKeys>> = {
  Entity: referrersOf(
    'Entity',
    'UNWIND $keys AS k MATCH (n:Entity {id: k}) MATCH (n)<-[:SPEAKS_FOR|PUBLISHED_BY|BY|VIA|AWAITS|HAS_SUBJECT|HAS_OBJECT|MENTIONS]-(w)',
  ),
  DataCategory: referrersOf(
    'DataCategory',
    'UNWIND $keys AS k MATCH (n:DataCategory {id: k}) MATCH (n)<-[:BROADER|CONCERNS]-(w)',
  ),
  Use: referrersOf('Use', 'UNWIND $keys AS k MATCH (n:Use {id: k}) MATCH (n)<-[:BROADER|FOR|HAS_OBJECT]-(w)'),
  Source: referrersOf(
    'Source',
    'UNWIND $keys AS k MATCH (n:Source {id: k}) MATCH (n)<-[:DERIVED_FROM|DOCUMENTED_IN|IN_SOURCE|VIA|HAS_SUBJECT|HAS_OBJECT]-(w)',
  ),
  Claim: referrersOf(
    'Claim',
    'UNWIND $keys AS k MATCH (n:Claim {id: k}) MATCH (n)<-[:ABOUT|FROM_CLAIM|TO_CLAIM|ASSESSES|SELECTS|HAS_OBJECT]-(w)',
  ),
  ExternalId: referrersOf('ExternalId', 'UNWIND $keys AS k MATCH (n:ExternalId {id: k}) MATCH (n)<-[:KNOWN_AS]-(w)'),
}

export const assertionsOnClaims: ByKeys = statement(
  'assertionsOnClaims',
  'UNWIND $keys AS k MATCH (n:Claim {id: k}) MATCH (n)<-[:ABOUT]-(w)',
  OPEN,
  STATE,
)

type OfSubject = Statement<{ rows: readonly object[]; open: number }>
/** Claims with a subject and a predicate, among which a duplicate proposition is searched. */
export const claimsOfSubjects: Readonly<Record<'Entity' | 'Source', OfSubject>> = {
  Entity: statement(
    'claimsOfSubjects.Entity',
    'UNWIND $rows AS r MATCH (n:Entity {id: r.id}) MATCH (n)<-[:HAS_SUBJECT]-(w)',
    'WHERE w.untilRevision = $open AND w.predicate = r.predicate',
    STATE,
  ),
  Source: statement(
    'claimsOfSubjects.Source',
    'UNWIND $rows AS r MATCH (n:Source {id: r.id}) MATCH (n)<-[:HAS_SUBJECT]-(w)',
    'WHERE w.untilRevision = $open AND w.predicate = r.predicate',
    STATE,
  ),
}

type All = Statement<{ open: number }>
export const newestRenames: All = statement(
  'newestRenames',
  'MATCH (w:FormerSlug)',
  OPEN,
  STATE,
  'ORDER BY w.fromRevision, w.thing',
)
/** Relations and stories are read completely, since they name sources and claimants in their JSON only, without an edge. */
export const newestRelations: All = statement('newestRelations', 'MATCH (w:ClaimRelation)', OPEN, STATE)
export const newestStories: All = statement('newestStories', 'MATCH (w:StoryState)', OPEN, STATE)
