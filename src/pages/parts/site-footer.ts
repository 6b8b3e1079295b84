import { DATABASE_FEEDS, feedPath } from '../../feeds/feed-path.ts'
import type { Messages } from '../../messages/en.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { siteMark } from '../site-icon.ts'

export function siteFooter({ ui, tag }: Messages): Markup {
  return el(
    'footer',
    { class: 'site-footer' },
    el('a', { class: 'site-name', href: `/?lang=${tag}` }, siteMark(), ui.site),
    el('p', {}, ui.tagline),
    el(
      'p',
      { class: 'site-footer-links' },
      el('a', { href: `/embed/new?lang=${tag}` }, ui.builder.title),
      ' ',
      el('a', { href: '/graphql' }, ui.header.api),
      DATABASE_FEEDS.map((kind) => [' ', el('a', { href: feedPath({ kind }, tag) }, ui.feeds[kind])]),
    ),
  )
}
