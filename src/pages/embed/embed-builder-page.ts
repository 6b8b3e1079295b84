import type { RevisionNumber } from '../../domain/revision-number.ts'
import { isFuture, readInstant, toSecond } from '../../text/instant.ts'
import { quoted } from '../../text/printable.ts'
import { firstUnits } from '../../text/short-message.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { htmlDocument, sitePage, siteParts } from '../document.ts'
import { unknownSlugs } from '../missing/unknown-slugs.ts'
import type { Page, PageContext } from '../page.ts'
import { MAX_COMPARED } from '../page-topic.ts'
import { repeatedSlug } from '../repeated-slug.ts'
import { topicSummary } from '../topic-summary.ts'
import { builderForm, WIDTHS } from './embed-builder-form.ts'
import { type EmbedRequest, embedPath, parseEmbed } from './embed-request.ts'
import { type EmbedSearch, findMore, findThings } from './embed-search.ts'
import { embedHeight, embedSnippets } from './embed-snippets.ts'
import { comparedIn, parseEmbedTarget } from './embed-target.ts'
import { findEmbedded } from './embedded-topic.ts'

const NOTHING: EmbedSearch = { count: '', list: null }

/** Page `/embed/new`: a form that works without JavaScript; its script only avoids reloads. */
export async function embedBuilderPage(query: URLSearchParams, context: PageContext): Promise<Page> {
  const { messages, assets, publicUrl, store } = context
  const { ui, tag } = messages
  const text = firstUnits((query.get('what') ?? '').trim(), 300)
  const more = firstUnits((query.get('add') ?? '').trim(), 200)
  const read = parseEmbedTarget(text, publicUrl)
  const target = read.is === 'WHAT' ? read.target : null
  const twice = target?.kind === 'compare' ? repeatedSlug(target.slug) : null
  const own = pinNow(query, context)
  const future = futureInstant(query, context.now)
  const wanted = target ? parseEmbed(target.kind, target.slug, own) : null
  const embedded = wanted && (await findEmbedded(store, wanted))
  const request = embedded?.request ?? wanted
  const topic = embedded?.topic ?? null
  const chosen = request ?? parseEmbed('story', '', own)
  const revision = embedded?.revision ?? (await store.revisionAt(request?.asOf ?? null))
  const width = WIDTHS.find((one) => String(one) === query.get('width')) ?? 600
  const problems = [
    ...(read.is === 'BROKEN' ? [ui.builder.problem(text)] : []),
    ...(read.is === 'FOREIGN' ? [ui.builder.foreign(text, publicUrl)] : []),
    ...(twice === null ? [] : [ui.compareTwice(twice)]),
    ...(request && !topic ? await missing(request, context, revision) : []),
    ...(future === null ? [] : [ui.builder.problem(`asOf=${quoted(future)} (≤ ${toSecond(context.now)})`)]),
    ...(request?.problems.map(ui.builder.problem) ?? []),
  ]
  const isSearch = topic === null && text !== '' && (read.is === 'WORDS' || read.is === 'WHAT')
  const compared = topic ? comparedIn(request) : []
  const canCompare = compared.length > 0 && compared.length < MAX_COMPARED
  const found = isSearch ? await findThings(text, query, context, revision) : NOTHING
  const added = canCompare && more !== '' ? await findMore(more, compared, query, context, revision) : NOTHING
  const content: readonly (Markup | false)[] = [
    el('h1', {}, ui.builder.title),
    builderForm(
      { text, more, request, chosen, view: query.get('view'), width, found, added, canCompare },
      [
        ...problems.map((text) => el('p', { class: 'sanad-notice', role: 'alert' }, text)),
        text === '' && el('p', {}, ui.builder.choose),
        ...(request && topic
          ? preview(
              request,
              { title: topic.title, summary: await topicSummary(store, topic, messages, revision) },
              width,
              context,
            )
          : []),
      ],
      messages,
    ),
  ]
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${ui.builder.title} – ${ui.site}`,
      description: ui.builder.title,
      ...siteParts(assets),
      canonical: `${publicUrl}/embed/new?lang=${tag}`,
      head: [],
      body: [
        sitePage(messages, {
          alternates: (language) => inLanguage(query, language),
          section: 'embed',
          crumbs: [],
          content,
          side: [],
          searched: '',
        }),
      ],
      scripts: [assets.builder],
      indexed: false,
    }),
  }
}

async function missing(
  { kind, slug }: EmbedRequest,
  { store, messages: { ui } }: PageContext,
  revision: RevisionNumber,
) {
  const unknown = await unknownSlugs(kind, slug, store, revision)
  return unknown.length === 0 ? [ui.compareAtMost(MAX_COMPARED)] : unknown.map(ui.notFoundHelp)
}

function inLanguage(query: URLSearchParams, language: string): string {
  const own = new URLSearchParams(query)
  own.set('lang', language)
  return `/embed/new?${own}`
}

/** A pinned snippet has the instant of the current revision, unless another one that has passed is chosen. */
function pinNow(query: URLSearchParams, { now }: PageContext): URLSearchParams {
  const own = new URLSearchParams(query)
  const isPinned = query.get('time') === 'pinned' && !query.get('asOf')
  if (isPinned || futureInstant(query, now) !== null) own.set('asOf', `${now.toISOString().slice(0, 19)}Z`)
  if (query.get('time') === 'live') own.delete('asOf')
  return own
}

/** The chosen instant as it was given, if it is in the future; null for any other. */
function futureInstant(query: URLSearchParams, now: Date): string | null {
  const given = query.get('asOf') ?? ''
  return isFuture(readInstant(given) ?? '', now) ? given : null
}

function preview(
  request: EmbedRequest,
  named: { readonly title: string; readonly summary: string },
  width: number,
  { messages, publicUrl, assets }: PageContext,
): readonly Markup[] {
  const { ui } = messages
  const snippets = embedSnippets(request, named, publicUrl, assets.embed)
  const snippet = (name: string, label: string, text: string, rows: number): Markup =>
    el(
      'div',
      { class: 'site-snippet' },
      el('label', { for: `snippet-${name}` }, label),
      el('textarea', { id: `snippet-${name}`, readonly: true, rows, spellcheck: 'false', 'data-snippet': name }, text),
      el(
        'button',
        {
          type: 'button',
          class: name === 'figure' && 'site-button-main',
          hidden: true,
          'data-copy': `snippet-${name}`,
          'data-done': ui.builder.copied,
        },
        ui.builder.copy,
      ),
    )
  return [
    el(
      'section',
      { class: 'site-snippets', 'aria-labelledby': 'snippets' },
      el('h2', { id: 'snippets' }, ui.builder.snippets),
      snippet('figure', ui.builder.figure, snippets.figure, 4),
      snippet('iframe', ui.builder.iframe, snippets.iframe, 2),
      snippet('bare', ui.builder.bare, snippets.bare, 1),
      el('p', {
        'aria-live': 'polite',
        id: 'announce',
        'data-copied': ui.builder.copied,
        'data-selected': ui.builder.selected,
      }),
    ),
    el('h2', { class: 'site-preview-title' }, ui.builder.preview),
    el('iframe', {
      id: 'preview',
      class: `site-preview site-preview-${width}`,
      src: embedPath(request),
      title: named.title,
      width,
      height: embedHeight(request),
    }),
  ]
}
