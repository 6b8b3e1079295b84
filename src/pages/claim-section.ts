import type { WholeClaim } from '../domain/graph-store.ts'
import type { Labels } from '../domain/labels.ts'
import { claimCard } from '../widgets/claim-card.ts'
import { claimList } from '../widgets/claim-list.ts'
import { el, type Markup } from '../widgets/markup.ts'
import type { PageContext } from './page.ts'
import { toPinned } from './pin-links.ts'

/** A list of claims under its own heading, beside the one that its page is about. */
export function claimSection(
  { id, heading, claims, complete }: { id: string; heading: string; claims: readonly WholeClaim[]; complete: boolean },
  labels: Labels,
  { messages, asOf }: PageContext,
): Markup {
  const cards = claims.map((whole) => toPinned(claimCard(whole, labels, messages), asOf))
  return el(
    'section',
    { 'aria-labelledby': id },
    el('h2', { id }, heading),
    !complete && el('p', { class: 'sanad-notice' }, messages.ui.moreThan(claims.length)),
    claimList(cards, messages, `${id}-`),
  )
}
