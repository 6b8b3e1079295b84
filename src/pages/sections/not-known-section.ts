import type { ClaimDetails } from '../../domain/claim-details.ts'
import { headline } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { utteranceList } from '../../widgets/html/claim-list.ts'
import { headlineLine } from '../../widgets/html/headline-line.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import type { PageContext } from '../page.ts'

/**
 * Lists the utterances that report something as unknown, unconfirmed or without evidence, or says that there are none.
 * @param isPlace whether the utterances are quoted here; otherwise a link to each claim stands for them
 */
export function notKnownSection(
  claims: readonly ClaimDetails[],
  names: Names,
  { messages, links }: PageContext,
  isPlace: boolean,
): Markup {
  const { ui } = messages
  const open = claims.flatMap((details) => {
    const card = claimCard(details, names, messages, links)
    const said = card.utterances.filter(({ stance }) => stance === 'REPORTS_UNKNOWN')
    return said.length === 0 ? [] : [{ card, said, details }]
  })
  const words = ({ card, said, details }: (typeof open)[number]): Markup =>
    isPlace
      ? utteranceList(said, messages, true)
      : el('li', {}, headlineLine(headline(details, names, messages), details, card.href))
  return el(
    'section',
    { 'aria-labelledby': 'not-known' },
    el('h2', { id: 'not-known' }, ui.notKnown),
    open.length === 0 ? el('p', {}, ui.nothingUnknown) : isPlace ? open.map(words) : el('ul', {}, open.map(words)),
  )
}
