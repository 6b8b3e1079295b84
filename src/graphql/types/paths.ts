import type { ClaimDetails } from '../../domain/claim-details.ts'
import { EDGE_ROLES, expandGraph, type GraphEdge, type GraphNode, keyOf } from '../../domain/claim-graph.ts'
import { type ClaimPath, findPaths } from '../../domain/claim-paths.ts'
import { type AtRevision, builder } from '../builder.ts'
import { checkBetween } from './check-between.ts'
import { AS_OF } from './connections.ts'
import * as enums from './enums.ts'
import { GraphEdgeType, GraphNodeType } from './graph.ts'
import { loadRevision } from './load.ts'
import { Claim } from './node-types.ts'
import { rootOf } from './root.ts'

const MAX_LENGTH = 6
const MAX_PATHS = 50
const NODES_LOOKED_AT = 400

type DrawnPath = AtRevision<{ readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] }>

const Path = builder.objectRef<DrawnPath>('Path').implement({
  description: 'One way from a thing to another: node, edge, node, …',
  fields: (t) => ({
    length: t.int({
      description: 'How many edges; through one claim it is two.',
      resolve: (p) => p.value.edges.length,
    }),
    nodes: t.field({
      type: [GraphNodeType],
      description: 'From the first to the last.',
      resolve: ({ value, revision }) => value.nodes.map((node) => ({ value: node, revision })),
    }),
    edges: t.field({
      type: [GraphEdgeType],
      description: 'Between them; an edge always starts at its claim, whichever way the path goes.',
      resolve: ({ value }) => value.edges,
    }),
    claims: t.field({
      type: [Claim],
      description: 'The claims on the way: the path is no surer than the weakest of them.',
      resolve: ({ value, revision }) => value.nodes.flatMap(({ claim }) => toClaim(claim, revision)),
    }),
  }),
})
const Paths = builder
  .objectRef<{ readonly paths: readonly DrawnPath[]; readonly complete: boolean }>('Paths')
  .implement({
    description: 'The ways in which two things are joined.',
    fields: (t) => ({
      paths: t.field({
        type: [Path],
        description: 'The ways, the shortest first, then by what they pass.',
        resolve: (p) => p.paths,
      }),
      complete: t.exposeBoolean('complete', {
        description: 'False where there are more ways, or not all were looked at.',
      }),
    }),
  })

builder.queryFields((t) => ({
  paths: t.field({
    type: Paths,
    description: 'How two things are connected, and through which claims.',
    args: {
      from: t.arg.id({ required: true, description: 'Id of the thing to start from, such as Entity:x.' }),
      to: t.arg.id({ required: true, description: 'Id of the thing to arrive at, such as Entity:xai.' }),
      maxLength: t.arg.int({
        required: true,
        defaultValue: 4,
        description: `How many edges at most, 1 to ${MAX_LENGTH}: two for each claim between.`,
      }),
      limit: t.arg.int({ required: true, defaultValue: 10, description: `How many paths, 1 to ${MAX_PATHS}.` }),
      through: t.arg({
        type: [enums.EdgeRoleEnum],
        required: true,
        defaultValue: ['SUBJECT', 'OBJECT', 'USE'],
        description: 'By what claims may join things. Sharing a claimant or a kind of data joins much and says little.',
      }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      checkBetween('maxLength', args.maxLength, MAX_LENGTH)
      checkBetween('limit', args.limit, MAX_PATHS)
      const revision = await loadRevision(c, args.asOf)
      const [from, to] = await Promise.all([
        rootOf(c, String(args.from), revision, 'from'),
        rootOf(c, String(args.to), revision, 'to'),
      ])
      // Whatever lies on a path lies within half its length of one of its ends.
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
      const found = findPaths(graph, { from, to, maxLength: args.maxLength, limit: args.limit })
      const nodes = new Map(graph.nodes.map((node) => [keyOf(node), node]))
      const draw = (path: ClaimPath): DrawnPath => ({
        value: { nodes: path.nodes.flatMap((key) => nodes.get(keyOf(key)) ?? []), edges: path.edges },
        revision,
      })
      return { paths: found.paths.map(draw), complete: found.complete }
    },
  }),
}))

const toClaim = (claim: ClaimDetails | null, revision: number): readonly AtRevision<ClaimDetails>[] =>
  claim === null ? [] : [{ value: claim, revision }]
