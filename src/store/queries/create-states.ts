import type { EntityKind } from '../../domain/entity.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { IdentityLabel } from '../encoding/node-labels.ts'
import { type Statement, statement } from './statement.ts'

/**
 * The rows are in a map, since Neo4j would plan the statement again for each order of magnitude of the length of a list
 * parameter.
 */
type Batch = Statement<{ batch: { readonly items: readonly object[] } }>

/**
 * Creates identity nodes of entities, with their kind as a second label for hand-written Cypher. The label is the kind in the last
 * write, published or not. The state has the kind at a revision.
 */
export const createEntityIdentities: Readonly<Record<EntityKind, Batch>> = {
  Person: statement(
    'createEntityIdentities.Person',
    'UNWIND $batch.items AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Person REMOVE n:Organization:Service:Group',
  ),
  Organization: statement(
    'createEntityIdentities.Organization',
    'UNWIND $batch.items AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Organization REMOVE n:Person:Service:Group',
  ),
  Service: statement(
    'createEntityIdentities.Service',
    'UNWIND $batch.items AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Service REMOVE n:Person:Organization:Group',
  ),
  Group: statement(
    'createEntityIdentities.Group',
    'UNWIND $batch.items AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Group REMOVE n:Person:Organization:Service',
  ),
}

/** Creates identity nodes of the other kinds. */
export const createIdentities: Readonly<Record<Exclude<IdentityLabel, 'Entity'>, Batch>> = {
  DataCategory: statement(
    'createIdentities.DataCategory',
    'UNWIND $batch.items AS r MERGE (n:DataCategory {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Use: statement(
    'createIdentities.Use',
    'UNWIND $batch.items AS r MERGE (n:Use {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Source: statement(
    'createIdentities.Source',
    'UNWIND $batch.items AS r MERGE (n:Source {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Claim: statement(
    'createIdentities.Claim',
    'UNWIND $batch.items AS r MERGE (n:Claim {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Story: statement(
    'createIdentities.Story',
    'UNWIND $batch.items AS r MERGE (n:Story {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  ExternalId: statement(
    'createIdentities.ExternalId',
    'UNWIND $batch.items AS r MERGE (n:ExternalId {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
}

/**
 * Creates states with all their edges. A row has `properties`, the id of the identity node (`identity`), and the targets of each
 * edge under its type and label, such as `BY_Entity`. A missing list counts as empty.
 */
const create = (name: string, state: string, ...edges: readonly string[]): Batch =>
  statement(
    ['createStates', name].join('.'),
    'UNWIND $batch.items AS r',
    state,
    'SET w = r.properties',
    ...(edges.length === 0 ? [] : ['WITH w, r']),
    ...edges,
  )

/** The statements by state label, or by state label and label of the identity node: 'ClaimState>Claim'. */
export const createStates: Readonly<Record<string, Batch>> = {
  'EntityState>Entity': create(
    'EntityState>Entity',
    'CREATE (w:State:EntityState:Searchable)',
    'CALL (w, r) { MATCH (i:Entity {id: r.identity}) CREATE (i)-[:HAS_STATE]->(w) }',
    'CALL (w, r) { UNWIND r.SPEAKS_FOR_Entity AS k MATCH (t:Entity {id: k}) CREATE (w)-[:SPEAKS_FOR]->(t) }',
    'CALL (w, r) { UNWIND r.KNOWN_AS_ExternalId AS k MATCH (t:ExternalId {id: k}) CREATE (w)-[:KNOWN_AS]->(t) }',
    'CALL (w, r) { UNWIND r.DOCUMENTED_IN_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:DOCUMENTED_IN]->(t) }',
  ),
  'ConceptState>DataCategory': create(
    'ConceptState>DataCategory',
    'CREATE (w:State:ConceptState:Searchable)',
    'CALL (w, r) { MATCH (i:DataCategory {id: r.identity}) CREATE (i)-[:HAS_STATE]->(w) }',
    'CALL (w, r) { UNWIND r.BROADER_DataCategory AS k MATCH (t:DataCategory {id: k}) CREATE (w)-[:BROADER]->(t) }',
    'CALL (w, r) { UNWIND r.DOCUMENTED_IN_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:DOCUMENTED_IN]->(t) }',
  ),
  'ConceptState>Use': create(
    'ConceptState>Use',
    'CREATE (w:State:ConceptState:Searchable)',
    'CALL (w, r) { MATCH (i:Use {id: r.identity}) CREATE (i)-[:HAS_STATE]->(w) }',
    'CALL (w, r) { UNWIND r.BROADER_Use AS k MATCH (t:Use {id: k}) CREATE (w)-[:BROADER]->(t) }',
    'CALL (w, r) { UNWIND r.DOCUMENTED_IN_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:DOCUMENTED_IN]->(t) }',
  ),
  'SourceState>Source': create(
    'SourceState>Source',
    'CREATE (w:State:SourceState:Searchable)',
    'CALL (w, r) { MATCH (i:Source {id: r.identity}) CREATE (i)-[:HAS_STATE]->(w) }',
    'CALL (w, r) { UNWIND r.DERIVED_FROM_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:DERIVED_FROM]->(t) }',
    'CALL (w, r) { UNWIND r.DOCUMENTED_IN_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:DOCUMENTED_IN]->(t) }',
    'CALL (w, r) { UNWIND r.PUBLISHED_BY_Entity AS k MATCH (t:Entity {id: k}) CREATE (w)-[:PUBLISHED_BY]->(t) }',
  ),
  'StoryState>Story': create(
    'StoryState>Story',
    'CREATE (w:State:StoryState:Searchable)',
    'CALL (w, r) { MATCH (i:Story {id: r.identity}) CREATE (i)-[:HAS_STATE]->(w) }',
    'CALL (w, r) { UNWIND r.SELECTS_Claim AS k MATCH (t:Claim {id: k.to}) CREATE (w)-[:SELECTS {place: k.place}]->(t) }',
  ),
  'ClaimState>Claim': create(
    'ClaimState>Claim',
    'CREATE (w:State:ClaimState:Searchable)',
    'CALL (w, r) { MATCH (i:Claim {id: r.identity}) CREATE (i)-[:HAS_STATE]->(w) }',
    'CALL (w, r) { UNWIND r.HAS_SUBJECT_Entity AS k MATCH (t:Entity {id: k}) CREATE (w)-[:HAS_SUBJECT]->(t) }',
    'CALL (w, r) { UNWIND r.HAS_SUBJECT_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:HAS_SUBJECT]->(t) }',
    'CALL (w, r) { UNWIND r.CONCERNS_DataCategory AS k MATCH (t:DataCategory {id: k}) CREATE (w)-[:CONCERNS]->(t) }',
    'CALL (w, r) { UNWIND r.FOR_Use AS k MATCH (t:Use {id: k}) CREATE (w)-[:FOR]->(t) }',
    'CALL (w, r) { UNWIND r.HAS_OBJECT_Entity AS k MATCH (t:Entity {id: k}) CREATE (w)-[:HAS_OBJECT]->(t) }',
    'CALL (w, r) { UNWIND r.HAS_OBJECT_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:HAS_OBJECT]->(t) }',
    'CALL (w, r) { UNWIND r.HAS_OBJECT_Claim AS k MATCH (t:Claim {id: k}) CREATE (w)-[:HAS_OBJECT]->(t) }',
    'CALL (w, r) { UNWIND r.HAS_OBJECT_Use AS k MATCH (t:Use {id: k}) CREATE (w)-[:HAS_OBJECT]->(t) }',
    'CALL (w, r) { UNWIND r.MENTIONS_Entity AS k MATCH (t:Entity {id: k}) CREATE (w)-[:MENTIONS]->(t) }',
    'CALL (w, r) { UNWIND r.DOCUMENTED_IN_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:DOCUMENTED_IN]->(t) }',
  ),
  Assertion: create(
    'Assertion',
    'CREATE (w:State:Assertion)',
    'CALL (w, r) { UNWIND r.ABOUT_Claim AS k MATCH (t:Claim {id: k}) CREATE (w)-[:ABOUT]->(t) }',
    'CALL (w, r) { UNWIND r.IN_SOURCE_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:IN_SOURCE]->(t) }',
    'CALL (w, r) { UNWIND r.BY_Entity AS k MATCH (t:Entity {id: k}) CREATE (w)-[:BY]->(t) }',
    'CALL (w, r) { UNWIND r.BY_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:BY]->(t) }',
    'CALL (w, r) { UNWIND r.AWAITS_Entity AS k MATCH (t:Entity {id: k}) CREATE (w)-[:AWAITS]->(t) }',
    'CALL (w, r) { UNWIND r.VIA_Entity AS k MATCH (t:Entity {id: k}) CREATE (w)-[:VIA]->(t) }',
    'CALL (w, r) { UNWIND r.VIA_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:VIA]->(t) }',
  ),
  ClaimRelation: create(
    'ClaimRelation',
    'CREATE (w:State:ClaimRelation)',
    'CALL (w, r) { UNWIND r.FROM_CLAIM_Claim AS k MATCH (t:Claim {id: k}) CREATE (w)-[:FROM_CLAIM]->(t) }',
    'CALL (w, r) { UNWIND r.TO_CLAIM_Claim AS k MATCH (t:Claim {id: k}) CREATE (w)-[:TO_CLAIM]->(t) }',
    'CALL (w, r) { UNWIND r.DOCUMENTED_IN_Source AS k MATCH (t:Source {id: k}) CREATE (w)-[:DOCUMENTED_IN]->(t) }',
  ),
  Assessment: create(
    'Assessment',
    'CREATE (w:State:Assessment)',
    'CALL (w, r) { UNWIND r.ASSESSES_Claim AS k MATCH (t:Claim {id: k}) CREATE (w)-[:ASSESSES]->(t) }',
  ),
  FormerSlug: create('FormerSlug', 'CREATE (w:State:FormerSlug)'),
}

/** Ends the current states that began before the revision. States that begin in the revision may exist already. */
export const endStates: Statement<{ keys: readonly string[]; open: number; revision: RevisionNumber }> = statement(
  'endStates',
  'UNWIND $keys AS k MATCH (w:State {thing: k}) WHERE w.untilRevision = $open AND w.fromRevision < $revision',
  'SET w.untilRevision = $revision',
)
