import type { Messages } from '../messages/en.ts'
import { el, join, type Markup } from '../widgets/html/markup.ts'
import type { Theme } from './embed/embed-request.ts'
import { discoveryLinks } from './feed-links.ts'
import type { Assets } from './page.ts'
import { breadcrumb, type Crumb } from './parts/breadcrumb.ts'
import { siteFooter } from './parts/site-footer.ts'
import { type HeaderOptions, siteHeader } from './parts/site-header.ts'

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
  /** URLs of our own files. Fonts are loaded before the style sheets name them. */
  readonly fonts: readonly string[]
  readonly stylesheets: readonly string[]
  readonly scripts: readonly string[]
  readonly indexed: boolean
  /** True for a page of the site, whose head names the search and the feeds of the database. */
  readonly isSite: boolean
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
      ...(parts.isSite ? discoveryLinks(messages) : []),
      el('meta', { name: 'description', content: description }),
      !parts.indexed && el('meta', { name: 'robots', content: 'noindex' }),
      parts.canonical !== null && el('link', { rel: 'canonical', href: parts.canonical }),
      el('meta', { name: 'color-scheme', content: parts.theme === 'auto' ? 'light dark' : parts.theme }),
      el('link', { rel: 'icon', href: parts.icon, type: 'image/svg+xml' }),
      parts.fonts.map((href) =>
        el('link', { rel: 'preload', href, as: 'font', type: 'font/woff2', crossorigin: 'anonymous' }),
      ),
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

/** Parts of the document of every embed. */
export const embedParts = ({ icon, style }: Assets) => ({
  isSite: false,
  theme: 'auto' as const,
  bodyClass: 'sanad-frame',
  icon,
  fonts: [],
  stylesheets: [style],
})

/** Parts of the document of every page that is not embedded. */
export const siteParts = ({ icon, fonts, style, site }: Assets) => ({
  isSite: true,
  theme: 'auto' as const,
  bodyClass: 'site',
  icon,
  fonts,
  stylesheets: [style, site],
})

export interface SitePage extends HeaderOptions {
  /** Path to the page; empty for a page without one. */
  readonly crumbs: readonly Crumb[]
  /** Above both columns: title, summary, notices. */
  readonly lead?: readonly (Markup | false)[]
  readonly content: readonly (Markup | false)[]
  /** Below both columns. */
  readonly below?: readonly (Markup | false)[]
  /** Blocks of the side column; empty for a page of one column. */
  readonly side: readonly (Markup | false)[]
}

/** Layout of every page that is not embedded. */
export function sitePage(messages: Messages, page: SitePage): Markup {
  const { crumbs, lead = [], content, below = [], side } = page
  const blocks = side.filter((block) => block !== false)
  const columns = el('div', { class: 'site-main' }, ...content)
  return join(
    el('a', { class: 'sanad-skip', href: '#content' }, messages.ui.skipToContent),
    siteHeader(messages, page),
    el(
      'main',
      { id: 'content' },
      breadcrumb(crumbs, messages),
      ...lead,
      blocks.length === 0
        ? columns
        : el(
            'div',
            { class: 'site-columns' },
            columns,
            el('aside', { 'aria-label': messages.ui.header.about }, ...blocks),
          ),
      below.length > 0 && el('div', { class: 'site-below' }, ...below),
    ),
    siteFooter(messages),
  )
}
