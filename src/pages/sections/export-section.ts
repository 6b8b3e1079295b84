import { graphqlQuery } from '../../exports/graphql-query.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { type EmbedRequest, embedPath, formatEmbed, parseEmbed } from '../embed/embed-request.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'

/** Links to the exports of a page: embed, linked data, picture, query for the API. */
export function exportSection(topic: PageTopic, { messages, asOf }: PageContext): Markup {
  const { ui, tag } = messages
  const request = { ...parseEmbed(topic.kind, topic.slug, new URLSearchParams()), messages, asOf }
  const what = topic.kind === 'compare' ? `compare/${topic.slug}` : `${topic.kind}/${topic.slug}`
  const time = asOf === null ? '' : `&time=pinned&asOf=${encodeURIComponent(asOf)}`
  const query = encodeURIComponent(graphqlQuery(topic.kind, topic.slug, tag, asOf))
  const item = (href: string, words: string): Markup => el('li', {}, el('a', { href }, words))
  return el(
    'section',
    { 'aria-labelledby': 'take-along' },
    el('h2', { id: 'take-along' }, ui.embed),
    el(
      'ul',
      { class: 'site-links' },
      item(`/embed/new?what=${encodeURIComponent(what)}&lang=${tag}${time}`, ui.builder.title),
      item(embedPath(request), ui.graph),
    ),
    el('h2', { id: 'as-data' }, ui.export),
    el(
      'ul',
      { class: 'site-links' },
      item(filePath('export', request, 'jsonld'), 'JSON-LD'),
      item(filePath('image', request, 'svg'), 'SVG'),
      item(filePath('image', request, 'png'), 'PNG'),
      item(`/graphql?query=${query}`, 'GraphQL'),
    ),
  )
}

const filePath = (folder: 'export' | 'image', request: EmbedRequest, ending: string): string =>
  `/${folder}/${request.kind}/${request.slug.split(',').map(encodeURIComponent).join(',')}.${ending}?${formatEmbed(request)}`
