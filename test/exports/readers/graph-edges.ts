import type { ReadStatement } from '../export-reader.ts'

/** Attributes of a graph's edge as a library reads them. */
type EdgeAttributes = Readonly<Record<string, unknown>>

/** Returns the statements of a graph: the edges that have a stance. */
export const statementsOfEdges = (edges: readonly EdgeAttributes[]): readonly ReadStatement[] =>
  edges.filter(({ stance }) => stance !== undefined).map(statementOf)

const statementOf = (edge: EdgeAttributes): ReadStatement => ({
  headline: textOf(edge.headline),
  status: textOf(edge.status),
  stance: textOf(edge.stance),
  polarity: textOf(edge.polarity),
  certainty: textOf(edge.certainty),
  claimant: textOf(edge.claimant),
  source: textOf(edge.source),
  quote: textOf(edge.quote),
  attribution: textOf(edge.attribution),
})

const textOf = (value: unknown): string => (value === undefined ? '' : String(value))
