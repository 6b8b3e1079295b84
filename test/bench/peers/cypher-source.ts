import type { Driver } from 'neo4j-driver'
import { foldText } from '../../../src/text/fold.ts'
import { toPhrase } from './questions.ts'
import type { CardAnswer, ClaimAnswer, EdgeAnswer, ListAnswer, NodeAnswer, PeerSource } from './shape.ts'

/** Runs one statement. @returns the first record's fields */
type Read = (text: string, parameters: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>

const NAMES =
  'data: [(c)-[:PEER_DATA]->(d) | d {.slug, name: {value: d.name}}], uses: [(c)-[:PEER_USE]->(u) | u {.slug, name: {value: u.name}}]'
const CARD = `MATCH (e:PeerEntity {slug: $slug})
CALL (e) { MATCH (e)<-[:PEER_SUBJECT]-(c:PeerClaim) WITH c ORDER BY c.slug LIMIT $first
  RETURN collect(c {.slug, status: {value: c.status}, ${NAMES},
    assertions: COLLECT { MATCH (c)<-[:PEER_ABOUT]-(a) OPTIONAL MATCH (a)-[:PEER_BY]->(p:PeerEntity) OPTIONAL MATCH (a)-[:PEER_IN]->(s)
      RETURN {slug: a.slug, stance: a.stance, claimant: CASE WHEN p IS NULL THEN null ELSE {name: {value: p.name}} END,
        source: {title: {value: s.name}}, quote: CASE WHEN a.quote IS NULL THEN null ELSE {exact: a.quote} END} }}) AS claims }
RETURN {slug: e.slug, name: {value: e.name}, claims: {nodes: claims}} AS card`
const LISTED = `c {.slug, .predicate, status: {value: c.status}, sentence: {value: c.sentence}, ${NAMES}}`
const LIST = `MATCH (:PeerEntity {slug: $subject})<-[:PEER_SUBJECT]-(c:PeerClaim) WHERE c.status IN $statuses
WITH c ORDER BY c.slug WITH collect(c) AS found
RETURN size(found) AS totalCount, [c IN found[0..$first] | ${LISTED}] AS nodes`
const RECORD_LIST = `CALL () { MATCH (c:PeerClaim) WHERE c.status IN $statuses RETURN count(*) AS totalCount }
CALL () { MATCH (c:PeerClaim) WHERE c.status IN $statuses WITH c ORDER BY c.slug LIMIT $first
RETURN collect(${LISTED}) AS nodes } RETURN totalCount, nodes`
const CATEGORY = `MATCH (:PeerDataCategory {slug: $dataCategory})<-[:PEER_BROADER*0..]-(k)<-[:PEER_DATA]-(c:PeerClaim)
WITH DISTINCT c ORDER BY c.slug WITH collect(c) AS found
RETURN size(found) AS totalCount, [c IN found[0..$first] | ${LISTED}] AS nodes`
const SEARCH = `CALL db.index.fulltext.queryNodes('peer_claim_text', $phrase, {limit: $first}) YIELD node
RETURN collect(node {.slug}) AS nodes`
const NEIGHBOURHOOD = `MATCH (e:PeerEntity {slug: $root})
CALL (e) { MATCH (e)<-[:PEER_SUBJECT|PEER_OBJECT]-(c:PeerClaim) RETURN c
  UNION MATCH (e)<-[:PEER_BY]-(:PeerAssertion)-[:PEER_ABOUT]->(c) RETURN c }
RETURN e.name AS name, collect({slug: c.slug, label: c.label, status: c.status, polarity: c.polarity,
  things: [(c)-[r:PEER_SUBJECT|PEER_OBJECT|PEER_DATA|PEER_USE]->(t) | [type(r), labels(t)[0], t.slug, coalesce(t.name, t.label), t.status]],
  speakers: [(c)<-[:PEER_ABOUT]-(a)-[:PEER_BY]->(p) | [labels(p)[0], p.slug, p.name, a.stance, a.polarity]],
  about: [(c)<-[:PEER_OBJECT]-(o:PeerClaim) | [o.slug, o.label, o.status, o.polarity]]}) AS claims`

interface NearClaim {
  readonly slug: string
  readonly label: string
  readonly status: string
  readonly polarity: string | null
  readonly things: readonly (readonly [string, string, string, string, string | null])[]
  readonly speakers: readonly (readonly [string, string, string, string, string])[]
  readonly about: readonly (readonly [string, string, string, string | null])[]
}

/** One hand-written statement for each question, over the natural graph. */
export function createCypherSource(driver: Driver, toInteger: (value: number) => unknown, routing: 'READ'): PeerSource {
  const read: Read = async (text, parameters) => {
    const { records } = await driver.executeQuery(text, parameters, { database: 'neo4j', routing })
    return records[0]?.toObject() ?? {}
  }
  return {
    entity: async (slug, first) => toCard((await read(CARD, { slug, first: toInteger(first) }))['card']),
    async claims({ subject, statuses, dataCategory }, first) {
      const text = subject ? LIST : dataCategory ? CATEGORY : RECORD_LIST
      return toList(await read(text, { subject, statuses, dataCategory, first: toInteger(first) }))
    },
    async search(text, first) {
      const { nodes } = await read(SEARCH, { phrase: toPhrase(foldText(text)), first: toInteger(first) })
      return { nodes: toSlugs(nodes) }
    },
    async graph(root, limit) {
      const { name, claims } = await read(NEIGHBOURHOOD, { root })
      const nodes = new Map<string, NodeAnswer>()
      const edges: EdgeAnswer[] = []
      const add = (kind: string, slug: string, label: string, status: string | null = null): string => {
        const id = `${kind}:${slug}`
        if (!nodes.has(id)) nodes.set(id, { id, kind, label: { value: label }, status })
        return id
      }
      add('Entity', root, String(name))
      for (const claim of toNearClaims(claims)) {
        const from = add('Claim', claim.slug, claim.label, claim.status)
        const edge = { from, stance: null, polarity: claim.polarity }
        for (const [type, nodeLabel, slug, label, status] of claim.things)
          edges.push({ ...edge, to: add(toKind(nodeLabel), slug, label, status), role: type.slice('PEER_'.length) })
        for (const [nodeLabel, slug, label, stance, polarity] of claim.speakers)
          edges.push({ from, to: add(toKind(nodeLabel), slug, label), role: 'CLAIMANT', stance, polarity })
        for (const [slug, label, status, polarity] of claim.about)
          edges.push({ from: add('Claim', slug, label, status), to: from, role: 'OBJECT', stance: null, polarity })
      }
      return { complete: nodes.size <= limit, nodes: [...nodes.values()], edges }
    },
  }
}

const toKind = (nodeLabel: string): string => nodeLabel.slice('Peer'.length)
const toCard = (value: unknown): CardAnswer | null => (value ?? null) as CardAnswer | null
const toNearClaims = (value: unknown): readonly NearClaim[] => value as readonly NearClaim[]
const toSlugs = (value: unknown): readonly { readonly slug: string }[] => value as readonly { readonly slug: string }[]
const toList = ({ totalCount, nodes }: Readonly<Record<string, unknown>>): ListAnswer => ({
  totalCount: Number(totalCount),
  nodes: nodes as readonly ClaimAnswer[],
})
