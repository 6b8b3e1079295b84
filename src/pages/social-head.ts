import { CARD_HEIGHT, CARD_WIDTH } from '../widgets/drawing/social-card.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import type { PageContext } from './page.ts'
import type { PageTopic } from './page-topic.ts'

/** oEmbed discovery and card for social networks. They are early in the head, since crawlers read only its beginning. */
export function socialHead(topic: PageTopic, context: PageContext): readonly Markup[] {
  const { publicUrl, messages, links } = context
  const url = `${publicUrl}${topic.url}`
  const description = topic.summary === '' ? messages.ui.tagline : topic.summary
  const oembed = (format: 'json' | 'xml'): Markup =>
    el('link', {
      rel: 'alternate',
      type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
      href: `${publicUrl}/oembed?url=${encodeURIComponent(url)}&format=${format}`,
      title: topic.title,
    })
  return [
    oembed('json'),
    oembed('xml'),
    ...cardHead(topic.title, description, url, links.own(cardPath(topic, messages.tag)), context),
  ]
}

/** Card alone, for a page without a widget. */
export function cardHead(
  title: string,
  description: string,
  url: string,
  image: string,
  { publicUrl, messages }: PageContext,
): readonly Markup[] {
  const property = (name: string, content: string): Markup => el('meta', { property: name, content })
  return [
    property('og:type', 'article'),
    property('og:title', title),
    property('og:description', description),
    property('og:url', url),
    property('og:site_name', messages.ui.site),
    property('og:locale', messages.locale),
    property('og:image', `${publicUrl}${image}`),
    property('og:image:type', 'image/png'),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', `${title}. ${description}`),
    el('meta', { name: 'twitter:card', content: 'summary_large_image' }),
  ]
}

/** Widths of a card in px, the largest first. Each height is whole. */
export const CARD_WIDTHS = [CARD_WIDTH, 800, 400, 200]
/** Height of a card of a width, both in px. */
export const cardHeight = (width: number): number => (width * CARD_HEIGHT) / CARD_WIDTH

/** @param width one of `CARD_WIDTHS` */
export const cardPath = (
  { kind, slug }: Pick<PageTopic, 'kind' | 'slug'>,
  language: string,
  width: number = CARD_WIDTH,
): string => {
  const path = `/card/${kind}/${slug.split(',').map(encodeURIComponent).join(',')}.png?lang=${language}`
  return width === CARD_WIDTH ? path : `${path}&width=${width}`
}

/** Path of the card of the home page. */
export const homeCardPath = (language: string): string => `/card/home.png?lang=${language}`
