import { STATUSES } from '../domain/claim-status-types.ts'
import { rankHits } from '../domain/search-rank.ts'
import { MESSAGES } from '../messages/catalogue.ts'
import { queryTerms } from '../text/fold.ts'
import { el, type Markup } from '../widgets/markup.ts'
import { htmlDocument, sitePage } from './document.ts'
import {
  EMBEDDABLE,
  type EmbedKind,
  type EmbedRequest,
  embedPath,
  MAX_LIMIT,
  parseEmbed,
  THEMES,
  viewsOf,
} from './embed-request.ts'
import { embedSnippets, frameHeight } from './embed-snippets.ts'
import type { Page, PageContext } from './page.ts'
import { hitList } from './search-results.ts'
import { readSubject } from './subject.ts'

const WIDTHS = [320, 600, 760] as const

/** `/embed/new`: a plain form that works without JavaScript; its script only saves the reload. */
export async function embedBuilderPage(query: URLSearchParams, context: PageContext): Promise<Page> {
  const { messages, assets, publicUrl, store } = context
  const { ui, tag } = messages
  const asked = (query.get('what') ?? '').trim().slice(0, 300)
  const { request, problem } = readWhat(asked, pinNow(query, context))
  const at = await store.revisionAt(request?.asOf ?? null)
  const subject = request ? await readSubject(store, { kind: request.kind, slug: request.slug, messages, at }) : null
  const width = WIDTHS.find((one) => String(one) === query.get('width')) ?? 600
  const problems = [
    ...(problem ? [ui.builder.problem(asked)] : []),
    ...(request && !subject ? [ui.notFoundHelp(request.slug)] : []),
    ...(request?.problems.map(ui.builder.problem) ?? []),
  ]
  const content: readonly (Markup | false)[] = [
    el('h1', {}, ui.builder.title),
    ...problems.map((text) => el('p', { class: 'sanad-notice', role: 'alert' }, text)),
    form(asked, request, width, context),
    asked === '' && el('p', {}, ui.builder.choose),
    subject === null && asked !== '' && (await candidates(asked, context, at)),
    ...(request && subject ? preview(request, subject, width, context) : []),
  ]
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${ui.builder.title} – ${ui.site}`,
      description: ui.builder.title,
      theme: 'auto',
      canonical: `${publicUrl}/embed/new?lang=${tag}`,
      head: [],
      body: [sitePage(messages, (language) => `/embed/new?lang=${language}`, content)],
      bodyClass: 'site',
      icon: assets.icon,
      stylesheets: [assets.style],
      scripts: [assets.builder],
      indexed: false,
    }),
  }
}

/** "claim/x-sells-user-data", a path of ours, or a whole address of ours. */
function readWhat(
  asked: string,
  query: URLSearchParams,
): { readonly request: EmbedRequest | null; readonly problem: boolean } {
  if (asked === '') return { request: null, problem: false }
  const path =
    asked
      .replace(/^https?:\/\/[^/]+/, '')
      .replace(/^\//, '')
      .split('?')[0] ?? ''
  const entities = /[?&]entities=([^&]+)/.exec(asked)?.[1]
  const [kindText = '', slugText = ''] =
    path.startsWith('compare') && entities ? ['compare', entities] : path.split('/')
  const kind = EMBEDDABLE.find((one): one is EmbedKind => one === kindText)
  if (!kind || slugText === '') return { request: null, problem: false }
  const slug = decode(slugText)
  return slug === null ? { request: null, problem: true } : { request: parseEmbed(kind, slug, query), problem: false }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Pinned means: as the record stands when the snippet is made. */
function pinNow(query: URLSearchParams, { now }: PageContext): URLSearchParams {
  const own = new URLSearchParams(query)
  if (query.get('time') === 'pinned' && !query.get('asOf')) own.set('asOf', `${now.toISOString().slice(0, 19)}Z`)
  if (query.get('time') === 'live') own.delete('asOf')
  return own
}

function form(asked: string, request: EmbedRequest | null, width: number, { messages }: PageContext): Markup {
  const { ui, statuses, tag } = messages
  const { builder } = ui
  const views = request ? viewsOf(request.kind) : viewsOf('story')
  const radios = (
    name: string,
    legend: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
  ): Markup =>
    el(
      'fieldset',
      {},
      el('legend', {}, legend),
      options.map(([value, label]) =>
        el(
          'label',
          { class: 'site-choice' },
          el('input', { type: 'radio', name, value, checked: value === chosen }),
          ` ${label}`,
        ),
      ),
    )
  return el(
    'form',
    { action: '/embed/new', method: 'get', class: 'site-builder', id: 'builder' },
    el(
      'p',
      {},
      el('label', { for: 'what' }, builder.what),
      el('input', { id: 'what', name: 'what', value: asked, placeholder: builder.thing, list: false, maxlength: 300 }),
    ),
    radios(
      'view',
      builder.view,
      views.map((view) => [view, ui[view]]),
      request?.view ?? views[0] ?? '',
    ),
    radios(
      'lang',
      ui.language,
      MESSAGES.map((one) => [one.tag, one.name]),
      tag,
    ),
    radios(
      'theme',
      builder.theme,
      THEMES.map((theme) => [theme, builder.themes[theme]]),
      request?.theme ?? 'auto',
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, builder.statuses),
      STATUSES.map((status) =>
        el(
          'label',
          { class: 'site-choice' },
          el('input', {
            type: 'checkbox',
            name: 'status',
            value: status,
            checked: request?.statuses.includes(status) ?? false,
          }),
          ` ${statuses[status]}`,
        ),
      ),
    ),
    el(
      'p',
      {},
      el('label', { for: 'limit' }, builder.limit),
      el('input', { id: 'limit', name: 'limit', type: 'number', min: 1, max: MAX_LIMIT, value: request?.limit ?? 12 }),
    ),
    radios(
      'time',
      builder.time,
      [
        ['live', builder.live],
        ['pinned', builder.pinned],
      ],
      request?.asOf ? 'pinned' : 'live',
    ),
    radios(
      'width',
      builder.width,
      WIDTHS.map((one) => [String(one), `${one} px`]),
      String(width),
    ),
    el('button', { type: 'submit' }, builder.show),
  )
}

async function candidates(asked: string, context: PageContext, at: number): Promise<Markup> {
  const terms = queryTerms(asked.replace(/[/-]/g, ' '))
  const { candidates: found } = await context.store.searchCandidates(terms, 500, at)
  const embeddable = found.filter(({ kind }) => kind === 'Claim' || kind === 'Entity' || kind === 'Story')
  const hits = rankHits(embeddable, terms, context.messages.tag).slice(0, 20)
  if (hits.length === 0) return el('p', { role: 'status' }, context.messages.ui.nothingFound(asked))
  return hitList(
    hits,
    context,
    at,
    (kind, slug) => `/embed/new?what=${kind}/${encodeURIComponent(slug)}&lang=${context.messages.tag}`,
  )
}

function preview(
  request: EmbedRequest,
  named: { readonly title: string; readonly summary: string },
  width: number,
  { messages, publicUrl, assets }: PageContext,
): readonly Markup[] {
  const { ui } = messages
  const snippets = embedSnippets(request, named, publicUrl, assets.embed)
  const snippet = (name: string, label: string, text: string): Markup =>
    el(
      'div',
      { class: 'site-snippet' },
      el('label', { for: `snippet-${name}` }, label),
      el(
        'textarea',
        { id: `snippet-${name}`, readonly: true, rows: 4, spellcheck: 'false', 'data-snippet': name },
        text,
      ),
      el('button', { type: 'button', hidden: true, 'data-copy': `snippet-${name}` }, ui.builder.copy),
    )
  return [
    el('h2', {}, ui.builder.preview),
    el('iframe', {
      id: 'preview',
      class: `site-preview site-preview-${width}`,
      src: embedPath(request),
      title: named.title,
      width,
      height: frameHeight(request),
    }),
    el('h2', {}, ui.builder.snippets),
    snippet('figure', ui.builder.figure, snippets.figure),
    snippet('iframe', ui.builder.iframe, snippets.iframe),
    snippet('bare', ui.builder.bare, snippets.bare),
    el('p', {
      'aria-live': 'polite',
      id: 'announce',
      'data-copied': ui.builder.copied,
      'data-selected': ui.builder.selected,
    }),
  ]
}
