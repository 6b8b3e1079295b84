import { checkNotEmpty } from '../../domain/check-not-empty.ts'
import {
  type ClaimGraph,
  EDGE_ROLES,
  expandGraph,
  type GraphEdge,
  type GraphNode,
  keyOf,
} from '../../domain/claim-graph.ts'
import { headingIn } from '../../sentences/sentence.ts'
import { titleOf } from '../../sentences/source-title.ts'
import { type AtRevision, builder, type Objects } from '../builder.ts'
import type { Context } from '../context.ts'
import { listOfAtMost } from '../limits/bound-arguments.ts'
import * as acts from './assertion-enums.ts'
import { checkBetween } from './check-between.ts'
import { AS_OF } from './connections.ts'
import * as enums from './enums.ts'
import { loadConcepts, loadEntity, loadNames, loadRevision, loadSource } from './load.ts'
import { LANGUAGE, nameText, Text } from './names.ts'
import { readThing } from './node.ts'
import { Node } from './node-types.ts'
import { rootOf } from './root.ts'

const MAX_DEPTH = 4
const MAX_NODES = 200
const MAX_ROOTS = 20

export const GraphNodeType = builder.objectRef<AtRevision<GraphNode>>('GraphNode').implement({
  description: 'A node of a drawing: a thing or a claim.',
  fields: (t) => ({
    id: t.id({ description: 'Kind and slug; edges point to it.', resolve: ({ value }) => keyOf(value) }),
    kind: t.field({
      type: enums.NodeKindEnum,
      description: 'Whether it is a claim, and if not, what kind of thing.',
      resolve: ({ value }) => value.kind,
    }),
    depth: t.int({
      description: 'How many steps it is from the nearest root; 0 for the roots.',
      resolve: ({ value }) => value.depth,
    }),
    degree: t.int({
      nullable: true,
      description:
        'How many claims touch it (a document: speak of it), drawn or not; at most so many where not all were read. Null for claims and where the depth ends.',
      resolve: ({ value }) => value.degree,
    }),
    label: t.field({
      type: Text,
      description:
        "Its name; a claim's is its proposition, to be shown with its status only, and a document's may be a translation or a description of its title (see Source).",
      args: LANGUAGE,
      resolve: ({ value, revision }, { language }, c) => labelOf(c, value, revision, language),
    }),
    status: t.field({
      type: enums.StatusEnum,
      nullable: true,
      description: 'How a claim stands; null for things.',
      resolve: ({ value }) => value.claim?.status.status ?? null,
    }),
    thing: t.field({
      type: Node,
      nullable: true,
      description: 'The thing or claim, to read more of it.',
      resolve: ({ value, revision }, _, c) =>
        value.claim ? { value: value.claim, revision } : readThing(c, keyOf(value), revision),
    }),
  }),
})

export const GraphEdgeType = builder.objectRef<GraphEdge>('GraphEdge').implement({
  description: 'An edge of a drawing, from a claim to what it names, to who said something on it, or to another claim.',
  fields: (t) => ({
    from: t.id({
      description: 'Id of the claim that it belongs to.',
      resolve: (edge) => keyOf({ kind: 'Claim', id: edge.claimId }),
    }),
    to: t.id({ description: 'Id of the node at its other end.', resolve: (edge) => keyOf(edge.to) }),
    role: t.field({
      type: enums.EdgeRoleEnum,
      description: 'What the other end is to the claim.',
      resolve: (e) => e.role,
    }),
    stance: t.field({
      type: acts.StanceEnum,
      nullable: true,
      description: 'For a claimant: whether it states, denies, … the claim; else null.',
      resolve: (edge) => edge.act?.stance ?? null,
    }),
    polarity: t.field({
      type: acts.PolarityEnum,
      nullable: true,
      description: 'For a claimant: whether it says that it is so or not so; else null.',
      resolve: (edge) => edge.act?.polarity ?? null,
    }),
    certainty: t.field({
      type: acts.CertaintyEnum,
      nullable: true,
      description: 'For a claimant: how sure it is, as it puts it; else null.',
      resolve: (edge) => edge.act?.certainty ?? null,
    }),
    tense: t.field({
      type: acts.TenseEnum,
      nullable: true,
      description: 'For a claimant: whether it speaks of the future, as of a plan; else null.',
      resolve: (edge) => edge.act?.tense ?? null,
    }),
    relation: t.field({
      type: enums.RelationKindEnum,
      nullable: true,
      description: 'For another claim: how this one bears on it; else null.',
      resolve: (edge) => edge.relation,
    }),
  }),
})

const Graph = builder.objectRef<AtRevision<ClaimGraph>>('Graph').implement({
  description: 'A part of the record, ready for a drawing. Claims are nodes, so that each keeps its own status.',
  fields: (t) => ({
    nodes: t.field({
      type: [GraphNodeType],
      description: 'Things and claims, the nearest to a root first.',
      resolve: ({ value, revision }) => value.nodes.map((node) => ({ value: node, revision })),
    }),
    edges: t.field({
      type: [GraphEdgeType],
      description: 'What joins these nodes.',
      resolve: ({ value }) => value.edges,
    }),
    complete: t.boolean({
      description: 'False where something within the depth was left out.',
      resolve: ({ value }) => value.complete,
    }),
  }),
})

const GraphFilter = builder.inputType('GraphFilter', {
  description: 'Which claims, and by what they are joined.',
  fields: (t) => ({
    status: t.field({ type: [enums.StatusEnum], description: 'Only claims that stand so.' }),
    predicate: t.field({ type: [enums.PredicateEnum], description: 'Only claims that say this.' }),
    roles: t.field({ type: [enums.EdgeRoleEnum], description: 'Only these edges; all unless given.' }),
  }),
})

builder.queryFields((t) => ({
  graph: t.field({
    type: Graph,
    description:
      'What surrounds some things, level by level: a thing, the claims that touch it, what those name, … Relations are followed both ways, and so are claims about a claim. A document is joined to claims that speak of it, not to all that was read in it: for that, see `Source.claims`.',
    args: {
      roots: t.arg.idList({
        required: true,
        description: `Ids such as Entity:x, 1 to ${MAX_ROOTS}.`,
        extensions: listOfAtMost(MAX_ROOTS),
      }),
      depth: t.arg.int({ required: true, defaultValue: 2, description: `How many steps, 1 to ${MAX_DEPTH}.` }),
      limit: t.arg.int({ required: true, defaultValue: 60, description: `How many nodes, 1 to ${MAX_NODES}.` }),
      filter: t.arg({ type: GraphFilter, required: false, description: 'Which claims and edges.' }),
      ...AS_OF,
    },
    resolve: async (_, args, c) => {
      checkBetween('depth', args.depth, MAX_DEPTH)
      checkBetween('limit', args.limit, MAX_NODES)
      checkBetween('roots', args.roots.length, MAX_ROOTS)
      const { status = null, predicate = null, roles } = args.filter ?? {}
      checkNotEmpty({ 'filter.status': status, 'filter.predicate': predicate })
      const revision = await loadRevision(c, args.asOf)
      const roots = await Promise.all(args.roots.map((root) => rootOf(c, String(root), revision, 'roots')))
      const request = {
        roots,
        depth: args.depth,
        limit: args.limit,
        roles: roles ?? EDGE_ROLES,
        status,
        predicate,
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

async function labelOf(c: Context, node: GraphNode, revision: number, language: string): Promise<Objects['Text']> {
  const unnamed = { value: node.id, language: 'und' }
  if (node.claim) return headingIn(language, node.claim, await loadNames(c, node.claim, revision))
  if (node.kind === 'Entity') {
    const entity = await loadEntity(c, node.id, revision)
    return entity ? nameText(entity, language) : unnamed
  }
  if (node.kind === 'Source') {
    const source = await loadSource(c, node.id, revision)
    return source ? titleOf(source.value, language) : unnamed
  }
  const [concept] = node.kind === 'Claim' ? [] : await loadConcepts(c, node.kind, [node.id], revision)
  return concept ? nameText(concept, language) : unnamed
}
