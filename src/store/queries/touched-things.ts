import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type Statement, statement } from './statement.ts'

/**
 * Reads of a writer, after the states of a revision were written and before the revision is published. Drafts are included.
 * A row names a thing by its key (`thing`), or by `id` and `labels` of its identity node.
 */
type Touched = Statement<{ keys: readonly string[]; revision: RevisionNumber; limit: number }>

/** States of the revision, and of the revision before it. */
const LIVE = 'WHERE w.untilRevision >= $revision'
const RETURN_STATES = [LIVE, 'RETURN DISTINCT w.thing AS thing LIMIT $limit'].join(' ')
const RETURN_IDENTITIES = 'RETURN DISTINCT labels(t) AS labels, t.id AS id LIMIT $limit'
const RETURN_CLAIMS = [LIVE, 'MATCH (w)-[:ABOUT]->(t)', RETURN_IDENTITIES].join(' ')

const CLAIM = 'UNWIND $keys AS k MATCH (n:Claim {id: k})'
const ENTITY = 'UNWIND $keys AS k MATCH (n:Entity {id: k})'
const SOURCE = 'UNWIND $keys AS k MATCH (n:Source {id: k})'

/** Stories that select these claims. */
const storiesOfClaims: Touched = statement('touched.storiesOfClaims', CLAIM, 'MATCH (n)<-[:SELECTS]-(w)', RETURN_STATES)

/** Things that have or had a list with these claims. A removed claim appears among the removed claims of each. */
const parentsOfClaims: readonly Touched[] = [
  statement(
    'touched.namedByClaims',
    CLAIM,
    'MATCH (n)-[:HAS_STATE]->(w) MATCH (w)-[:HAS_SUBJECT|HAS_OBJECT|CONCERNS|FOR|MENTIONS]->(t)',
    RETURN_IDENTITIES,
  ),
  statement(
    'touched.namedByAssertions',
    CLAIM,
    'MATCH (n)<-[:ABOUT]-(a) MATCH (a)-[:IN_SOURCE|BY|VIA|AWAITS]->(t)',
    RETURN_IDENTITIES,
  ),
  statement('touched.formerStories', CLAIM, 'MATCH (n)<-[:SELECTS]-(w) RETURN DISTINCT w.thing AS thing LIMIT $limit'),
]

/** Things that name these entities, and those that they speak for. */
const aroundEntities: readonly Touched[] = [
  statement(
    'touched.statesNamingEntities',
    ENTITY,
    'MATCH (n)<-[:SPEAKS_FOR|PUBLISHED_BY|HAS_SUBJECT|HAS_OBJECT|MENTIONS]-(w)',
    RETURN_STATES,
  ),
  statement('touched.claimsOfClaimants', ENTITY, 'MATCH (n)<-[:BY|VIA|AWAITS]-(w)', RETURN_CLAIMS),
  statement(
    'touched.claimsOfPublishers',
    ENTITY,
    'MATCH (n)<-[:PUBLISHED_BY]-(s) WHERE s.untilRevision >= $revision',
    'MATCH (s)<-[:HAS_STATE]-(d) MATCH (d)<-[:IN_SOURCE]-(w)',
    RETURN_CLAIMS,
  ),
  statement(
    'touched.namedByEntities',
    ENTITY,
    'MATCH (n)-[:HAS_STATE]->(w)',
    LIVE,
    'MATCH (w)-[:SPEAKS_FOR]->(t)',
    RETURN_IDENTITIES,
  ),
]

/** Things that name these sources, their publishers and the sources that they are derived from. */
const aroundSources: readonly Touched[] = [
  statement(
    'touched.statesNamingSources',
    SOURCE,
    'MATCH (n)<-[:DERIVED_FROM|DOCUMENTED_IN|HAS_SUBJECT|HAS_OBJECT]-(w)',
    RETURN_STATES,
  ),
  statement('touched.claimsOfSources', SOURCE, 'MATCH (n)<-[:IN_SOURCE|BY|VIA]-(w)', RETURN_CLAIMS),
  statement(
    'touched.namedBySources',
    SOURCE,
    'MATCH (n)-[:HAS_STATE]->(w)',
    LIVE,
    'MATCH (w)-[:PUBLISHED_BY|DERIVED_FROM]->(t)',
    RETURN_IDENTITIES,
  ),
]

const broaderOf = (name: string, identity: string): Touched =>
  statement(name, identity, 'MATCH (n)-[:HAS_STATE]->(w)', LIVE, 'MATCH (w)-[:BROADER]->(t)', RETURN_IDENTITIES)

/** Statements that read the things that changed claims, entities, sources or concepts touch. */
export const touchedThings = {
  Claim: parentsOfClaims,
  Entity: aroundEntities,
  Source: aroundSources,
  DataCategory: [broaderOf('touched.broader.DataCategory', 'UNWIND $keys AS k MATCH (n:DataCategory {id: k})')],
  Use: [broaderOf('touched.broader.Use', 'UNWIND $keys AS k MATCH (n:Use {id: k})')],
  /** Stories that select changed or touched claims. */
  stories: [storiesOfClaims],
} as const
