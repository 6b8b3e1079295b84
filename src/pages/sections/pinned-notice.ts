import { formatDate } from '../../text/languages.ts'
import { noticeLine } from '../../widgets/html/figure.ts'
import type { Markup } from '../../widgets/html/markup.ts'
import type { PageContext } from '../page.ts'

/**
 * Notice of a page without a topic that it shows an older state, with a link to the current one. Empty for the current state.
 *
 * @param live path of the page at the current revision
 */
export function pinnedNotice(live: string, { messages: { ui, tag }, asOf }: PageContext): readonly Markup[] {
  if (asOf === null) return []
  return [
    noticeLine({ kind: 'PINNED', text: ui.pinnedAt(formatDate(asOf, tag)), href: null }),
    noticeLine({ kind: 'PINNED', text: ui.seeCurrent, href: live }),
  ]
}
