import type { Page } from '../../domain/store/page.ts'
import type { Messages } from '../../messages/en.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { formatCursor } from '../page-cursor.ts'

/**
 * Links to the first page and to the next one. False for a list on one page.
 *
 * @param hrefOf path of the page after a cursor; of the first page for null
 */
export function nextPage(
  { cursors, hasMore }: Pick<Page<unknown>, 'cursors' | 'hasMore'>,
  isFirst: boolean,
  hrefOf: (after: string | null) => string,
  { ui }: Messages,
): Markup | false {
  const last = cursors.at(-1)
  const next = hasMore && last ? hrefOf(formatCursor(last)) : null
  if (isFirst && next === null) return false
  return el(
    'nav',
    { class: 'site-pages', 'aria-label': ui.things.pages },
    !isFirst && el('a', { href: hrefOf(null) }, ui.things.firstPage),
    ' ',
    next !== null && el('a', { href: next, rel: 'next' }, ui.things.nextPage),
  )
}
