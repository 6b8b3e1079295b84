import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Names } from '../../sentences/names.ts'
import { claimList } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import type { PageContext } from '../page.ts'

/** A list of further claims with its own heading. */
export function claimSection(
  {
    id,
    heading,
    claims,
    complete,
  }: { id: string; heading: string; claims: readonly ClaimDetails[]; complete: boolean },
  names: Names,
  { messages, links }: PageContext,
): Markup {
  const cards = claims.map((details) => claimCard(details, names, messages, links))
  return el(
    'section',
    { 'aria-labelledby': id },
    el('h2', { id }, heading),
    !complete && el('p', { class: 'sanad-notice' }, messages.ui.moreThan(claims.length)),
    claimList(cards, messages, `${id}-`),
  )
}
