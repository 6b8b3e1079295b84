/** Type definitions of the natural graph for @neo4j/graphql, which generates queries, filters and Cypher. */
export const CRUD_SCHEMA = /* GraphQL */ `
  type Entity @node(labels: ["PeerEntity"]) {
    slug: String!
    name: String!
    claimsAsSubject: [Claim!]! @relationship(type: "PEER_SUBJECT", direction: IN)
    claimsAsObject: [Claim!]! @relationship(type: "PEER_OBJECT", direction: IN)
    assertions: [Assertion!]! @relationship(type: "PEER_BY", direction: IN)
  }
  type DataCategory @node(labels: ["PeerDataCategory"]) {
    slug: String!
    name: String!
    broader: [DataCategory!]! @relationship(type: "PEER_BROADER", direction: OUT)
    claims: [Claim!]! @relationship(type: "PEER_DATA", direction: IN)
    countWithNarrower: Int!
      @cypher(
        statement: "MATCH (this)<-[:PEER_BROADER*0..]-()<-[:PEER_DATA]-(c:PeerClaim) RETURN count(DISTINCT c) AS n"
        columnName: "n"
      )
    claimsWithNarrower(first: Int!): [Claim!]!
      @cypher(
        statement: "MATCH (this)<-[:PEER_BROADER*0..]-()<-[:PEER_DATA]-(c:PeerClaim) WITH DISTINCT c ORDER BY c.slug LIMIT $first RETURN c"
        columnName: "c"
      )
  }
  type Use @node(labels: ["PeerUse"]) {
    slug: String!
    name: String!
  }
  type Source @node(labels: ["PeerSource"]) {
    slug: String!
    name: String!
  }
  type Claim
    @node(labels: ["PeerClaim"])
    @fulltext(indexes: [{ indexName: "peer_claim_text", queryName: "searchClaims", fields: ["searchText"] }]) {
    slug: String!
    predicate: String!
    status: String!
    sentence: String!
    polarity: String
    label: String!
    searchText: String!
    subject: [Entity!]! @relationship(type: "PEER_SUBJECT", direction: OUT)
    subjectSource: [Source!]! @relationship(type: "PEER_SUBJECT", direction: OUT)
    objectEntity: [Entity!]! @relationship(type: "PEER_OBJECT", direction: OUT)
    objectUse: [Use!]! @relationship(type: "PEER_OBJECT", direction: OUT)
    objectClaim: [Claim!]! @relationship(type: "PEER_OBJECT", direction: OUT)
    objectSource: [Source!]! @relationship(type: "PEER_OBJECT", direction: OUT)
    aboutIt: [Claim!]! @relationship(type: "PEER_OBJECT", direction: IN)
    data: [DataCategory!]! @relationship(type: "PEER_DATA", direction: OUT)
    uses: [Use!]! @relationship(type: "PEER_USE", direction: OUT)
    assertions: [Assertion!]! @relationship(type: "PEER_ABOUT", direction: IN)
  }
  type Assertion @node(labels: ["PeerAssertion"]) {
    slug: String!
    stance: String!
    polarity: String!
    quote: String
    claim: [Claim!]! @relationship(type: "PEER_ABOUT", direction: OUT)
    claimant: [Entity!]! @relationship(type: "PEER_BY", direction: OUT)
    claimantSource: [Source!]! @relationship(type: "PEER_BY", direction: OUT)
    source: [Source!]! @relationship(type: "PEER_IN", direction: OUT)
  }
`
