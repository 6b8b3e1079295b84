import { MESSAGES } from '../../messages/all-messages.ts'
import type { Messages } from '../../messages/en.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { siteMark } from '../site-icon.ts'
import { SITE_SECTIONS, type SiteSection, sectionPath } from './site-sections.ts'

export interface HeaderOptions {
  /** Path of the page in another language. */
  readonly alternates: (language: string) => string
  /** The section that the page belongs to; null for none. */
  readonly section: SiteSection | null
  /** Text in the search box; null on a page with a search box of its own. */
  readonly searched: string | null
}

/**
 * Header of every page. On narrow screens the navigation is in a `details` element and the search box opens when it has
 * the focus, both without a script.
 */
export function siteHeader(messages: Messages, { alternates, section, searched }: HeaderOptions): Markup {
  const { ui, tag } = messages
  return el(
    'header',
    { class: 'site-header' },
    el('a', { class: 'site-name', href: `/?lang=${tag}` }, siteMark(), ui.site),
    el('div', { class: 'site-wide' }, navigation(messages, section)),
    searched !== null && searchForm(searched, messages),
    languages(messages, alternates),
    el('details', { class: 'site-menu' }, el('summary', {}, ui.header.menu), navigation(messages, section)),
  )
}

function navigation({ ui, tag }: Messages, current: SiteSection | null): Markup {
  return el(
    'nav',
    { 'aria-label': ui.header.navigation, class: 'site-nav' },
    el(
      'ul',
      {},
      SITE_SECTIONS.map((section) =>
        el(
          'li',
          {},
          el(
            'a',
            { href: sectionPath(section, tag), 'aria-current': section === current && 'true' },
            ui.header.sections[section],
          ),
        ),
      ),
    ),
  )
}

function searchForm(searched: string, { ui, tag }: Messages): Markup {
  return el(
    'form',
    { action: '/search', method: 'get', role: 'search', class: 'site-search' },
    el('input', { type: 'hidden', name: 'lang', value: tag }),
    el('label', { for: 'site-q', class: 'sanad-hidden' }, ui.search),
    el('input', {
      id: 'site-q',
      type: 'search',
      name: 'q',
      maxlength: 200,
      placeholder: ui.header.searchAll,
      value: searched === '' ? null : searched,
    }),
    el('button', { type: 'submit' }, searchIcon(), el('span', { class: 'sanad-hidden' }, ui.search)),
  )
}

function languages({ ui, tag }: Messages, alternates: (language: string) => string): Markup {
  const words = (other: Messages) => [other.ui.header.language, el('span', { class: 'sanad-hidden' }, ` ${other.name}`)]
  return el(
    'nav',
    { 'aria-label': ui.language, class: 'site-languages' },
    MESSAGES.map((other) =>
      other.tag === tag
        ? el('span', { lang: other.tag, 'aria-current': 'true' }, words(other))
        : el(
            'a',
            { href: alternates(other.tag), hreflang: other.tag, lang: other.tag, rel: 'alternate' },
            words(other),
          ),
    ),
  )
}

const searchIcon = (): Markup =>
  el(
    'svg',
    { class: 'site-glyph', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    el('path', { d: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9zM10.3 10.3l3.7 3.7' }),
  )
