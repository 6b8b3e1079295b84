import type { WholeClaim } from '../../domain/graph-store.ts'
import type { Messages } from '../../messages/en.ts'
import { type Labels, nameOf } from '../../sentences/names.ts'
import { claimCard } from './claim-card.ts'
import { pagePath } from './paths.ts'
import type { ClaimView, GraphView, ViewFrame, ViewLink, ViewNode } from './view.ts'

export interface ViewContext {
  readonly frame: ViewFrame
  readonly labels: Labels
}

/** Data category → claim card → use. */
export function graphView(claims: readonly WholeClaim[], { frame, labels }: ViewContext): GraphView {
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
    frame,
    data: conceptNodes(
      claims.flatMap(({ claim }) => claim.data),
      'DataCategory',
      labels,
      messages,
    ),
    cards: claims.map((whole) => claimCard(whole, labels, messages)),
    uses: conceptNodes(
      claims.flatMap(({ claim }) => usesOf(claim)),
      'Use',
      labels,
      messages,
    ),
    links,
  }
}

export const claimView = (whole: WholeClaim, { frame, labels }: ViewContext): ClaimView => ({
  kind: 'claim',
  frame,
  card: claimCard(whole, labels, frame.messages),
})

export function conceptNodes(
  ids: readonly string[],
  kind: 'DataCategory' | 'Use',
  labels: Labels,
  messages: Messages,
): readonly ViewNode[] {
  return [...new Set(ids)].map((id) => {
    const concept = labels.concept(kind, id)
    return {
      id: `${kind}:${id}`,
      label: concept ? nameOf(concept, messages.tag) : id,
      href: pagePath({ kind: kind === 'Use' ? 'use' : 'data', slug: id }, messages.tag),
    }
  })
}

export function entityNode(id: string, labels: Labels, messages: Messages): ViewNode {
  const entity = labels.entity(id)
  return {
    id: `Entity:${id}`,
    label: entity ? nameOf(entity, messages.tag) : id,
    href: pagePath({ kind: 'entity', slug: id }, messages.tag),
  }
}

/** What is aimed at is a use too: "X aims to compete with LinkedIn". */
const usesOf = ({ uses, object }: WholeClaim['claim']): readonly string[] =>
  object?.kind === 'Use' ? [...uses, object.id] : uses
