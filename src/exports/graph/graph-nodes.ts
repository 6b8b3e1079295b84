import { wasSaid } from '../../domain/assertion.ts'
import type { Concept } from '../../domain/concept.ts'
import type { Entity } from '../../domain/entity.ts'
import type { ExternalId } from '../../domain/name.ts'
import type { Source } from '../../domain/source.ts'
import { nameOf } from '../../sentences/names.ts'
import { pickText } from '../../text/languages.ts'
import type { ExportedClaim, ExportSource } from '../export-format.ts'
import { joinedText, titleText } from '../tables/cell-texts.ts'
import { claimCells } from '../tables/claim-cells.ts'
import { wordsPeriod } from './assertion-edges.ts'
import { type DayPeriod, dayPeriod, mergePeriods } from './day-period.ts'
import { type GraphNode, nodeId } from './graph-part.ts'

/**
 * Makes the nodes of an export in one pass over its claims: each claim, and the entities, sources and concepts that claims name.
 *
 * @param seen takes the id of each node
 */
export async function* graphNodes(source: ExportSource, seen: Set<string>): AsyncIterable<GraphNode> {
  for await (const exported of source.claims()) {
    for (const { id, make } of nodesOf(exported, source)) {
      if (seen.has(id)) continue
      seen.add(id)
      yield make()
    }
  }
}

interface NodeToMake {
  readonly id: string
  readonly make: () => GraphNode
}

function nodesOf(exported: ExportedClaim, source: ExportSource): readonly NodeToMake[] {
  const { claim, namedEntities, namedSources, namedConcepts } = exported.details
  return [
    ...namedEntities.map((one) => ({ id: nodeId('Entity', one.id), make: () => entityNode(one, source) })),
    ...namedSources.map((one) => ({ id: nodeId('Source', one.id), make: () => sourceNode(one, source) })),
    ...namedConcepts.map((one) => ({ id: nodeId(one.kind, one.id), make: () => conceptNode(one, source) })),
    { id: nodeId('Claim', claim.id), make: () => claimNode(exported, source) },
  ]
}

export function claimNode(exported: ExportedClaim, source: ExportSource): GraphNode {
  const cells = claimCells(exported, source)
  const slug = exported.details.claim.id
  return {
    id: nodeId('Claim', slug),
    kind: 'Claim',
    label: String(cells.headline),
    values: { kind: 'Claim', slug, ...cells },
    periods: claimPeriods(exported),
  }
}

/**
 * Returns the days on which the node of a claim is there: the validity of the claim, and the periods of its assertions, so that no
 * edge is without its node. Empty, which means always, if any of them is unknown.
 */
function claimPeriods({ details: { claim, assertions } }: ExportedClaim): readonly DayPeriod[] {
  const own = dayPeriod(claim.validFrom, claim.validTo)
  const all = [own, ...assertions.filter(wasSaid).map(wordsPeriod)]
  return all.includes(null) ? [] : mergePeriods(all.flatMap((period) => period ?? []))
}

function entityNode({ id, kind, names, description, externalIds }: Entity, source: ExportSource): GraphNode {
  return thingNode('Entity', id, nameOf({ id, names }, source.messages.tag), {
    type: kind,
    url: source.urlOf('entity', id),
    description: pickText(description, source.messages.tag)?.value ?? '',
    external_ids: idsText(externalIds),
  })
}

function sourceNode(document: Source, { messages, urlOf }: ExportSource): GraphNode {
  const { id, kind, language, url, publishedAt, licence, attribution } = document
  return thingNode('Source', id, titleText(document, messages), {
    type: kind,
    url: urlOf('source', id),
    language: language ?? '',
    source_url: url ?? '',
    published_at: publishedAt ?? '',
    licence: licence ?? '',
    attribution: attribution ?? '',
  })
}

function conceptNode({ id, kind, names, definition, externalIds }: Concept, source: ExportSource): GraphNode {
  return thingNode(kind, id, nameOf({ id, names }, source.messages.tag), {
    url: source.urlOf(kind === 'Use' ? 'use' : 'data', id),
    description: pickText(definition, source.messages.tag)?.value ?? '',
    external_ids: idsText(externalIds),
  })
}

const thingNode = (kind: GraphNode['kind'], slug: string, label: string, values: GraphNode['values']): GraphNode => ({
  id: nodeId(kind, slug),
  kind,
  label,
  values: { kind, slug, ...values },
  periods: [],
})

const idsText = (ids: readonly ExternalId[]): string => joinedText(ids.map(({ scheme, value }) => `${scheme}:${value}`))
