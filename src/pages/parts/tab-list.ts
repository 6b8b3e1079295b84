import { el, type Markup } from '../../widgets/html/markup.ts'

export interface Tab {
  readonly text: string
  readonly href: string
  /** True for the shown view. */
  readonly current: boolean
}

/**
 * Links to the views of a page. Each view has a URL, so tabs work without a script.
 *
 * @param note text at the end of the line
 */
export const tabList = (label: string, tabs: readonly Tab[], note?: string): Markup =>
  el(
    'div',
    { class: 'site-tabs' },
    el(
      'nav',
      { 'aria-label': label },
      el(
        'ul',
        {},
        tabs.map(({ text, href, current }) => el('li', {}, el('a', { href, 'aria-current': current && 'page' }, text))),
      ),
    ),
    note !== undefined && el('p', {}, note),
  )
