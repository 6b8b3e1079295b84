import { z } from 'zod'
import { EDGE_ROLES, NODE_KINDS, type NodeKind } from '../../domain/claim-graph.ts'
import { COMMON_ARGUMENTS, limit, listOf, MAX_SLUG } from '../arguments.ts'
import { cardText } from '../card-text.ts'
import { CARD } from '../claim-card.ts'
import { REVISION, type RevisionData, type TextData } from '../claim-data.ts'
import { listText } from '../list-text.ts'
import { readClaims } from '../read-claims.ts'
import { STATE, toState } from '../result-state.ts'
import type { QueryDocument } from '../run-query.ts'
import { createTool } from '../tool.ts'

interface PathsData extends RevisionData {
  readonly paths: {
    readonly paths: readonly {
      readonly length: number
      readonly nodes: readonly { readonly id: string; readonly kind: NodeKind; readonly label: TextData }[]
      readonly claims: readonly { readonly slug: string }[]
    }[]
    readonly complete: boolean
  }
}

const PATHS: QueryDocument<PathsData> = {
  text: `query Paths($from: ID!, $to: ID!, $maxLength: Int!, $limit: Int!, $through: [EdgeRole!]!, $language: String!, $asOf: DateTime) {
  ${REVISION}
  paths(from: $from, to: $to, maxLength: $maxLength, limit: $limit, through: $through, asOf: $asOf) {
    paths { length nodes { id kind label(language: $language) { value } } claims { slug } }
    complete
  }
}`,
}

const END = z
  .string()
  .min(1)
  .max(MAX_SLUG)
  .regex(/^(?:(?:Entity|Source|DataCategory|Use|Claim):)?[a-z0-9]+(?:-[a-z0-9]+)*$/)

/** Returns the global id of an end, which is an entity unless it names its kind. */
const idOf = (end: string): string => (end.includes(':') ? end : `Entity:${end}`)

export const paths = createTool({
  name: 'paths',
  title: 'Connections',
  description:
    'Finds how two people, companies, services, documents, kinds of data or uses are connected, through the claims that name both of them or something between them. A connection is no surer than its weakest claim.',
  input: z.strictObject({
    from: END.describe('Slug of an entity, or Kind:slug, such as DataCategory:location.'),
    to: END.describe('Slug of another entity, or Kind:slug.'),
    maxLength: limit(6, 4).describe('Number of steps at most; each claim on the way takes two.'),
    limit: limit(20, 5).describe('Number of connections at most.'),
    through: listOf(z.enum(EDGE_ROLES))
      .default(['SUBJECT', 'OBJECT', 'USE'])
      .describe('Roles through which a claim may connect. CLAIMANT and DATA connect much, and say little.'),
    ...COMMON_ARGUMENTS,
  }),
  output: z.strictObject({
    state: STATE,
    complete: z.boolean().describe('False if there are more connections, or not all were searched.'),
    paths: z.array(
      z.strictObject({
        length: z.int(),
        nodes: z
          .array(z.strictObject({ id: z.string(), kind: z.enum(NODE_KINDS), name: z.string() }))
          .describe('Nodes in order. The name of a claim is its headline.'),
        claims: z.array(CARD).describe('Claims among the nodes, in order.'),
      }),
    ),
  }),
  run: async (request) => {
    const { given, words, asOf, read } = request
    const { from, to, maxLength, limit: maxPaths, through } = given
    const { data } = await read(PATHS, { from: idOf(from), to: idOf(to), maxLength, limit: maxPaths, through })
    const { complete } = data.paths
    const slugs = data.paths.paths.flatMap(({ claims }) => claims.map((one) => one.slug))
    const cards = await readClaims(request, slugs, data)
    const found = data.paths.paths.map(({ length, nodes, claims }) => ({
      length,
      nodes: nodes.map(({ id, kind, label }) => ({ id, kind, name: label.value })),
      claims: claims.flatMap((one) => cards.get(one.slug) ?? []),
    }))
    const state = toState(data, asOf)
    const items = found.map(({ length, nodes, claims }) =>
      [
        words.path(length),
        nodes.flatMap(({ kind, name }) => (kind === 'Claim' ? [] : [name])).join(' → '),
        ...claims.map((card) => cardText(card, words)),
      ].join('\n'),
    )
    return {
      structured: { state, complete, paths: found },
      text: listText({ state, items, total: null, complete }, words),
    }
  },
})
