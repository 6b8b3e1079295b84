import { allInOrder } from '../../domain/all-in-order.ts'
import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import {
  type ClaimGraph,
  EDGE_ROLES,
  expandGraph,
  type GraphEdge,
  type GraphNode,
  keyOf,
} from '../../domain/claim-graph.ts'
import type { Concept } from '../../domain/concept.ts'
import type { Entity } from '../../domain/entity.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { headlineText } from '../../sentences/headline.ts'
import { titleOf } from '../../sentences/source-title.ts'
import { type AtRevision, builder, type Objects } from '../builder.ts'
import type { Context } from '../context.ts'
import { listOfAtMost } from '../limits/bound-arguments.ts'
import { type MaybePromise, mapMaybePromise } from '../maybe-promise.ts'
import * as acts from './assertion-enums.ts'
import { checkBetween } from './check-between.ts'
import { AS_OF } from './connections.ts'
import * as enums from './enums.ts'
import { HeadlineType, loadHeadline } from './headline.ts'
import { loadConcept, loadEntity, loadRevision, loadSource } from './load.ts'
import { LANGUAGE, nameText, Text } from './names.ts'
import { readThing } from './node.ts'
import { Node } from './node-types.ts'
import { startNodeOf } from './start-node.ts'

const MAX_DEPTH = 4
const MAX_NODES = 200
const MAX_ROOTS = 20

export const GraphNodeType = builder.objectRef<AtRevision<GraphNode>>('GraphNode').implement({
  description: 'A node of a drawing: a claim, an entity, a document, a data category or a use.',
  fields: (t) => ({
    id: t.id({
      description: 'Global id, to which `from` and `to` of edges refer.',
      resolve: ({ value }) => keyOf(value),
    }),
    kind: t.field({
      type: enums.NodeKindEnum,
      resolve: ({ value }) => value.kind,
    }),
    depth: t.int({
      description: 'Number of steps from the nearest root; 0 for a root.',
      resolve: ({ value }) => value.depth,
    }),
    degree: t.int({
      nullable: true,
      description:
        'Number of claims that touch the node, drawn or not; for a document, claims about it. An upper bound if not all were read. Null for claims, and for nodes at the greatest depth.',
      resolve: ({ value }) => value.degree,
    }),
    label: t.field({
      type: Text,
      description:
        'Name to draw. For a claim it is the headline in one line; for a document it may be a translation or a description (`Source.title`).',
      args: LANGUAGE,
      resolve: ({ value, revision }, { language }, c) => labelOf(c, value, revision, language),
    }),
    status: t.field({
      type: enums.StatusEnum,
      nullable: true,
      description: 'Status of a claim; null for other nodes.',
      resolve: ({ value }) => value.claim?.status.status ?? null,
    }),
    polarity: t.field({
      type: acts.PolarityEnum,
      nullable: true,
      description:
        'Side of the assertions that decide the status of a claim; null if they take both sides or none, and for other nodes.',
      resolve: ({ value }) => value.claim?.status.polarity ?? null,
    }),
    headline: t.field({
      type: HeadlineType,
      nullable: true,
      description: 'Headline of a claim; null for other nodes.',
      args: LANGUAGE,
      resolve: ({ value, revision }, { language }, c) =>
        value.claim && loadHeadline(c, { value: value.claim, revision }, language),
    }),
    node: t.field({
      type: Node,
      nullable: true,
      description: 'Object behind the node, with all its fields.',
      resolve: ({ value, revision }, _, c) =>
        value.claim ? { value: value.claim, revision } : readThing(c, value, revision),
    }),
  }),
})

/** An edge with the claim at which it starts. */
export type EdgeOfClaim = AtRevision<GraphEdge> & { readonly claim: ClaimDetails }

/** Returns the edges with their claims, which are among the nodes. */
export function edgesOfClaims(
  { nodes, edges }: Pick<ClaimGraph, 'nodes' | 'edges'>,
  revision: RevisionNumber,
): readonly EdgeOfClaim[] {
  const claims = new Map(nodes.map(({ id, claim }) => [id, claim] as const).filter(([, claim]) => claim !== null))
  return edges.flatMap((value) => {
    const claim = claims.get(value.claimId)
    return claim ? [{ value, claim, revision }] : []
  })
}

export const GraphEdgeType = builder.objectRef<EdgeOfClaim>('GraphEdge').implement({
  description:
    'An edge of a drawing, from a claim to something it names, to a claimant of one of its assertions, or to another claim.',
  fields: (t) => ({
    from: t.id({
      description: 'Global id of the claim at which the edge starts.',
      resolve: ({ value }) => keyOf({ kind: 'Claim', id: value.claimId }),
    }),
    to: t.id({ description: 'Global id of the node at the other end.', resolve: ({ value }) => keyOf(value.to) }),
    role: t.field({
      type: enums.EdgeRoleEnum,
      resolve: ({ value }) => value.role,
    }),
    stance: t.field({
      type: acts.StanceEnum,
      nullable: true,
      description: 'Stance of the claimant, for edges with the role CLAIMANT; else null.',
      resolve: ({ value }) => value.act?.stance ?? null,
    }),
    polarity: t.field({
      type: acts.PolarityEnum,
      nullable: true,
      description:
        'Polarity of the claimant, for edges with the role CLAIMANT; else the side of the assertions that decide the status of the claim, null if they take both sides or none.',
      resolve: ({ value }) => value.polarity,
    }),
    headline: t.field({
      type: HeadlineType,
      description: 'Headline of the claim at which the edge starts.',
      args: LANGUAGE,
      resolve: ({ claim, revision }, { language }, c) => loadHeadline(c, { value: claim, revision }, language),
    }),
    certainty: t.field({
      type: acts.CertaintyEnum,
      nullable: true,
      description: 'Certainty of the claimant, for edges with the role CLAIMANT; else null.',
      resolve: ({ value }) => value.act?.certainty ?? null,
    }),
    tense: t.field({
      type: acts.TenseEnum,
      nullable: true,
      description: 'Tense in which the claimant speaks, for edges with the role CLAIMANT; else null.',
      resolve: ({ value }) => value.act?.tense ?? null,
    }),
    relation: t.field({
      type: enums.RelationKindEnum,
      nullable: true,
      description: 'Kind of the relation to the other claim, for edges with the role RELATION; else null.',
      resolve: ({ value }) => value.relation,
    }),
  }),
})

const Graph = builder.objectRef<AtRevision<ClaimGraph>>('Graph').implement({
  description: 'Part of the database as nodes and edges. Claims are nodes, so that each keeps its own status.',
  fields: (t) => ({
    nodes: t.field({
      type: [GraphNodeType],
      description: 'Nodes, the nearest to a root first.',
      resolve: ({ value, revision }) => value.nodes.map((node) => ({ value: node, revision })),
    }),
    edges: t.field({
      type: [GraphEdgeType],
      description: 'Edges between two of `nodes`. Equal assertions of one claimant on one claim share an edge.',
      resolve: ({ value, revision }) => edgesOfClaims(value, revision),
    }),
    complete: t.boolean({
      description:
        'False if something within the depth was left out: `limit` was reached, or a node has too many claims.',
      resolve: ({ value }) => value.complete,
    }),
  }),
})

const GraphFilter = builder.inputType('GraphFilter', {
  description: 'Conditions on the claims and edges of a graph.',
  fields: (t) => ({
    statuses: t.field({
      type: [enums.StatusEnum],
      description: 'Statuses, one of which matches; other claims are left out.',
    }),
    predicates: t.field({
      type: [enums.PredicateEnum],
      description: 'Predicates, one of which matches; other claims are left out.',
    }),
    roles: t.field({
      type: [enums.EdgeRoleEnum],
      description: 'Roles of edges to follow and to draw; all unless given.',
    }),
  }),
})

builder.queryFields((t) => ({
  graph: t.field({
    type: Graph,
    description:
      'Surroundings of some objects, level by level: an object, the claims that touch it, the objects that those claims name, and so on. Relations, and claims about a claim, are followed in both directions. A document is joined to claims about it, not to claims with assertions read in it: those are in `Source.claims`.',
    args: {
      roots: t.arg.idList({
        required: true,
        description: `Global ids at which the graph starts, such as Entity:x; 1 to ${MAX_ROOTS}.`,
        extensions: listOfAtMost(MAX_ROOTS),
      }),
      depth: t.arg.int({
        required: true,
        defaultValue: 2,
        description: `Number of steps from the roots, 1 to ${MAX_DEPTH}; from an entity over a claim to another entity it is two.`,
      }),
      limit: t.arg.int({
        required: true,
        defaultValue: 60,
        description: `Number of nodes at most, 1 to ${MAX_NODES}.`,
      }),
      filter: t.arg({
        type: GraphFilter,
        required: false,
        description: 'Conditions on claims and edges; all unless given.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      checkBetween('depth', args.depth, MAX_DEPTH)
      checkBetween('limit', args.limit, MAX_NODES)
      checkBetween('roots', args.roots.length, MAX_ROOTS)
      const { statuses = null, predicates = null, roles } = args.filter ?? {}
      checkNotEmpty({ 'filter.statuses': statuses, 'filter.predicates': predicates })
      const revision = await loadRevision(c, args.asOf)
      const roots = await allInOrder(args.roots.map((root) => startNodeOf(c, String(root), revision, 'roots')))
      const request = {
        roots,
        depth: args.depth,
        limit: args.limit,
        roles: roles ?? EDGE_ROLES,
        status: statuses,
        predicate: predicates,
        revision,
      }
      const value = await expandGraph(c.store, request)
      c.loaders.prime(
        value.nodes.flatMap((node) => node.claim ?? []),
        revision,
      )
      return { value, revision }
    },
  }),
}))

/** The claims of a graph were read with the things that they name, so that few labels need a promise. */
function labelOf(
  c: Context,
  node: GraphNode,
  revision: RevisionNumber,
  language: string,
): MaybePromise<Objects['Text']> {
  const unnamed = { value: node.id, language: 'und' }
  if (node.claim) {
    return mapMaybePromise(loadHeadline(c, { value: node.claim, revision }, language), (headline) => ({
      value: headlineText(headline),
      language: headline.language,
    }))
  }
  if (node.kind === 'Claim') return unnamed
  if (node.kind === 'Source') {
    return mapMaybePromise(loadSource(c, node.id, revision), (source) =>
      source ? titleOf(source.value, language) : unnamed,
    )
  }
  const named: MaybePromise<Objects['Entity'] | Objects['Concept'] | null> =
    node.kind === 'Entity' ? loadEntity(c, node.id, revision) : loadConcept(c, node.kind, node.id, revision)
  return mapMaybePromise(named, (thing) => (thing ? nameText<Entity | Concept>(thing, language) : unnamed))
}
