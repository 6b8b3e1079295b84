import { type Assertion, tenseOf, wasSaid } from './assertion.ts'
import type { RelationKind } from './claim.ts'
import type { ClaimDetails } from './claim-details.ts'
import { isDocumentsOwnWord } from './claim-status.ts'
import type { Status } from './claim-status-types.ts'
import type { GraphStore } from './graph-store.ts'
import type { Predicate } from './predicate.ts'
import type { RevisionNumber } from './revision-number.ts'
import type { Slug } from './slug.ts'
import type { Certainty, Polarity, Stance, Tense } from './stance.ts'
import type { NeighbourKind } from './store/neighbours.ts'

/** Part of the graph around some things, ready to be drawn. Claims are nodes too. */
export interface ClaimGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** False when nodes are missing: the limit was reached, or a thing has too many claims to expand. */
  readonly complete: boolean
}

export const NODE_KINDS = ['Entity', 'Source', 'DataCategory', 'Use', 'Claim'] as const
export type NodeKind = (typeof NODE_KINDS)[number]
export interface NodeKey {
  readonly kind: NodeKind
  readonly id: Slug
}

export interface GraphNode extends NodeKey {
  /** Number of steps from the nearest root. */
  readonly depth: number
  /** The claim of a node of kind Claim; null for other kinds. */
  readonly claim: ClaimDetails | null
  /** Number of claims of the thing, an upper bound where not all were read; null for claims and for nodes that were not expanded. */
  readonly degree: number | null
}

/** Roles of the edges between a claim and a thing, or between two claims. */
export const EDGE_ROLES = ['SUBJECT', 'OBJECT', 'DATA', 'USE', 'CLAIMANT', 'RELATION'] as const
export type EdgeRole = (typeof EDGE_ROLES)[number]

/** Acts of a claimant on a claim. */
export interface GraphAct {
  readonly stance: Stance
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly tense: Tense
}

export interface GraphEdge {
  readonly role: EdgeRole
  readonly claimId: Slug
  readonly to: NodeKey
  /** For CLAIMANT: act of the claimant, which is the document for its own words. */
  readonly act: GraphAct | null
  /** Polarity of the act; for other roles, that of the deciding assertions of the claim, null if they differ. */
  readonly polarity: Polarity | null
  readonly relation: RelationKind | null
}

export interface GraphRequest {
  readonly roots: readonly NodeKey[]
  readonly depth: number
  readonly limit: number
  readonly roles: readonly EdgeRole[]
  readonly status: readonly Status[] | null
  readonly predicate: readonly Predicate[] | null
  readonly revision: RevisionNumber
}

type Reader = Pick<GraphStore, 'neighbours' | 'claims'>

/** A thing with more claims is shown but not expanded, since the drawing would be unreadable. */
export const MAX_DEGREE = 2000

/**
 * Expands level by level from the roots. Each level runs a fixed number of statements, however broad it is: one for each role
 * of an edge, and one that reads the new claims.
 */
export async function expandGraph(store: Reader, request: GraphRequest): Promise<ClaimGraph> {
  const nodes = new Map<string, GraphNode>()
  const edgesBy = edgesOnce(request.roles)
  let complete = true
  const add = (key: string, { kind, id }: NodeKey, depth: number, claim: ClaimDetails | null = null): void => {
    if (nodes.has(key)) return
    if (nodes.size < request.limit) nodes.set(key, { kind, id, depth, claim, degree: null })
    else complete = false
  }
  const addClaim = (claim: ClaimDetails, depth: number): void => {
    const node: NodeKey = { kind: 'Claim', id: claim.claim.id }
    add(keyOf(node), node, depth, claim)
  }

  const [rootClaims, rootThings] = [request.roots.filter(isClaim), request.roots.filter((root) => !isClaim(root))]
  for (const root of rootThings) add(keyOf(root), root, 0)
  for (const claim of await readClaims(
    store,
    rootClaims.map((root) => root.id),
    request.revision,
  ))
    addClaim(claim, 0)

  for (let depth = 1; depth <= request.depth; depth += 1) {
    const frontier = [...nodes.values()].filter((node) => node.depth === depth - 1)
    const claims = frontier.flatMap((node) => node.claim ?? [])
    for (const claim of claims) {
      const { edges, keys } = edgesBy(claim)
      for (const [i, { to }] of edges.entries()) if (!isClaim(to)) add(keys[i] ?? keyOf(to), to, depth)
    }
    const related = new Set(claims.flatMap((claim) => relatedClaims(claim, edgesBy(claim).edges, request.roles)))
    const things = frontier.filter((node) => !node.claim)
    const about = frontier.filter(isClaim)
    const [touched, saidOf] = await Promise.all([touching(store, things, request), touching(store, about, request)])
    if ([...touched, ...saidOf].some(({ isCut }) => isCut)) complete = false
    const wanted = new Set([...related, ...[...touched, ...saidOf].flatMap(({ claimIds }) => claimIds)])
    const unknown = [...wanted].filter((id) => !nodes.has(keyOf({ kind: 'Claim', id })))
    const room = Math.max(0, request.limit - nodes.size)
    if (unknown.length > room) complete = false
    const read = await readClaims(store, unknown.slice(0, room), request.revision)
    const ends = new Set(frontier.map(keyOf))
    for (const claim of read.filter((one) => matches(one, request))) {
      // The store joins subject with object, and use with object. Edges of roles that were not requested are dropped.
      const isJoined = edgesBy(claim).ends.some((key) => ends.has(key))
      if (isJoined || related.has(claim.claim.id)) addClaim(claim, depth)
    }
    const known = [...claimsOf(nodes), ...read].filter((claim) => matches(claim, request))
    for (const { node, degree } of withDegrees(touched, known, edgesBy)) nodes.set(keyOf(node), { ...node, degree })
  }

  const drawn = claimsOf(nodes).flatMap((claim) => {
    const { edges, keys } = edgesBy(claim)
    return edges.filter((_, i) => nodes.has(keys[i] ?? ''))
  })
  return { nodes: [...nodes.values()], edges: drawn, complete }
}

/** Encodes a node key: 'Entity:x'. */
export const keyOf = ({ kind, id }: NodeKey): string => `${kind}:${id}`

/** Edges between a claim and things, and between a claim and other claims. */
export function edgesOf(details: ClaimDetails, roles: readonly EdgeRole[]): readonly GraphEdge[] {
  const { claim } = details
  const edge = (role: EdgeRole, kind: NodeKind, id: Slug): GraphEdge => ({
    role,
    claimId: claim.id,
    to: { kind, id },
    act: null,
    polarity: details.status.polarity,
    relation: null,
  })
  const object =
    claim.object && claim.object.kind !== 'Text' ? [edge('OBJECT', claim.object.kind, claim.object.id)] : []
  const all: readonly GraphEdge[] = [
    edge('SUBJECT', claim.subject.kind, claim.subject.id),
    ...object,
    ...claim.data.map((id) => edge('DATA', 'DataCategory', id)),
    ...claim.uses.map((id) => edge('USE', 'Use', id)),
    ...details.assertions.filter(wasSaid).flatMap((one): readonly GraphEdge[] => {
      const speaker = speakerNode(one)
      if (speaker === null) return []
      return [{ ...edge('CLAIMANT', speaker.kind, speaker.id), act: actOf(one), polarity: one.polarity }]
    }),
    ...details.relations
      .filter(({ fromClaimId, toClaimId }) => fromClaimId === claim.id && toClaimId !== claim.id)
      .map((relation): GraphEdge => ({ ...edge('RELATION', 'Claim', relation.toClaimId), relation: relation.kind })),
  ]
  return all.filter(({ role }) => roles.includes(role))
}

/** The claimant, or the unsigned document that speaks for itself; null for words of somebody unknown. */
export function speakerNode(assertion: Assertion): NodeKey | null {
  if (assertion.claimantId !== null) return { kind: 'Entity', id: assertion.claimantId }
  return isDocumentsOwnWord(assertion) ? { kind: 'Source', id: assertion.sourceId } : null
}

/** Edges of a claim, each once. */
interface ClaimEdges {
  readonly edges: readonly GraphEdge[]
  /** Keys of `to`, in the order of the edges. */
  readonly keys: readonly string[]
  /** These keys, each once. */
  readonly ends: readonly string[]
}

type EdgesBy = (details: ClaimDetails) => ClaimEdges

/** Edges by claim, cached for one graph: each level visits the same claims again. */
function edgesOnce(roles: readonly EdgeRole[]): EdgesBy {
  const known = new Map<ClaimDetails, ClaimEdges>()
  const isWanted = ({ role }: GraphEdge): boolean => roles.includes(role)
  return (details) => {
    const found = known.get(details)
    if (found) return found
    const all = allEdges(details)
    const wanted = all.edges.every(isWanted) ? all : withKeys(all.edges.filter(isWanted))
    known.set(details, wanted)
    return wanted
  }
}

/** Edges with all roles, cached by the identity of the claim: a store returns one object until its content changes. */
function allEdges(details: ClaimDetails): ClaimEdges {
  const found = edgesOfAllRoles.get(details)
  if (found) return found
  const made = withKeys(distinctEdges(edgesOf(details, EDGE_ROLES)))
  edgesOfAllRoles.set(details, made)
  return made
}

/** An entry is collected together with its claim. */
const edgesOfAllRoles = new WeakMap<ClaimDetails, ClaimEdges>()

function withKeys(edges: readonly GraphEdge[]): ClaimEdges {
  const keys = edges.map(({ to }) => keyOf(to))
  return { edges, keys, ends: [...new Set(keys)] }
}

/** Ids of the claims that a claim is about or has a relation with. */
const relatedClaims = (
  details: ClaimDetails,
  edges: readonly GraphEdge[],
  roles: readonly EdgeRole[],
): readonly Slug[] => [
  ...edges.flatMap(({ to }) => (isClaim(to) ? to.id : [])),
  ...(roles.includes('RELATION') ? details.relations.map((relation) => relation.fromClaimId) : []),
]

const claimsOf = (nodes: ReadonlyMap<string, GraphNode>): readonly ClaimDetails[] =>
  [...nodes.values()].flatMap((node) => node.claim ?? [])

interface Touched {
  readonly node: GraphNode
  /** Number of edges: a claim with two roles counts twice. */
  readonly degree: number
  /** Claim ids without repeats. */
  readonly claimIds: readonly Slug[]
  /** Whether there are more claims. */
  readonly isCut: boolean
}

/** Exact number of claims where all were read; otherwise an upper bound. */
function withDegrees(
  touched: readonly Touched[],
  claims: readonly ClaimDetails[],
  edgesBy: EdgesBy,
): readonly { readonly node: GraphNode; readonly degree: number }[] {
  const known = new Map(claims.map((claim) => [claim.claim.id, claim]))
  const counts = new Map<string, number>()
  for (const claim of known.values()) {
    for (const key of edgesBy(claim).ends) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return touched.map(({ node, claimIds, isCut, degree }) => {
    if (isCut) return { node, degree }
    const isCounted = claimIds.every((id) => known.has(id))
    return { node, degree: isCounted ? (counts.get(keyOf(node)) ?? 0) : claimIds.length }
  })
}

async function touching(
  store: Reader,
  things: readonly GraphNode[],
  request: GraphRequest,
): Promise<readonly Touched[]> {
  const { roles, status, predicate, limit, revision } = request
  const has = (...wanted: readonly EdgeRole[]): boolean => wanted.some((role) => roles.includes(role))
  const ways: readonly { kind: NodeKind; by: NeighbourKind; isExpanded: boolean }[] = [
    { kind: 'Entity', by: 'Party', isExpanded: has('SUBJECT', 'OBJECT') },
    { kind: 'Entity', by: 'Claimant', isExpanded: has('CLAIMANT') },
    { kind: 'Source', by: 'Document', isExpanded: has('SUBJECT', 'OBJECT') },
    { kind: 'Source', by: 'SpeakingDocument', isExpanded: has('CLAIMANT') },
    { kind: 'DataCategory', by: 'DataCategory', isExpanded: has('DATA') },
    { kind: 'Use', by: 'Use', isExpanded: has('USE', 'OBJECT') },
    { kind: 'Claim', by: 'Claim', isExpanded: has('OBJECT') },
  ]
  const answers = await Promise.all(
    ways.map(async ({ kind, by, isExpanded }) => {
      const own = things.filter((thing) => thing.kind === kind)
      if (!isExpanded || own.length === 0) return []
      const found = await store.neighbours(
        by,
        own.map((thing) => thing.id),
        { status, predicate, limit },
        revision,
      )
      return own.map((node, i) => ({ node, ...(found[i] ?? { degree: 0, claimIds: [] }) }))
    }),
  )
  const byNode = new Map<string, Touched>()
  for (const { node, degree, claimIds } of answers.flat()) {
    const before = byNode.get(keyOf(node))
    const kept = degree > MAX_DEGREE ? [] : claimIds
    byNode.set(keyOf(node), {
      node,
      degree: (before?.degree ?? 0) + degree,
      claimIds: [...new Set([...(before?.claimIds ?? []), ...kept])],
      isCut: before?.isCut === true || kept.length < degree,
    })
  }
  return [...byNode.values()]
}

async function readClaims(
  store: Reader,
  ids: readonly Slug[],
  revision: RevisionNumber,
): Promise<readonly ClaimDetails[]> {
  if (ids.length === 0) return []
  return (await store.claims(ids, revision)).filter((claim) => claim !== null)
}

const isClaim = ({ kind }: NodeKey): boolean => kind === 'Claim'
const matches = ({ status, claim }: ClaimDetails, request: GraphRequest): boolean =>
  (request.status === null || request.status.includes(status.status)) &&
  (request.predicate === null || request.predicate.includes(claim.predicate))

const actOf = (assertion: Assertion): GraphAct => {
  const { stance, polarity, certainty } = assertion
  return { stance, polarity, certainty, tense: tenseOf(assertion) }
}

/** Merges assertions of one claimant with the same act into one edge. */
function distinctEdges(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const nameOf = ({ role, claimId, to, act, relation }: GraphEdge): string =>
    [role, claimId, to.kind, to.id, act?.stance, act?.polarity, act?.certainty, act?.tense, relation].join('|')
  return [...new Map(edges.map((edge) => [nameOf(edge), edge])).values()]
}
