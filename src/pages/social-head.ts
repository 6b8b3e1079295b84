import { el, type Markup } from '../widgets/markup.ts'
import { EMBEDDABLE } from './embed-request.ts'
import type { PageContext } from './page.ts'
import { pinPath } from './pin-links.ts'
import type { Subject } from './subject.ts'

/** Discovery for oEmbed and the card for social networks; early in the head, where crawlers look. */
export function socialHead(subject: Subject, { publicUrl, messages, asOf }: PageContext): readonly Markup[] {
  const address = `${publicUrl}${subject.address}`
  const description = subject.summary === '' ? messages.ui.tagline : subject.summary
  const property = (name: string, content: string): Markup => el('meta', { property: name, content })
  const isEmbeddable = EMBEDDABLE.some((kind) => kind === subject.kind)
  const oembed = (format: 'json' | 'xml'): Markup =>
    el('link', {
      rel: 'alternate',
      type: format === 'json' ? 'application/json+oembed' : 'text/xml+oembed',
      href: `${publicUrl}/oembed?url=${encodeURIComponent(address)}&format=${format}`,
      title: subject.title,
    })
  return [
    ...(isEmbeddable ? [oembed('json'), oembed('xml')] : []),
    property('og:type', 'article'),
    property('og:title', subject.title),
    property('og:description', description),
    property('og:url', address),
    property('og:site_name', messages.ui.site),
    property('og:locale', messages.tag),
    ...(isEmbeddable
      ? [
          property('og:image', `${publicUrl}${pinPath(cardPath(subject, messages.tag), asOf)}`),
          property('og:image:type', 'image/png'),
          property('og:image:width', '1200'),
          property('og:image:height', '630'),
          property('og:image:alt', `${subject.title}. ${description}`),
          el('meta', { name: 'twitter:card', content: 'summary_large_image' }),
        ]
      : []),
  ]
}

export const cardPath = ({ kind, slug }: Pick<Subject, 'kind' | 'slug'>, language: string): string =>
  `/card/${kind}/${slug.split(',').map(encodeURIComponent).join(',')}.png?lang=${language}`
