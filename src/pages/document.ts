import { MESSAGES } from '../messages/all-messages.ts'
import type { Messages } from '../messages/en.ts'
import { el, join, type Markup } from '../widgets/html/markup.ts'
import type { Theme } from './embed/embed-request.ts'

export interface DocumentParts {
  readonly messages: Messages
  readonly title: string
  readonly description: string
  readonly theme: Theme
  /** Absolute canonical URL; null for a page without one. */
  readonly canonical: string | null
  readonly head: readonly (Markup | false)[]
  readonly body: readonly (Markup | false)[]
  readonly bodyClass: string
  readonly icon: string
  /** URLs of our own scripts. */
  readonly stylesheets: readonly string[]
  readonly scripts: readonly string[]
  readonly indexed: boolean
}

/** A whole HTML document. It has no inline code or style, which its Content-Security-Policy forbids. */
export function htmlDocument(parts: DocumentParts): string {
  const { messages, title, description } = parts
  const page = el(
    'html',
    { lang: messages.tag, dir: messages.direction, 'data-theme': parts.theme },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      el('title', {}, title),
      ...parts.head,
      el('meta', { name: 'description', content: description }),
      !parts.indexed && el('meta', { name: 'robots', content: 'noindex' }),
      parts.canonical !== null && el('link', { rel: 'canonical', href: parts.canonical }),
      el('meta', { name: 'color-scheme', content: parts.theme === 'auto' ? 'light dark' : parts.theme }),
      el('link', { rel: 'icon', href: parts.icon, type: 'image/svg+xml' }),
      parts.stylesheets.map((href) => el('link', { rel: 'stylesheet', href })),
      parts.scripts.map(deferredScript),
    ),
    el('body', { class: parts.bodyClass }, ...parts.body),
  )
  return `<!doctype html>\n${page.markup}\n`
}

/** A script element for our own file. Pages have no other scripts. */
const deferredScript = (src: string): Markup => {
  if (!/^\/assets\/[\w.-]+\?v=[\w-]+$/.test(src)) throw new Error('Only our own assets are scripts.')
  return { markup: `<script src="${src}" defer></script>` }
}

/** A data block with JSON-LD; browsers do not execute it. */
export const dataBlock = (type: 'application/ld+json', value: object): Markup => ({
  markup: `<script type="${type}">${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`,
})

/** Layout of every page that is not embedded: site name, search, links to the page in other languages. */
export function sitePage(
  messages: Messages,
  alternates: (language: string) => string,
  content: readonly (Markup | false)[],
  /** Text in the search box. */
  text = '',
): Markup {
  const { ui, tag } = messages
  return join(
    el('a', { class: 'sanad-skip', href: '#content' }, ui.skipToContent),
    el(
      'header',
      { class: 'site-header' },
      el('a', { class: 'site-name', href: `/?lang=${tag}` }, ui.site),
      el(
        'form',
        { action: '/', method: 'get', role: 'search', class: 'site-search' },
        el('input', { type: 'hidden', name: 'lang', value: tag }),
        el('label', { for: 'site-q', class: 'sanad-hidden' }, ui.search),
        el('input', {
          id: 'site-q',
          type: 'search',
          name: 'q',
          maxlength: 200,
          placeholder: ui.searchHint,
          value: text === '' ? null : text,
        }),
        el('button', { type: 'submit' }, ui.search),
      ),
      el(
        'nav',
        { 'aria-label': ui.language, class: 'site-languages' },
        MESSAGES.map((other) =>
          other.tag === tag
            ? el('span', { lang: other.tag, 'aria-current': 'true' }, other.name)
            : el(
                'a',
                { href: alternates(other.tag), hreflang: other.tag, lang: other.tag, rel: 'alternate' },
                other.name,
              ),
        ),
      ),
    ),
    el('main', { id: 'content' }, ...content),
    el(
      'footer',
      { class: 'site-footer' },
      el('p', {}, ui.tagline),
      el(
        'p',
        {},
        el('a', { href: '/graphql' }, ui.playground),
        ' · ',
        el('a', { href: `/embed/new?lang=${tag}` }, ui.builder.title),
      ),
    ),
  )
}
