import type { RelationKind } from '../../domain/claim.ts'
import type { Stance } from '../../domain/stance.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { ASSERTION_COLUMNS } from '../tables/assertion-cells.ts'
import { CLAIM_COLUMNS } from '../tables/claim-cells.ts'
import { withoutCounts } from '../tables/table.ts'
import type { DayPeriod } from './day-period.ts'

/** Text or number by the name of its attribute. An unknown value is left out or empty. */
export type Values = Readonly<Partial<Record<string, string | number>>>

interface GraphPart {
  /** Unique among nodes and edges, and the same in each export. */
  readonly id: string
  readonly label: string
  readonly values: Values
  /** Periods in which it is there. Empty for always, and for unknown days. Periods neither overlap nor meet. */
  readonly periods: readonly DayPeriod[]
}

export interface GraphNode extends GraphPart {
  readonly kind: Exclude<ThingKind, 'Story'>
}

/** Kinds of edges that nobody asserts: parts of a proposition, documents, and what the database knows of things. */
export const PLAIN_EDGE_KINDS = [
  'SUBJECT',
  'OBJECT',
  'DATA',
  'USE',
  'SOURCE',
  'PUBLISHED_BY',
  'SPEAKS_FOR',
  'RESTS_ON',
] as const
export type PlainEdgeKind = (typeof PLAIN_EDGE_KINDS)[number]

/** Edge from one node to another. Edges between the same nodes differ in their id. */
export interface GraphEdge extends GraphPart {
  /** A stance for an assertion, whose edge leads from the claimant, or else the document, to the claim. */
  readonly kind: Stance | RelationKind | PlainEdgeKind
  /** Ids of nodes. */
  readonly from: string
  readonly to: string
}

/** Attributes of nodes: those of all things, then those of claims, which are the columns of claims.csv. */
export const NODE_ATTRIBUTES: readonly string[] = [
  'kind',
  'slug',
  'type',
  'description',
  'external_ids',
  'language',
  'source_url',
  'published_at',
  'licence',
  ...withoutCounts(CLAIM_COLUMNS),
]

/**
 * Attributes of edges: provenance and note of relations; the stance with its side; whether an assertion counts (a retracted one
 * does not), and the assertion that it retracts; then the columns of assertions.csv.
 */
export const EDGE_ATTRIBUTES: readonly string[] = [
  'provenance',
  'note',
  'sided_stance',
  'counts',
  'retracts',
  ...withoutCounts(ASSERTION_COLUMNS),
]

/** Attributes that are whole numbers. */
export const NUMERIC_ATTRIBUTES: ReadonlySet<string> = new Set(['assertions', 'assertions_listed'])

/** Returns the id of a node: 'Claim:x-sells-user-data'. */
export const nodeId = (kind: GraphNode['kind'], slug: string): string => `${kind}:${slug}`
