import { allInOrder } from '../../domain/all-in-order.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { EDGE_ROLES, expandGraph, type GraphEdge, type GraphNode, keyOf } from '../../domain/claim-graph.ts'
import { type ClaimPath, findPaths } from '../../domain/claim-paths.ts'
import { DomainError } from '../../domain/errors.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { type AtRevision, builder } from '../builder.ts'
import { checkBetween } from './check-between.ts'
import { AS_OF } from './connections.ts'
import * as enums from './enums.ts'
import { edgesOfClaims, GraphEdgeType, GraphNodeType } from './graph.ts'
import { loadRevision } from './load.ts'
import { Claim } from './node-types.ts'
import { startNodeOf } from './start-node.ts'

const MAX_LENGTH = 6
const MAX_PATHS = 50
const NODES_LOOKED_AT = 400

type DrawnPath = AtRevision<{ readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] }>

const Path = builder.objectRef<DrawnPath>('Path').implement({
  description: 'A connection of two objects: node, edge, node and so on, none of them twice.',
  fields: (t) => ({
    length: t.int({
      description: 'Number of edges; a connection through one claim has two.',
      resolve: (p) => p.value.edges.length,
    }),
    nodes: t.field({
      type: [GraphNodeType],
      description: 'Nodes in order, both ends included.',
      resolve: ({ value, revision }) => value.nodes.map((node) => ({ value: node, revision })),
    }),
    edges: t.field({
      type: [GraphEdgeType],
      description: 'Edges in order. Each starts at its claim, in either direction of the path.',
      resolve: ({ value, revision }) => edgesOfClaims(value, revision),
    }),
    claims: t.field({
      type: [Claim],
      description: 'Claims among the nodes, in order. A path is no surer than its weakest claim.',
      resolve: ({ value, revision }) => value.nodes.flatMap(({ claim }) => toClaim(claim, revision)),
    }),
  }),
})
const Paths = builder
  .objectRef<{ readonly paths: readonly DrawnPath[]; readonly complete: boolean }>('Paths')
  .implement({
    description: 'Connections between two objects.',
    fields: (t) => ({
      paths: t.field({
        type: [Path],
        description: 'Connections, the shortest first, then by the ids of their nodes.',
        resolve: (p) => p.paths,
      }),
      complete: t.exposeBoolean('complete', {
        description: 'False if there are more connections than `limit`, or not all were searched.',
      }),
    }),
  })

builder.queryFields((t) => ({
  paths: t.field({
    type: Paths,
    description: 'Connections between two objects, with the claims that make each of them.',
    args: {
      from: t.arg.id({ required: true, description: 'Global id of one object, such as Entity:x.' }),
      to: t.arg.id({ required: true, description: 'Global id of the other object, such as Entity:xai.' }),
      maxLength: t.arg.int({
        required: true,
        defaultValue: 4,
        description: `Number of edges at most, 1 to ${MAX_LENGTH}; each claim on the path takes two.`,
      }),
      limit: t.arg.int({
        required: true,
        defaultValue: 10,
        description: `Number of paths at most, 1 to ${MAX_PATHS}.`,
      }),
      through: t.arg({
        type: [enums.EdgeRoleEnum],
        required: true,
        defaultValue: ['SUBJECT', 'OBJECT', 'USE'],
        description:
          'Roles through which a claim may join objects. CLAIMANT and DATA join many objects, and such a path says little.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      checkBetween('maxLength', args.maxLength, MAX_LENGTH)
      checkBetween('limit', args.limit, MAX_PATHS)
      const revision = await loadRevision(c, args.asOf)
      const [from, to] = await allInOrder([
        startNodeOf(c, String(args.from), revision, 'from'),
        startNodeOf(c, String(args.to), revision, 'to'),
      ])
      if (keyOf(from) === keyOf(to)) {
        const message = 'from and to are one object: name two different ones, or use graph for the surroundings of one.'
        throw new DomainError('BAD_INPUT', message, { argument: 'to' })
      }
      // Each node of a path is at most half its length away from one of its ends.
      const graph = await expandGraph(c.store, {
        roots: [from, to],
        depth: Math.ceil(args.maxLength / 2),
        limit: NODES_LOOKED_AT,
        roles: EDGE_ROLES.filter((role) => args.through.includes(role)),
        status: null,
        predicate: null,
        revision,
      })
      c.loaders.prime(
        graph.nodes.flatMap((node) => node.claim ?? []),
        revision,
      )
      const { maxLength, limit } = args
      const found = await c.slices.run(() => findPaths(graph, { from, to, maxLength, limit }))
      const nodes = new Map(graph.nodes.map((node) => [keyOf(node), node]))
      const draw = (path: ClaimPath): DrawnPath => ({
        value: { nodes: path.nodes.flatMap((key) => nodes.get(keyOf(key)) ?? []), edges: path.edges },
        revision,
      })
      return { paths: found.paths.map(draw), complete: found.complete }
    },
  }),
}))

const toClaim = (claim: ClaimDetails | null, revision: RevisionNumber): readonly AtRevision<ClaimDetails>[] =>
  claim === null ? [] : [{ value: claim, revision }]
