import type { Messages } from '../../messages/en.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'

export interface Crumb {
  readonly text: string
  /** Null for the page itself. */
  readonly href: string | null
}

/** Path from a list to the page, above its title. Empty for a page without one. */
export const breadcrumb = (crumbs: readonly Crumb[], { ui }: Messages): Markup | false =>
  crumbs.length > 0 &&
  el(
    'nav',
    { 'aria-label': ui.header.breadcrumb, class: 'site-crumbs' },
    el(
      'ol',
      {},
      crumbs.map(({ text, href }) => el('li', {}, href === null ? el('span', {}, text) : el('a', { href }, text))),
    ),
  )
