import type { EntityKind } from '../../domain/entity.ts'
import type { HubLabel, RowLabel, ThingLabel } from '../encoding/node-labels.ts'
import { type Statement, statement } from './statement.ts'

type Batch = Statement<{ rows: readonly object[] }>

/**
 * The kind of an entity is a label beside it, for those who ask with Cypher. It is that of the last load, published or
 * not; the row says what holds at a revision.
 */
export const createEntityHubs: Readonly<Record<EntityKind, Batch>> = {
  Person: statement(
    'createEntityHubs.Person',
    'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Person REMOVE n:Organization:Service:Group',
  ),
  Organization: statement(
    'createEntityHubs.Organization',
    'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Organization REMOVE n:Person:Service:Group',
  ),
  Service: statement(
    'createEntityHubs.Service',
    'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Service REMOVE n:Person:Organization:Group',
  ),
  Group: statement(
    'createEntityHubs.Group',
    'UNWIND $rows AS r MERGE (n:Entity {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
    'SET n:Group REMOVE n:Person:Organization:Service',
  ),
}

/** A hub is made once and never changed: what changes are its rows. */
export const createHubs: Readonly<Record<Exclude<HubLabel, 'Entity'>, Batch>> = {
  DataCategory: statement(
    'createHubs.DataCategory',
    'UNWIND $rows AS r MERGE (n:DataCategory {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Use: statement(
    'createHubs.Use',
    'UNWIND $rows AS r MERGE (n:Use {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Source: statement(
    'createHubs.Source',
    'UNWIND $rows AS r MERGE (n:Source {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Claim: statement(
    'createHubs.Claim',
    'UNWIND $rows AS r MERGE (n:Claim {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  Story: statement(
    'createHubs.Story',
    'UNWIND $rows AS r MERGE (n:Story {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
  ExternalId: statement(
    'createHubs.ExternalId',
    'UNWIND $rows AS r MERGE (n:ExternalId {id: r.id}) ON CREATE SET n.fromRevision = r.revision',
  ),
}

/** Rows that stand for themselves hang off nothing. */
export const createRows: Readonly<Record<RowLabel, Batch>> = {
  EntityRow: statement('createRows.EntityRow', 'UNWIND $rows AS r CREATE (w:Row:EntityRow:Searchable) SET w = r'),
  ConceptRow: statement('createRows.ConceptRow', 'UNWIND $rows AS r CREATE (w:Row:ConceptRow:Searchable) SET w = r'),
  SourceRow: statement('createRows.SourceRow', 'UNWIND $rows AS r CREATE (w:Row:SourceRow:Searchable) SET w = r'),
  StoryRow: statement('createRows.StoryRow', 'UNWIND $rows AS r CREATE (w:Row:StoryRow:Searchable) SET w = r'),
  ClaimRow: statement('createRows.ClaimRow', 'UNWIND $rows AS r CREATE (w:Row:ClaimRow:Searchable) SET w = r'),
  Assertion: statement('createRows.Assertion', 'UNWIND $rows AS r CREATE (w:Row:Assertion) SET w = r'),
  ClaimRelation: statement('createRows.ClaimRelation', 'UNWIND $rows AS r CREATE (w:Row:ClaimRelation) SET w = r'),
  Assessment: statement('createRows.Assessment', 'UNWIND $rows AS r CREATE (w:Row:Assessment) SET w = r'),
  FormerSlug: statement('createRows.FormerSlug', 'UNWIND $rows AS r CREATE (w:Row:FormerSlug) SET w = r'),
}

export const attachRows: Readonly<Record<ThingLabel, Batch>> = {
  Entity: statement(
    'attachRows.Entity',
    'UNWIND $rows AS r MATCH (h:Entity {id: r.hub}) MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (h)-[:HAS_ROW]->(w)',
  ),
  DataCategory: statement(
    'attachRows.DataCategory',
    'UNWIND $rows AS r MATCH (h:DataCategory {id: r.hub}) MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (h)-[:HAS_ROW]->(w)',
  ),
  Use: statement(
    'attachRows.Use',
    'UNWIND $rows AS r MATCH (h:Use {id: r.hub}) MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (h)-[:HAS_ROW]->(w)',
  ),
  Source: statement(
    'attachRows.Source',
    'UNWIND $rows AS r MATCH (h:Source {id: r.hub}) MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (h)-[:HAS_ROW]->(w)',
  ),
  Claim: statement(
    'attachRows.Claim',
    'UNWIND $rows AS r MATCH (h:Claim {id: r.hub}) MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (h)-[:HAS_ROW]->(w)',
  ),
  Story: statement(
    'attachRows.Story',
    'UNWIND $rows AS r MATCH (h:Story {id: r.hub}) MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision CREATE (h)-[:HAS_ROW]->(w)',
  ),
}

/** Which edges there are, and what each may lead to. */
export const createEdges: Readonly<Record<string, Batch>> = {
  'SPEAKS_FOR>Entity': statement(
    'createEdges.SPEAKS_FOR>Entity',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:SPEAKS_FOR]->(t)',
  ),
  'BROADER>DataCategory': statement(
    'createEdges.BROADER>DataCategory',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:DataCategory {id: r.to}) CREATE (w)-[:BROADER]->(t)',
  ),
  'BROADER>Use': statement(
    'createEdges.BROADER>Use',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Use {id: r.to}) CREATE (w)-[:BROADER]->(t)',
  ),
  'DERIVED_FROM>Source': statement(
    'createEdges.DERIVED_FROM>Source',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:DERIVED_FROM]->(t)',
  ),
  'PUBLISHED_BY>Entity': statement(
    'createEdges.PUBLISHED_BY>Entity',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:PUBLISHED_BY]->(t)',
  ),
  'SELECTS>Claim': statement(
    'createEdges.SELECTS>Claim',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:SELECTS {place: r.place}]->(t)',
  ),
  'ABOUT>Claim': statement(
    'createEdges.ABOUT>Claim',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:ABOUT]->(t)',
  ),
  'IN_SOURCE>Source': statement(
    'createEdges.IN_SOURCE>Source',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:IN_SOURCE]->(t)',
  ),
  'BY>Entity': statement(
    'createEdges.BY>Entity',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:BY]->(t)',
  ),
  'VIA>Entity': statement(
    'createEdges.VIA>Entity',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:VIA]->(t)',
  ),
  'VIA>Source': statement(
    'createEdges.VIA>Source',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:VIA]->(t)',
  ),
  'AWAITS>Entity': statement(
    'createEdges.AWAITS>Entity',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:AWAITS]->(t)',
  ),
  'ASSESSES>Claim': statement(
    'createEdges.ASSESSES>Claim',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:ASSESSES]->(t)',
  ),
  'FROM_CLAIM>Claim': statement(
    'createEdges.FROM_CLAIM>Claim',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:FROM_CLAIM]->(t)',
  ),
  'TO_CLAIM>Claim': statement(
    'createEdges.TO_CLAIM>Claim',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:TO_CLAIM]->(t)',
  ),
  'HAS_SUBJECT>Entity': statement(
    'createEdges.HAS_SUBJECT>Entity',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:HAS_SUBJECT]->(t)',
  ),
  'HAS_SUBJECT>Source': statement(
    'createEdges.HAS_SUBJECT>Source',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:HAS_SUBJECT]->(t)',
  ),
  'CONCERNS>DataCategory': statement(
    'createEdges.CONCERNS>DataCategory',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:DataCategory {id: r.to}) CREATE (w)-[:CONCERNS]->(t)',
  ),
  'FOR>Use': statement(
    'createEdges.FOR>Use',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Use {id: r.to}) CREATE (w)-[:FOR]->(t)',
  ),
  'HAS_OBJECT>Entity': statement(
    'createEdges.HAS_OBJECT>Entity',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Entity {id: r.to}) CREATE (w)-[:HAS_OBJECT]->(t)',
  ),
  'HAS_OBJECT>Source': statement(
    'createEdges.HAS_OBJECT>Source',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Source {id: r.to}) CREATE (w)-[:HAS_OBJECT]->(t)',
  ),
  'HAS_OBJECT>Claim': statement(
    'createEdges.HAS_OBJECT>Claim',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Claim {id: r.to}) CREATE (w)-[:HAS_OBJECT]->(t)',
  ),
  'HAS_OBJECT>Use': statement(
    'createEdges.HAS_OBJECT>Use',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:Use {id: r.to}) CREATE (w)-[:HAS_OBJECT]->(t)',
  ),
  'KNOWN_AS>ExternalId': statement(
    'createEdges.KNOWN_AS>ExternalId',
    'UNWIND $rows AS r MATCH (w:Row {thing: r.thing}) WHERE w.fromRevision = r.revision MATCH (t:ExternalId {id: r.to}) CREATE (w)-[:KNOWN_AS]->(t)',
  ),
}

/** The rows that were there before the revision; those that begin with it may be there already. */
export const endRows: Statement<{ keys: readonly string[]; open: number; revision: number }> = statement(
  'endRows',
  'UNWIND $keys AS k MATCH (w:Row {thing: k}) WHERE w.untilRevision = $open AND w.fromRevision < $revision',
  'SET w.untilRevision = $revision',
)
