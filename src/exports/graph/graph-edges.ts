import { wasSaid } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Entity } from '../../domain/entity.ts'
import type { Source } from '../../domain/source.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { assertionEdges } from './assertion-edges.ts'
import { dayPeriod } from './day-period.ts'
import { type GraphEdge, nodeId, type PlainEdgeKind, type Values } from './graph-part.ts'
import { originValues, relationEdges } from './relation-edges.ts'

/**
 * Makes the edges of an export in one pass over its claims. An edge to something that is no node, such as a claim outside of the
 * filter, is left out.
 *
 * @param nodes ids of all nodes
 */
export async function* graphEdges(source: ExportSource, nodes: ReadonlySet<string>): AsyncIterable<GraphEdge> {
  const joined = new Set<string>()
  for await (const exported of source.claims()) {
    for (const edge of [...claimEdges(exported, source), ...thingEdges(exported.details, joined, source)]) {
      if (nodes.has(edge.from) && nodes.has(edge.to)) yield edge
    }
  }
}

function claimEdges(exported: ExportedClaim, source: ExportSource): readonly GraphEdge[] {
  const { claim, assertions } = exported.details
  const { subject, object, data, uses } = claim
  const to = (kind: PlainEdgeKind, target: string): GraphEdge =>
    plainEdge(kind, { id: `${kind}:${claim.id}:${target}`, from: nodeId('Claim', claim.id), to: target }, source)
  const read = new Set(assertions.filter(wasSaid).map(({ sourceId }) => sourceId))
  return [
    ...assertionEdges(exported, source),
    to('SUBJECT', nodeId(subject.kind, subject.id)),
    ...(object === null || object.kind === 'Text' ? [] : [to('OBJECT', nodeId(object.kind, object.id))]),
    ...data.map((id) => to('DATA', nodeId('DataCategory', id))),
    ...uses.map((id) => to('USE', nodeId('Use', id))),
    ...[...read].map((id) => to('SOURCE', nodeId('Source', id))),
    ...relationEdges(exported, source),
  ]
}

/** Returns what the database knows of the things that a claim names, each once in all. */
function thingEdges(details: ClaimDetails, joined: Set<string>, source: ExportSource): readonly GraphEdge[] {
  const isNew = (id: string): boolean => {
    if (joined.has(id)) return false
    joined.add(id)
    return true
  }
  return [
    ...details.namedEntities
      .filter(({ id }) => isNew(nodeId('Entity', id)))
      .flatMap((entity) => partyEdges(entity, source)),
    ...details.namedSources
      .filter(({ id }) => isNew(nodeId('Source', id)))
      .flatMap((document) => documentEdges(document, source)),
  ]
}

const partyEdges = ({ id, speaksFor }: Entity, source: ExportSource): readonly GraphEdge[] =>
  speaksFor.map(({ entityId, validFrom, validTo, provenance }, i) => {
    const ends = {
      id: `SPEAKS_FOR:${id}:${entityId}:${i}`,
      from: nodeId('Entity', id),
      to: nodeId('Entity', entityId),
    }
    const period = dayPeriod(validFrom, validTo)
    const edge = plainEdge('SPEAKS_FOR', ends, source, originValues(provenance, source.messages.tag))
    return { ...edge, periods: period === null ? [] : [period] }
  })

function documentEdges({ id, publishedBy, derivedFrom }: Source, source: ExportSource): readonly GraphEdge[] {
  const from = nodeId('Source', id)
  const published = { id: `PUBLISHED_BY:${id}`, from, to: nodeId('Entity', publishedBy ?? '') }
  return [
    ...(publishedBy === null ? [] : [plainEdge('PUBLISHED_BY', published, source)]),
    ...derivedFrom.map(({ sourceId, provenance }) =>
      plainEdge(
        'RESTS_ON',
        { id: `RESTS_ON:${id}:${sourceId}`, from, to: nodeId('Source', sourceId) },
        source,
        originValues(provenance, source.messages.tag),
      ),
    ),
  ]
}

const plainEdge = (
  kind: PlainEdgeKind,
  ends: Pick<GraphEdge, 'id' | 'from' | 'to'>,
  { messages }: ExportSource,
  values: Values = {},
): GraphEdge => ({ ...ends, kind, label: messages.ui.exportedGraph.edges[kind], values, periods: [] })
