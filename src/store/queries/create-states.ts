import type { EntityKind } from '../../domain/entity.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { IdentityLabel, StateLabel, ThingLabel } from '../encoding/node-labels.ts'
import { type Statement, statement } from './statement.ts'

type Batch = Statement<{ rows: readonly object[] }>

/**
 * Creates identity nodes of entities, with their kind as a second label for hand-written Cypher. The label is that of the last load,
 * published or not; the kind at a revision is in the state.
 */
export const createEntityIdentities: Readonly<Record<EntityKind, Batch>> = {
  Person: statement(
    'createEntityIdentities.Person',
    'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Person REMOVE n:Organization:Service:Group',
  ),
  Organization: statement(
    'createEntityIdentities.Organization',
    'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Organization REMOVE n:Person:Service:Group',
  ),
  Service: statement(
    'createEntityIdentities.Service',
    'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Service REMOVE n:Person:Organization:Group',
  ),
  Group: statement(
    'createEntityIdentities.Group',
    'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Group REMOVE n:Person:Organization:Service',
  ),
}

/** Creates identity nodes. They never change; their states do. */
export const createIdentities: Readonly<Record<Exclude<IdentityLabel, 'Entity'>, Batch>> = {
  DataCategory: statement(
    'createIdentities.DataCategory',
    'UNWIND $rows AS r MERGE (n:DataCategory {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Use: statement(
    'createIdentities.Use',
    'UNWIND $rows AS r MERGE (n:Use {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Source: statement(
    'createIdentities.Source',
    'UNWIND $rows AS r MERGE (n:Source {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Claim: statement(
    'createIdentities.Claim',
    'UNWIND $rows AS r MERGE (n:Claim {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Story: statement(
    'createIdentities.Story',
    'UNWIND $rows AS r MERGE (n:Story {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  ExternalId: statement(
    'createIdentities.ExternalId',
    'UNWIND $rows AS r MERGE (n:ExternalId {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
}

/** Creates states. Those without an identity node have no HAS_STATE edge. */
export const createStates: Readonly<Record<StateLabel, Batch>> = {
  EntityState: statement(
    'createStates.EntityState',
    'UNWIND $rows AS r CREATE (w:State:EntityState:Searchable) SET w = r',
  ),
  ConceptState: statement(
    'createStates.ConceptState',
    'UNWIND $rows AS r CREATE (w:State:ConceptState:Searchable) SET w = r',
  ),
  SourceState: statement(
    'createStates.SourceState',
    'UNWIND $rows AS r CREATE (w:State:SourceState:Searchable) SET w = r',
  ),
  StoryState: statement(
    'createStates.StoryState',
    'UNWIND $rows AS r CREATE (w:State:StoryState:Searchable) SET w = r',
  ),
  ClaimState: statement(
    'createStates.ClaimState',
    'UNWIND $rows AS r CREATE (w:State:ClaimState:Searchable) SET w = r',
  ),
  Assertion: statement('createStates.Assertion', 'UNWIND $rows AS r CREATE (w:State:Assertion) SET w = r'),
  ClaimRelation: statement('createStates.ClaimRelation', 'UNWIND $rows AS r CREATE (w:State:ClaimRelation) SET w = r'),
  Assessment: statement('createStates.Assessment', 'UNWIND $rows AS r CREATE (w:State:Assessment) SET w = r'),
  FormerSlug: statement('createStates.FormerSlug', 'UNWIND $rows AS r CREATE (w:State:FormerSlug) SET w = r'),
}

export const attachStates: Readonly<Record<ThingLabel, Batch>> = {
  Entity: statement(
    'attachStates.Entity',
    'UNWIND $rows AS r MATCH (i:Entity {id: r.identity}) MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (i)-[:HAS_STATE]->(w)',
  ),
  DataCategory: statement(
    'attachStates.DataCategory',
    'UNWIND $rows AS r MATCH (i:DataCategory {id: r.identity}) MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (i)-[:HAS_STATE]->(w)',
  ),
  Use: statement(
    'attachStates.Use',
    'UNWIND $rows AS r MATCH (i:Use {id: r.identity}) MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (i)-[:HAS_STATE]->(w)',
  ),
  Source: statement(
    'attachStates.Source',
    'UNWIND $rows AS r MATCH (i:Source {id: r.identity}) MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (i)-[:HAS_STATE]->(w)',
  ),
  Claim: statement(
    'attachStates.Claim',
    'UNWIND $rows AS r MATCH (i:Claim {id: r.identity}) MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (i)-[:HAS_STATE]->(w)',
  ),
  Story: statement(
    'attachStates.Story',
    'UNWIND $rows AS r MATCH (i:Story {id: r.identity}) MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (i)-[:HAS_STATE]->(w)',
  ),
}

/** Creates edges, by their type and the label of their end. */
export const createEdges: Readonly<Record<string, Batch>> = {
  'SPEAKS_FOR>Entity': statement(
    'createEdges.SPEAKS_FOR>Entity',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:SPEAKS_FOR]->(t)',
  ),
  'BROADER>DataCategory': statement(
    'createEdges.BROADER>DataCategory',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:DataCategory {id: r.to}) CREATE (w)-[:BROADER]->(t)',
  ),
  'BROADER>Use': statement(
    'createEdges.BROADER>Use',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Use {id: r.to}) CREATE (w)-[:BROADER]->(t)',
  ),
  'DERIVED_FROM>Source': statement(
    'createEdges.DERIVED_FROM>Source',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:DERIVED_FROM]->(t)',
  ),
  'DOCUMENTED_IN>Source': statement(
    'createEdges.DOCUMENTED_IN>Source',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:DOCUMENTED_IN]->(t)',
  ),
  'PUBLISHED_BY>Entity': statement(
    'createEdges.PUBLISHED_BY>Entity',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:PUBLISHED_BY]->(t)',
  ),
  'SELECTS>Claim': statement(
    'createEdges.SELECTS>Claim',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:SELECTS {place: r.place}]->(t)',
  ),
  'ABOUT>Claim': statement(
    'createEdges.ABOUT>Claim',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:ABOUT]->(t)',
  ),
  'IN_SOURCE>Source': statement(
    'createEdges.IN_SOURCE>Source',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:IN_SOURCE]->(t)',
  ),
  'BY>Entity': statement(
    'createEdges.BY>Entity',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:BY]->(t)',
  ),
  'BY>Source': statement(
    'createEdges.BY>Source',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:BY]->(t)',
  ),
  'VIA>Entity': statement(
    'createEdges.VIA>Entity',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:VIA]->(t)',
  ),
  'VIA>Source': statement(
    'createEdges.VIA>Source',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:VIA]->(t)',
  ),
  'AWAITS>Entity': statement(
    'createEdges.AWAITS>Entity',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:AWAITS]->(t)',
  ),
  'ASSESSES>Claim': statement(
    'createEdges.ASSESSES>Claim',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:ASSESSES]->(t)',
  ),
  'FROM_CLAIM>Claim': statement(
    'createEdges.FROM_CLAIM>Claim',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:FROM_CLAIM]->(t)',
  ),
  'TO_CLAIM>Claim': statement(
    'createEdges.TO_CLAIM>Claim',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:TO_CLAIM]->(t)',
  ),
  'HAS_SUBJECT>Entity': statement(
    'createEdges.HAS_SUBJECT>Entity',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:HAS_SUBJECT]->(t)',
  ),
  'HAS_SUBJECT>Source': statement(
    'createEdges.HAS_SUBJECT>Source',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:HAS_SUBJECT]->(t)',
  ),
  'CONCERNS>DataCategory': statement(
    'createEdges.CONCERNS>DataCategory',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:DataCategory {id: r.to}) CREATE (w)-[:CONCERNS]->(t)',
  ),
  'FOR>Use': statement(
    'createEdges.FOR>Use',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Use {id: r.to}) CREATE (w)-[:FOR]->(t)',
  ),
  'HAS_OBJECT>Entity': statement(
    'createEdges.HAS_OBJECT>Entity',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:HAS_OBJECT]->(t)',
  ),
  'HAS_OBJECT>Source': statement(
    'createEdges.HAS_OBJECT>Source',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:HAS_OBJECT]->(t)',
  ),
  'HAS_OBJECT>Claim': statement(
    'createEdges.HAS_OBJECT>Claim',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:HAS_OBJECT]->(t)',
  ),
  'HAS_OBJECT>Use': statement(
    'createEdges.HAS_OBJECT>Use',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Use {id: r.to}) CREATE (w)-[:HAS_OBJECT]->(t)',
  ),
  'KNOWN_AS>ExternalId': statement(
    'createEdges.KNOWN_AS>ExternalId',
    'UNWIND $rows AS r MATCH (w:State {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:ExternalId {id: r.to}) CREATE (w)-[:KNOWN_AS]->(t)',
  ),
}

/** Ends the current states that began before the revision. States that begin with it may exist already. */
export const endStates: Statement<{ keys: readonly string[]; open: number; revision: RevisionNumber }> = statement(
  'endStates',
  'UNWIND $keys AS k MATCH (w:State {thing: k}) WHERE w.untilRevision = $open AND w.fromRevision < $revision',
  'SET w.untilRevision = $revision',
)
