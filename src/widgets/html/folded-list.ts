import type { GraphView } from '../view/view.ts'
import { claimItems } from './claim-list.ts'
import { el, type Markup } from './markup.ts'

/** Number of items that a narrow embed shows at first. */
const FIRST = 5

/**
 * Returns the claims of a picture as a list in a closed element. A narrow embed shows it open in place of the drawing: the
 * first rows, then the others in a closed element, then a link to all claims.
 */
export async function foldedList({ cards, header, tabs }: GraphView, idPrefix: string): Promise<Markup> {
  const { messages } = header
  const { picture } = messages.ui
  const items = await claimItems(cards, messages, idPrefix, 'SHORT')
  const rest = items.slice(FIRST)
  return el(
    'details',
    { id: `${idPrefix}list`, class: 'sanad-fold' },
    el('summary', {}, picture.listed(cards.length)),
    el('ol', { class: 'sanad-claims' }, items.slice(0, FIRST)),
    rest.length > 0 &&
      el(
        'details',
        { class: 'sanad-rest' },
        el('summary', {}, picture.showMore(rest.length)),
        el('ol', { class: 'sanad-claims', start: FIRST + 1 }, rest),
      ),
    tabs !== null && el('p', { class: 'sanad-all' }, el('a', { href: tabs.all.href }, tabs.all.text)),
  )
}
