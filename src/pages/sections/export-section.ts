import type { StandingName } from '../../domain/standing.ts'
import { EXPORT_GROUPS, type ExportGroup } from '../../exports/export-format.ts'
import { EXPORT_FORMATS } from '../../exports/formats.ts'
import { graphqlQuery } from '../../exports/graphql-query.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { type EmbedRequest, embedPath, formatEmbed, parseEmbed } from '../embed/embed-request.ts'
import type { ExportSet } from '../export-sets.ts'
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

/** A link to an export. */
export interface FormatLink {
  readonly group: ExportGroup | 'API'
  /** Name of the file or of its format, the same in every language. */
  readonly name: string
  /** Program that opens it, where the name does not say so. */
  readonly program?: string | undefined
  readonly href: string
  /** Media type without parameters. */
  readonly type: string
}

/** Links to all formats of a set. */
const linksOf = ({ query }: ExportSet, { messages: { tag }, links }: PageContext): readonly FormatLink[] =>
  EXPORT_FORMATS.map(({ file, group, program, mediaType }) => {
    const filter = String(query)
    const href = links.own(`/export/${file}?lang=${tag}${filter === '' ? '' : `&${filter}`}`)
    return { group, name: file, program, href, type: mediaType.replace(/;.*/, '') }
  })

/**
 * Links to the content of the page of a topic: linked data, pictures, and the query for the API.
 * @param statuses filter of the page; empty for all
 */
export function topicLinks(
  topic: PageTopic,
  { messages, asOf }: PageContext,
  statuses: readonly StandingName[] = [],
): readonly FormatLink[] {
  const request = { ...parseEmbed(topic.kind, topic.slug, new URLSearchParams()), messages, asOf, statuses }
  const query = encodeURIComponent(graphqlQuery(topic.kind, topic.slug, messages.tag, asOf, statuses))
  return [
    { group: 'GRAPH', name: 'SVG', href: filePath('image', request, 'svg'), type: 'image/svg+xml' },
    { group: 'GRAPH', name: 'PNG', href: filePath('image', request, 'png'), type: 'image/png' },
    {
      group: 'LINKED_DATA',
      name: 'JSON-LD',
      href: filePath('export', request, 'jsonld'),
      type: 'application/ld+json',
    },
    { group: 'API', name: 'GraphQL', href: `/graphql?query=${query}`, type: 'text/html' },
  ]
}

/**
 * Links to exports by group, in a fold for each set. Links of the page have a fold of their own, unless there is exactly one set.
 * @param ofPage links to the page as a whole
 */
export function exportBlock(
  sets: readonly ExportSet[],
  ofPage: readonly FormatLink[],
  context: PageContext,
): Markup | false {
  const { ui } = context.messages
  const folds =
    sets.length === 1
      ? sets.map((set) => ({ name: set.name, links: [...linksOf(set, context), ...ofPage] }))
      : [
          ...sets.map((set) => ({ name: set.name, links: linksOf(set, context) })),
          { name: ui.exports.page, links: ofPage },
        ]
  return sideBlock(
    ui.export,
    folds.filter(({ links }) => links.length > 0).map(({ name, links }) => formatsFold(name, links, context)),
  )
}

function formatsFold(name: string, links: readonly FormatLink[], { messages: { ui } }: PageContext): Markup {
  const groups = [...EXPORT_GROUPS, 'API' as const].map((group) => ({
    group,
    own: links.filter((link) => link.group === group),
  }))
  return el(
    'details',
    {},
    el('summary', {}, name),
    groups
      .filter(({ own }) => own.length > 0)
      .map(({ group, own }) => [
        el('p', { class: 'site-note' }, ui.exports.groups[group]),
        el(
          'ul',
          { class: 'site-row' },
          own.map(({ href, name, program }) =>
            el('li', {}, el('a', { href }, name), program !== undefined && [' ', el('small', {}, program)]),
          ),
        ),
      ]),
  )
}

/** Groups that programs look for in the head of a page. */
const IN_HEAD: readonly FormatLink['group'][] = ['SPREADSHEET', 'LINKED_DATA']

/** Tables and linked data of the page in its head. */
export const exportHead = (
  sets: readonly ExportSet[],
  ofPage: readonly FormatLink[],
  context: PageContext,
): readonly Markup[] =>
  [
    ...sets.flatMap((set) => linksOf(set, context).map((link) => ({ ...link, name: `${set.name}: ${link.name}` }))),
    ...ofPage,
  ]
    .filter(({ group }) => IN_HEAD.includes(group))
    .map(({ name, href, type }) =>
      el('link', { rel: 'alternate', type, href: `${context.publicUrl}${href}`, title: name }),
    )

const filePath = (folder: 'export' | 'image', request: EmbedRequest, ending: string): string =>
  `/${folder}/${request.kind}/${request.slug.split(',').map(encodeURIComponent).join(',')}.${ending}?${formatEmbed(request)}`
