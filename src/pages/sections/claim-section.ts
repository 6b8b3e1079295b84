import type { WholeClaim } from '../../domain/graph-store.ts'
import type { Labels } from '../../sentences/names.ts'
import { claimList } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import { toPinned } from '../as-of-links.ts'
import type { PageContext } from '../page.ts'

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
