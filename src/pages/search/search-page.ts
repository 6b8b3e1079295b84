import { actSearchIn } from '../../domain/act-search.ts'
import { matchIn, readMatches } from '../../domain/read-matches.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { searchFor, type TextSearch } from '../../domain/search-for.ts'
import type { SearchHit } from '../../domain/search-rank.ts'
import { MAX_FOUND } from '../../domain/store/search-candidate.ts'
import type { ThingKind } from '../../domain/thing-kind.ts'
import { searchQuery } from '../../exports/search-query.ts'
import { searchTerms, wordOfTerm } from '../../text/search-text.ts'
import { firstUnits } from '../../text/short-message.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { linksIn } from '../../widgets/view/links.ts'
import { htmlDocument, sitePage, siteParts } from '../document.ts'
import type { ExportSet } from '../export-sets.ts'
import type { Page, PageContext } from '../page.ts'
import { type CitedSearch, citeSearchBlock, recordedRevision, stoodLine } from '../sections/cite-search.ts'
import { exportBlock, exportHead, type FormatLink } from '../sections/export-section.ts'
import { pinnedNotice } from '../sections/pinned-notice.ts'
import { actsGroup } from './acts-group.ts'
import { nearList } from './near-list.ts'
import { searchGroup } from './search-group.ts'
import { searchHelp } from './search-help.ts'

/** Kinds of results in the order of their groups, by their names in URLs. */
export const SEARCH_KINDS = {
  entity: 'Entity',
  claim: 'Claim',
  data: 'DataCategory',
  use: 'Use',
  source: 'Source',
  story: 'Story',
} as const satisfies Readonly<Record<string, ThingKind>>
export type SearchKind = keyof typeof SEARCH_KINDS

export interface SearchPageRequest {
  readonly text: string
  /** Null for all kinds. */
  readonly kind: SearchKind | null
  /** Number of results of the kind before the first shown one. */
  readonly from: number
}

/** Maximum length of a search in UTF-16 units; its first eight words count. */
const MAX_SEARCHED = 200
const IN_GROUP = 4
const PAGE_SIZE = 50

/** Search text, cut to the maximum length. */
export const searchText = (query: string): string => firstUnits(query.trim(), MAX_SEARCHED)

const KIND_NAMES: readonly string[] = Object.keys(SEARCH_KINDS)
const isKind = (name: string): name is SearchKind => KIND_NAMES.includes(name)

/** Parses the query of a search URL. Unknown kinds and positions count as absent. */
export function parseSearch(query: URLSearchParams): SearchPageRequest {
  const kind = query.get('kind') ?? ''
  const from = /^\d{1,4}$/.test(query.get('from') ?? '') ? Number(query.get('from')) : 0
  const text = searchText(query.get('q') ?? '')
  // Whole pages only, so that few different pages are made of many numbers.
  const first = Math.min(from, MAX_FOUND) - (Math.min(from, MAX_FOUND) % PAGE_SIZE)
  return isKind(kind) ? { text, kind, from: first } : { text, kind: null, from: 0 }
}

/** Query of a search page in its one spelling. */
export function formatSearch({ text, kind, from }: SearchPageRequest): string {
  const query = new URLSearchParams()
  if (text !== '') query.set('q', text)
  if (kind !== null) query.set('kind', kind)
  if (kind !== null && from > 0) query.set('from', String(from))
  return String(query)
}

/** Search: results by kind, or near names if there are none. */
export async function searchPage(request: SearchPageRequest, context: PageContext): Promise<Page> {
  const { store, messages, assets, publicUrl, asOf } = context
  const { ui, tag } = messages
  const { text } = request
  const revision = await store.revisionAt(asOf)
  const live = (language: string, other = request): string => {
    const rest = formatSearch(other)
    return `/search?lang=${language}${rest === '' ? '' : `&${rest}`}`
  }
  const hrefOf = (other: Partial<SearchPageRequest>): string =>
    linksIn(tag, asOf).own(live(tag, { text, kind: null, from: 0, ...other }))
  const found = await searchFor(text, (terms) =>
    store.search({ terms, language: tag, kinds: null, limit: MAX_FOUND }, revision),
  )
  const recorded = await recordedRevision(revision, context)
  const cited: CitedSearch = { kind: 'SEARCH', title: text, total: found.total, live: live(tag), revision: recorded }
  const stood = stoodLine(cited, context)
  const content =
    text === ''
      ? []
      : found.total === 0
        ? await nearList(text, stood, context, revision)
        : [...(await results(request, found, hrefOf, context, revision)), stood]
  const isEmpty = text === '' || found.total === 0
  const sets = claimSets(request, found, context)
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: text === '' ? `${ui.search} – ${ui.site}` : `${ui.search}: ${text} – ${ui.site}`,
      description: ui.tagline,
      ...siteParts(assets),
      canonical: `${publicUrl}${live(tag)}`,
      head: exportHead(sets, [], context),
      body: [
        sitePage(messages, {
          alternates: (language) => linksIn(language, asOf).own(live(language)),
          section: null,
          crumbs: [{ text: ui.search, href: null }],
          searched: null,
          lead: [searchForm(text, context), ...pinnedNotice(live(tag), context)],
          content,
          side: [
            text !== '' && citeSearchBlock(cited, context),
            sets.length > 0 && exportBlock(sets, [apiLink(request, context)], context),
            ...(isEmpty ? await searchHelp(context, revision) : []),
          ],
        }),
      ],
      scripts: text === '' ? [] : [assets.page],
      indexed: false,
    }),
  }
}

/**
 * The claims among the results as a set for exports, by the words that found them. Empty without claims, on a page of another
 * kind, and if a search does not find all things with the words.
 */
function claimSets(
  { text, kind }: SearchPageRequest,
  { terms, things, complete }: TextSearch,
  { messages }: PageContext,
): readonly ExportSet[] {
  const hasClaims = (kind === null || kind === 'claim') && things.some((one) => one.kind === 'Claim')
  if (!hasClaims || !complete) return []
  const hasAllWords = String(searchTerms(text)) === String(terms)
  const query = new URLSearchParams([['text', hasAllWords ? text : terms.map(wordOfTerm).join(' ')]])
  return [{ name: messages.ui.exports.files, query }]
}

/** Link to the query for the API. */
function apiLink({ text, kind }: SearchPageRequest, { messages: { tag }, asOf }: PageContext): FormatLink {
  const query = encodeURIComponent(searchQuery(text, tag, asOf, kind === null ? null : SEARCH_KINDS[kind]))
  return { group: 'API', name: 'GraphQL', href: `/graphql?query=${query}`, type: 'text/html' }
}

function searchForm(text: string, { messages: { ui, tag }, asOf }: PageContext): Markup {
  return el(
    'form',
    { action: '/search', method: 'get', role: 'search', class: 'site-find' },
    el('input', { type: 'hidden', name: 'lang', value: tag }),
    asOf !== null && el('input', { type: 'hidden', name: 'asOf', value: asOf }),
    el('label', { for: 'find', class: 'sanad-hidden' }, ui.things.search.label),
    el('input', { id: 'find', type: 'search', name: 'q', maxlength: MAX_SEARCHED, value: text === '' ? null : text }),
    el('button', { type: 'submit', class: 'site-button' }, ui.search),
  )
}

async function results(
  { text, kind, from }: SearchPageRequest,
  { terms, things, total, complete }: TextSearch,
  hrefOf: (other: Partial<SearchPageRequest>) => string,
  context: PageContext,
  revision: RevisionNumber,
): Promise<readonly (Markup | false)[]> {
  const { store, messages } = context
  const { ui, tag } = messages
  const words = ui.things.search
  const groups = Object.entries(SEARCH_KINDS).flatMap(([name, thing]) => {
    const ofKind = things.filter((one) => one.kind === thing)
    return ofKind.length === 0 || !isKind(name) ? [] : [{ name, thing, ofKind }]
  })
  const wanted = groups.filter(({ name }) => kind === null || name === kind)
  const shown = wanted.map((group) => ({
    ...group,
    shown: kind === null ? group.ofKind.slice(0, IN_GROUP) : group.ofKind.slice(from, from + PAGE_SIZE),
  }))
  const request = { terms, language: tag }
  const matches = await readMatches(
    store,
    shown.flatMap((group) => group.shown),
    request,
    revision,
  )
  const act = kind === null ? actSearchIn(text) : null
  const hitsOf = (group: (typeof shown)[number]): readonly SearchHit[] =>
    group.shown.map((thing) => ({ ...thing, match: matchIn(matches, thing) }))
  return [
    el('h1', { class: 'sanad-hidden' }, ui.results(total)),
    el(
      'nav',
      { class: 'site-kinds', 'aria-label': ui.search },
      el(
        'ul',
        {},
        [
          { name: null, text: words.all(total) },
          ...groups.map(({ name, thing, ofKind }) => ({ name, text: `${words.kinds[thing]} ${ofKind.length}` })),
        ].map(({ name, text }) =>
          el('li', {}, el('a', { href: hrefOf({ kind: name }), 'aria-current': name === kind && 'true' }, text)),
        ),
      ),
    ),
    !complete && el('p', { class: 'sanad-notice' }, words.atLeast(MAX_FOUND)),
    act !== null && ((await actsGroup(act, context, revision)) ?? false),
    ...(await Promise.all(
      shown.map(async (group) =>
        searchGroup(
          {
            kind: group.thing,
            hits: hitsOf(group),
            total: group.ofKind.length,
            more: moreOf(group, kind, from, hrefOf),
          },
          terms,
          context,
          revision,
        ),
      ),
    )),
  ]
}

/** Path of the further results of a group; null if all are shown. */
function moreOf(
  {
    name,
    ofKind,
    shown,
  }: { readonly name: SearchKind; readonly ofKind: readonly unknown[]; readonly shown: readonly unknown[] },
  kind: SearchKind | null,
  from: number,
  hrefOf: (other: Partial<SearchPageRequest>) => string,
): string | null {
  if (kind === null) return shown.length < ofKind.length ? hrefOf({ kind: name }) : null
  return from + shown.length < ofKind.length && shown.length > 0
    ? hrefOf({ kind: name, from: from + shown.length })
    : null
}
