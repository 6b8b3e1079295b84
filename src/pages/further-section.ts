import type { Labels } from '../domain/labels.ts'
import { claimCard } from '../widgets/claim-card.ts'
import { claimList } from '../widgets/claim-list.ts'
import { el, type Markup } from '../widgets/markup.ts'
import type { FurtherList } from './further-claims.ts'
import type { PageContext } from './page.ts'
import { toPinned } from './pin-links.ts'

/** A list of its own, under its own heading: what an entity says of others is not said about it. */
export function furtherSection(
  { kind, claims, complete }: FurtherList,
  labels: Labels,
  { messages, asOf }: PageContext,
): Markup {
  const { ui } = messages
  const id = `further-${kind.toLowerCase()}`
  const cards = claims.map((whole) => toPinned(claimCard(whole, labels, messages), asOf))
  return el(
    'section',
    { 'aria-labelledby': id },
    el('h2', { id }, ui.further[kind]),
    !complete && el('p', { class: 'sanad-notice' }, ui.moreThan(claims.length)),
    claimList(cards, messages, `${id}-`),
  )
}
