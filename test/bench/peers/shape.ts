import type { GraphQLResolveInfo } from 'graphql'
import { createSchema, createYoga } from 'graphql-yoga'

/** Responses of a source of data, in the shape of the schema below, so that the default resolvers read them. */
export interface PeerSource {
  entity(slug: string, first: number): MaybePromise<CardAnswer | null>
  claims(filter: PeerFilter, first: number): MaybePromise<ListAnswer>
  graph(root: string, limit: number): MaybePromise<GraphAnswer>
  search(text: string, first: number): MaybePromise<{ readonly nodes: readonly { readonly slug: string }[] }>
}

export interface PeerFilter {
  readonly subject?: string | null
  readonly statuses?: readonly string[] | null
  readonly dataCategory?: string | null
}

type MaybePromise<T> = T | Promise<T>

export interface TextAnswer {
  readonly value: string
}

export interface NamedAnswer {
  readonly slug: string
  readonly name: TextAnswer
}

export interface ClaimAnswer {
  readonly slug: string
  readonly predicate: string
  readonly status: TextAnswer
  readonly sentence: TextAnswer
  readonly data: readonly NamedAnswer[]
  readonly uses: readonly NamedAnswer[]
  readonly assertions: readonly AssertionAnswer[]
}

export interface AssertionAnswer {
  readonly slug: string
  readonly stance: string
  readonly claimant: { readonly name: TextAnswer } | null
  readonly source: { readonly title: TextAnswer }
  readonly quote: { readonly exact: string } | null
}

export interface CardAnswer extends NamedAnswer {
  readonly claims: { readonly nodes: readonly ClaimAnswer[] }
}

export interface ListAnswer {
  readonly totalCount: number
  readonly nodes: readonly ClaimAnswer[]
}

export interface GraphAnswer {
  readonly complete: boolean
  readonly nodes: readonly NodeAnswer[]
  readonly edges: readonly EdgeAnswer[]
}

export interface NodeAnswer {
  readonly id: string
  readonly kind: string
  readonly label: TextAnswer
  readonly status: string | null
}

export interface EdgeAnswer {
  readonly from: string
  readonly to: string
  readonly role: string
  readonly stance: string | null
  readonly polarity: string | null
}

/** The part of Sanad's schema that the questions use, so that peers take the same documents. */
const SHAPE = /* GraphQL */ `
  type Query {
    entity(slug: String!): Entity
    claims(filter: ClaimFilter, first: Int!): Claims!
    graph(roots: [ID!]!, depth: Int!, limit: Int!, filter: GraphFilter): Graph!
    search(text: String!, kinds: [ThingKind!], first: Int!): Hits!
  }
  enum ThingKind { Claim }
  enum EdgeRole { SUBJECT OBJECT DATA USE CLAIMANT }
  enum Status { ALLEGED CONFIRMED DENIED DISPUTED REPORTED RETRACTED SPECULATED STATED UNKNOWN }
  input ClaimFilter { subject: String statuses: [Status!] dataCategory: String }
  input GraphFilter { roles: [EdgeRole!] }
  type Text { value: String! }
  type Entity { slug: String! name: Text! claims(first: Int!): Claims! }
  type Claims { totalCount: Int! nodes: [Claim!]! }
  type ClaimStatus { value: Status! }
  type Claim {
    slug: String! predicate: String! status: ClaimStatus! sentence: Text!
    data: [Concept!]! uses: [Concept!]! assertions: [Assertion!]!
  }
  type Concept { slug: String! name: Text! }
  type Claimant { name: Text! }
  type Source { title: Text! }
  type Quote { exact: String! }
  type Assertion { slug: String! stance: String! claimant: Claimant source: Source! quote: Quote }
  type Graph { complete: Boolean! nodes: [Node!]! edges: [Edge!]! }
  type Node { id: ID! kind: String! label: Text! status: Status }
  type Edge { from: ID! to: ID! role: EdgeRole! stance: String polarity: String }
  type Hits { nodes: [Hit!]! }
  type Hit { slug: String! }
`

/** GraphQL Yoga as its manual sets it up, without a cache of responses. */
export function createPeerYoga(source: PeerSource) {
  const resolvers = {
    Query: {
      // Hand-written data access reads the card in one statement, so it needs the size of the nested page.
      entity: (_: unknown, { slug }: { slug: string }, __: unknown, info: GraphQLResolveInfo) =>
        source.entity(slug, Number(info.variableValues['first'])),
      claims: (_: unknown, { filter, first }: { filter?: PeerFilter; first: number }) =>
        source.claims(filter ?? {}, first),
      graph: (_: unknown, { roots, limit }: { roots: readonly string[]; limit: number }) =>
        source.graph((roots[0] ?? '').slice('Entity:'.length), limit),
      search: (_: unknown, { text, first }: { text: string; first: number }) => source.search(text, first),
    },
  }
  const schema = createSchema({ typeDefs: SHAPE, resolvers })
  return createYoga({ schema, logging: false, maskedErrors: false, graphiql: false, landingPage: false })
}
