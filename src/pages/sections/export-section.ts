import { graphqlQuery } from '../../exports/graphql-query.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { type EmbedRequest, embedPath, formatEmbed, parseEmbed } from '../embed/embed-request.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { sideBlock } from '../parts/side-block.ts'

/** Link to the embed builder with the topic of the page. */
export function embedBlock({ kind, slug }: PageTopic, { messages, asOf }: PageContext): Markup {
  const { ui, tag } = messages
  const time = asOf === null ? '' : `&time=pinned&asOf=${encodeURIComponent(asOf)}`
  const href = `/embed/new?what=${encodeURIComponent(`${kind}/${slug}`)}&lang=${tag}${time}`
  const frame = { ...parseEmbed(kind, slug, new URLSearchParams()), messages, asOf }
  return sideBlock(ui.embed, [
    el('p', {}, ui.embedMeans),
    el('p', {}, el('a', { href, class: 'site-button site-button-main' }, ui.builder.title)),
    el('p', {}, el('a', { href: embedPath(frame) }, ui.embedAlone)),
  ])
}

/** Links to the exports of a page: linked data, picture, query for the API. */
export function exportBlock(topic: PageTopic, { messages, asOf }: PageContext): Markup {
  const { ui, tag } = messages
  const request = { ...parseEmbed(topic.kind, topic.slug, new URLSearchParams()), messages, asOf }
  const query = encodeURIComponent(graphqlQuery(topic.kind, topic.slug, tag, asOf))
  const item = (href: string, words: string): Markup => el('li', {}, el('a', { href }, words))
  return sideBlock(ui.export, [
    el(
      'ul',
      { class: 'site-row' },
      item(filePath('export', request, 'jsonld'), 'JSON-LD'),
      item(filePath('image', request, 'svg'), 'SVG'),
      item(filePath('image', request, 'png'), 'PNG'),
      item(`/graphql?query=${query}`, 'GraphQL'),
    ),
  ])
}

const filePath = (folder: 'export' | 'image', request: EmbedRequest, ending: string): string =>
  `/${folder}/${request.kind}/${request.slug.split(',').map(encodeURIComponent).join(',')}.${ending}?${formatEmbed(request)}`
