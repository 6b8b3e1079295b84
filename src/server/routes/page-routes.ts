import { boundSlug } from '../../pages/bound-slug.ts'
import { claimPage } from '../../pages/claim-page.ts'
import { embedBuilderPage } from '../../pages/embed/embed-builder-page.ts'
import { absentEmbed } from '../../pages/embed/embed-page.ts'
import { EMBED_PARAMETERS } from '../../pages/embed/embed-request.ts'
import { homePage } from '../../pages/home-page.ts'
import { absentPage } from '../../pages/missing/absent-page.ts'
import { parseSearch, searchPage, searchText } from '../../pages/search/search-page.ts'
import { formatStory, parseStory } from '../../pages/story/story-request.ts'
import { storyPage } from '../../pages/story-page.ts'
import { firstUnits } from '../../text/short-message.ts'
import { pick } from '../cache/canonical-path.ts'
import { type CompleteRoute, EMBED_HEADERS, PAGE_HEADERS } from './route.ts'

/** Parameters of a widget, and the place in a list. */
const TOPIC_PARAMETERS = { ...EMBED_PARAMETERS, known: ['after', ...EMBED_PARAMETERS.known] }

/** /claim/…, /story/… */
export const topicRoute: CompleteRoute = {
  pattern: /^\/(claim|story)\/([^/]+)$/,
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: TOPIC_PARAMETERS,
  options: ({ parts, query }) => {
    const known = parts[0] === 'story' ? formatStory(parseStory(query)) : new URLSearchParams()
    for (const name of ['lang', 'asOf']) for (const value of query.getAll(name)) known.set(name, value)
    return pick(known, 'view', 'status', 'after', 'lang', 'asOf')
  },
  respond: async ({ parts, query, context }) => {
    const [kindText, wanted = ''] = parts
    const kind = kindText === 'story' ? 'story' : 'claim'
    const slug = boundSlug(kind, wanted)
    const page = await (kind === 'story' ? storyPage(slug, parseStory(query), context) : claimPage(slug, context))
    const { status, html } = page ?? (await absentPage(kind, slug, context))
    return { status, headers: PAGE_HEADERS, body: html }
  },
}

/** / : the home page; /?q= : a search, for old links. */
export const homeRoute: CompleteRoute = {
  pattern: /^\/$/,
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: { known: ['lang', 'q', 'asOf'], repeatable: [], foreign: 'IGNORED' },
  options: ({ query }) => {
    const known = new URLSearchParams(query)
    known.set('q', searchText(query.get('q') ?? ''))
    return pick(known, 'lang', 'q', 'asOf')
  },
  respond: async ({ query, context }) => {
    const isSearch = (query.get('q') ?? '') !== ''
    const { status, html } = isSearch ? await searchPage(parseSearch(query), context) : await homePage(context)
    return { status, headers: PAGE_HEADERS, body: html }
  },
}

const BUILDER_PARAMETERS = [
  ...['add', 'asOf', 'entities', 'format', 'lang', 'limit', 'maxheight', 'maxwidth'],
  ...['q', 'status', 'theme', 'time', 'url', 'view', 'what', 'width'],
]
/** Maximum of one value, in UTF-16 units. */
const MAX_BUILDER_VALUE = 300

/**
 * Returns the parameters of the builder in their given order. Links of the page repeat them, so long values are cut.
 */
const ofBuilder = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...query]
      .filter(([name]) => BUILDER_PARAMETERS.includes(name))
      .map(([name, value]): [string, string] => [name, firstUnits(value, MAX_BUILDER_VALUE)]),
  )

/** /embed/new : never cached, since a snippet with a fixed time depends on the time of the request. */
export const builderRoute: CompleteRoute = {
  pattern: /^\/embed\/new$/,
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: { known: BUILDER_PARAMETERS, repeatable: ['status'], foreign: 'IGNORED' },
  options: ({ query }) => ofBuilder(query),
  respond: async ({ query, context }) => {
    const { status, html } = await embedBuilderPage(query, { ...context, asOf: null })
    return { status, headers: { ...PAGE_HEADERS, 'Cache-Control': 'no-store' }, body: html }
  },
}

/** Page for every unknown path, for clients that prefer HTML. A path below /embed gets an embed, since articles may show it. */
export const unknownRoute: CompleteRoute = {
  pattern: /^\/(.*)$/,
  dependsOnViewer: false,
  needsLanguage: false,
  parameters: { known: [], repeatable: [], foreign: 'IGNORED' },
  options: () => new URLSearchParams(),
  respond: async ({ parts, context }) => {
    const [path = ''] = parts
    const words = path
      .replace(/^embed\//, '')
      .replaceAll('/', ' ')
      .trim()
    const wanted = boundSlug(null, words)
    const isEmbed = path.startsWith('embed/')
    const live = { ...context, asOf: null }
    const { html } = isEmbed ? await absentEmbed(null, wanted, 'auto', live) : await absentPage(null, wanted, live)
    const headers = {
      ...(isEmbed ? EMBED_HEADERS : PAGE_HEADERS),
      'Cache-Control': 'no-store',
      Vary: 'Accept, Accept-Language',
    }
    return { status: 404, headers, body: html }
  },
}
