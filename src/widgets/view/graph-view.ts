import type { ClaimDetails } from '../../domain/claim-details.ts'
import { standingName } from '../../domain/standing.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { claimCard } from './claim-card.ts'
import type { Links } from './links.ts'
import type { ClaimView, GraphView, ViewHeader, ViewLink, ViewNode } from './view.ts'

/** Header of the view, and names for its words. */
export interface ViewContext {
  readonly header: ViewHeader
  readonly names: Names
  readonly links: Links
}

/** Returns a drawing in three columns: data categories, claim cards, uses. */
export function graphView(claims: readonly ClaimDetails[], context: ViewContext): GraphView {
  const { header, names, links: paths } = context
  const { messages } = header
  const links: ViewLink[] = claims.flatMap(({ claim, status }) => {
    const card = `Claim:${claim.id}`
    const link = (from: string, to: string): ViewLink => ({ from, to, status: standingName(status) })
    return [
      ...claim.data.map((id) => link(`DataCategory:${id}`, card)),
      ...usesOf(claim).map((id) => link(card, `Use:${id}`)),
    ]
  })
  return {
    kind: 'graph',
    header,
    data: conceptNodes(
      claims.flatMap(({ claim }) => claim.data),
      'DataCategory',
      context,
    ),
    cards: claims.map((details) => claimCard(details, names, messages, paths)),
    uses: conceptNodes(
      claims.flatMap(({ claim }) => usesOf(claim)),
      'Use',
      context,
    ),
    links,
  }
}

export const claimView = (details: ClaimDetails, { header, names, links }: ViewContext): ClaimView => ({
  kind: 'claim',
  header,
  card: claimCard(details, names, header.messages, links),
})

/** Returns a node for each concept, each once. A concept that `names` lacks has its slug as text. */
export function conceptNodes(
  ids: readonly string[],
  kind: 'DataCategory' | 'Use',
  { header: { messages }, names, links }: ViewContext,
): readonly ViewNode[] {
  return [...new Set(ids)].map((id) => {
    const concept = names.concept(kind, id)
    return {
      id: `${kind}:${id}`,
      label: concept ? nameOf(concept, messages.tag) : id,
      href: links.page({ kind: kind === 'Use' ? 'use' : 'data', slug: id }),
    }
  })
}

export function entityNode(id: string, { header: { messages }, names, links }: ViewContext): ViewNode {
  const entity = names.entity(id)
  return {
    id: `Entity:${id}`,
    label: entity ? nameOf(entity, messages.tag) : id,
    href: links.page({ kind: 'entity', slug: id }),
  }
}

/** Includes a use that is the object: "X aims to compete with LinkedIn". */
const usesOf = ({ uses, object }: ClaimDetails['claim']): readonly string[] =>
  object?.kind === 'Use' ? [...uses, object.id] : uses
