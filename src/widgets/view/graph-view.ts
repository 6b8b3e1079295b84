import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Messages } from '../../messages/en.ts'
import { type Names, nameOf } from '../../sentences/names.ts'
import { claimCard } from './claim-card.ts'
import { pagePath } from './paths.ts'
import type { ClaimView, GraphView, ViewHeader, ViewLink, ViewNode } from './view.ts'

export interface ViewContext {
  readonly header: ViewHeader
  readonly names: Names
}

/** Data category → claim card → use. */
export function graphView(claims: readonly ClaimDetails[], { header: frame, names: labels }: ViewContext): GraphView {
  const { messages } = frame
  const links: ViewLink[] = claims.flatMap(({ claim, status }) => {
    const card = `Claim:${claim.id}`
    const link = (from: string, to: string): ViewLink => ({ from, to, status: status.status })
    return [
      ...claim.data.map((id) => link(`DataCategory:${id}`, card)),
      ...usesOf(claim).map((id) => link(card, `Use:${id}`)),
    ]
  })
  return {
    kind: 'graph',
    header: frame,
    data: conceptNodes(
      claims.flatMap(({ claim }) => claim.data),
      'DataCategory',
      labels,
      messages,
    ),
    cards: claims.map((details) => claimCard(details, labels, messages)),
    uses: conceptNodes(
      claims.flatMap(({ claim }) => usesOf(claim)),
      'Use',
      labels,
      messages,
    ),
    links,
  }
}

export const claimView = (details: ClaimDetails, { header: frame, names: labels }: ViewContext): ClaimView => ({
  kind: 'claim',
  header: frame,
  card: claimCard(details, labels, frame.messages),
})

export function conceptNodes(
  ids: readonly string[],
  kind: 'DataCategory' | 'Use',
  names: Names,
  messages: Messages,
): readonly ViewNode[] {
  return [...new Set(ids)].map((id) => {
    const concept = names.concept(kind, id)
    return {
      id: `${kind}:${id}`,
      label: concept ? nameOf(concept, messages.tag) : id,
      href: pagePath({ kind: kind === 'Use' ? 'use' : 'data', slug: id }, messages.tag),
    }
  })
}

export function entityNode(id: string, names: Names, messages: Messages): ViewNode {
  const entity = names.entity(id)
  return {
    id: `Entity:${id}`,
    label: entity ? nameOf(entity, messages.tag) : id,
    href: pagePath({ kind: 'entity', slug: id }, messages.tag),
  }
}

/** What is aimed at is a use too: "X aims to compete with LinkedIn". */
const usesOf = ({ uses, object }: ClaimDetails['claim']): readonly string[] =>
  object?.kind === 'Use' ? [...uses, object.id] : uses
