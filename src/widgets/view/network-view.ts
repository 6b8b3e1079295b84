import type { ClaimDetails } from '../../domain/claim-details.ts'
import { claimCard } from './claim-card.ts'
import { entityNode, type ViewContext } from './graph-view.ts'
import type { NetworkView } from './view.ts'

/** Returns the slugs of the two entities that a claim joins. Null unless subject and object are entities. */
export function endsOf({
  claim: { subject, object },
}: ClaimDetails): { readonly from: string; readonly to: string } | null {
  return subject.kind === 'Entity' && object?.kind === 'Entity' ? { from: subject.id, to: object.id } : null
}

/** Returns claims between two entities as edges. Each edge has the headline of its claim. */
export function networkView(claims: readonly ClaimDetails[], context: ViewContext): NetworkView {
  const { header, names, links } = context
  const joining = claims.flatMap((details) => {
    const ends = endsOf(details)
    if (ends === null) return []
    return [{ card: claimCard(details, names, header.messages, links), ...ends }]
  })
  const ids = [...new Set(joining.flatMap(({ from, to }) => [from, to]))]
  return {
    kind: 'network',
    header,
    nodes: ids.map((id) => entityNode(id, context)),
    edges: joining.map(({ card, from, to }) => ({
      from: `Entity:${from}`,
      to: `Entity:${to}`,
      headline: card.headline,
      status: card.status,
      slug: card.slug,
    })),
    cards: joining.map(({ card }) => card),
  }
}
