import type { RevisionNumber } from '../../domain/revision-number.ts'
import { pickText } from '../../text/languages.ts'
import { queryTerms } from '../../text/search-text.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { linksIn } from '../../widgets/view/links.ts'
import { htmlDocument, sitePage, siteParts } from '../document.ts'
import type { Page, PageContext } from '../page.ts'
import { MAX_COMPARED, THING_OF_TOPIC, type TopicKind } from '../page-topic.ts'
import { searchResultList } from '../sections/search-results.ts'
import { nearNames } from './near-names.ts'
import { notYetContent, tombstone } from './tombstone.ts'
import { slugsOf, unknownSlugs } from './unknown-slugs.ts'

const STORIES = 5

/** Reason and suggestions for a path without content. */
export interface Absence {
  /** HTTP status: 410 for a removed thing, 404 otherwise. */
  readonly status: 404 | 410
  readonly title: string
  readonly content: readonly (Markup | false)[]
}

/** Link target: links of an embed open in a new tab, since links and forms inside its iframe do not work. */
type Place = 'page' | 'frame'

/** Finds the reason of an absence: removed, not yet recorded at the requested instant, or unknown. @param kind null for a path that is not ours */
export async function absence(
  kind: TopicKind | null,
  wanted: string,
  context: PageContext,
  place: Place,
): Promise<Absence> {
  const { store, messages } = context
  const { ui } = messages
  const [revision, current] = await Promise.all([store.revisionAt(context.asOf), store.revisionAt(null)])
  const found = kind === null ? null : await findMissing(kind, wanted, context, revision, current)
  const link = linkIn(place)
  if (kind !== null && found?.removedIn) {
    const own = kind === 'compare' ? 'entity' : kind
    const { title, content } = await tombstone(own, found.slug, found.removedIn, link, context)
    const near = await nearSection([found.slug], context, revision, place)
    return { status: 410, title, content: [...content, ...near, waysOut(found.slug, context, link)] }
  }
  if (kind !== null && found) {
    const path = context.links.now.page({
      kind: kind === 'compare' || kind === 'network' ? 'entity' : kind,
      slug: found.slug,
    })
    const content = notYetContent(
      found.slug,
      found.lifetime,
      await store.revisions(),
      link(path, ui.seeCurrent),
      context,
    )
    return { status: 404, title: ui.notYet, content: [...content, waysOut(found.slug, context, link)] }
  }
  const live = { ...context, asOf: null, links: context.links.now }
  const unknown = await unknownSlugs(kind, wanted, store, current)
  const content =
    unknown.length === 0 ? toCompare(wanted, context, link) : await nearContent(unknown, live, current, place)
  return { status: 404, title: ui.notFound, content: [...content, waysOut(unknown.join(' '), context, link)] }
}

/** First of the named things that another revision has. */
async function findMissing(
  kind: TopicKind,
  wanted: string,
  { store }: PageContext,
  revision: RevisionNumber,
  current: RevisionNumber,
) {
  const slugs = slugsOf(kind, wanted).slice(0, MAX_COMPARED)
  const [then, now] = await Promise.all([
    store.lifetimes(THING_OF_TOPIC[kind], slugs, revision),
    revision === current ? [] : store.lifetimes(THING_OF_TOPIC[kind], slugs, current),
  ])
  for (const [i, slug] of slugs.entries()) {
    const lifetime = then[i] ?? now[i] ?? null
    if (lifetime === null || (then[i] && then[i].removedIn === null)) continue
    return { slug, lifetime, removedIn: then[i]?.removedIn ?? null }
  }
  return null
}

/** Content for a comparison without entities or with too many, with a link to the builder. */
function toCompare(
  wanted: string,
  { messages: { ui, tag } }: PageContext,
  link: (href: string, words: string) => Markup,
): readonly Markup[] {
  const isOfNobody = slugsOf('compare', wanted).length === 0
  return [
    el('h1', {}, ui.notFound),
    el('p', {}, isOfNobody ? ui.compareWhom : ui.compareAtMost(MAX_COMPARED)),
    el('p', {}, link(`/embed/new?lang=${tag}`, ui.builder.title)),
  ]
}

async function nearContent(
  unknown: readonly string[],
  context: PageContext,
  revision: RevisionNumber,
  place: Place,
): Promise<readonly Markup[]> {
  const { ui } = context.messages
  const near = await nearSection(unknown, context, revision, place)
  return [
    el('h1', {}, ui.notFound),
    ...unknown.slice(0, MAX_COMPARED).map((slug) => el('p', {}, ui.notFoundHelp(slug.slice(0, 100)))),
    ...(near.length === 0 ? await storyLinks(context, revision, linkIn(place)) : near),
  ]
}

/** Things with names near unknown or removed ones; empty if there are none. */
async function nearSection(
  slugs: readonly string[],
  context: PageContext,
  revision: RevisionNumber,
  place: Place,
): Promise<readonly Markup[]> {
  const near = await nearNames(slugs.join(' '), context, revision)
  if (near.length === 0) return []
  const opens = place === 'frame' ? NEW_TAB : {}
  const list = await searchResultList(near, context, revision, undefined, undefined, opens)
  return [el('h2', {}, context.messages.ui.near), list]
}

async function storyLinks(
  { store, messages, links }: PageContext,
  revision: RevisionNumber,
  link: (href: string, words: string) => Markup,
): Promise<readonly Markup[]> {
  const { ui, tag } = messages
  const { items } = await store.storyPage({ limit: STORIES, backwards: false, cursor: null }, revision)
  if (items.length === 0) return []
  const words = items.map(({ id, title }) =>
    link(links.page({ kind: 'story', slug: id }), pickText(title, tag)?.value ?? id),
  )
  return [
    el('h2', {}, ui.stories),
    el(
      'ul',
      {},
      words.map((one) => el('li', {}, one)),
    ),
  ]
}

const NEW_TAB = { target: '_blank', rel: 'noopener' }
const linkIn =
  (place: Place) =>
  (href: string, words: string): Markup =>
    el('a', { href, ...(place === 'frame' ? NEW_TAB : {}) }, words)

/** Links to a search for the words of the path, and to the home page. */
function waysOut(wanted: string, { messages }: PageContext, link: (href: string, words: string) => Markup): Markup {
  const { ui, tag } = messages
  const words = queryTerms(wanted.slice(0, 100)).join(' ')
  return el(
    'p',
    { class: 'site-out' },
    words !== '' && [link(`/search?lang=${tag}&q=${encodeURIComponent(words)}`, ui.searchFor(words)), ' · '],
    link(`/?lang=${tag}`, `${ui.site}: ${ui.home}`),
  )
}

/** Path of the page in another language; the home page for a path that is not ours. */
function pathOf(kind: TopicKind | null, wanted: string, language: string, { asOf }: PageContext): string {
  if (kind === null) return `/?lang=${language}`
  const links = linksIn(language, asOf)
  if (kind === 'compare') return links.compare(wanted.split(' '))
  return links.page({ kind: kind === 'network' ? 'entity' : kind, slug: wanted })
}

/** Page of a missing or removed thing, with status 404 or 410. @param kind null for a path that is not ours */
export async function absentPage(kind: TopicKind | null, wanted: string, context: PageContext): Promise<Page> {
  const { messages, assets } = context
  const { status, title, content } = await absence(kind, wanted, context, 'page')
  const requested = queryTerms(wanted.slice(0, 100)).join(' ')
  return {
    status,
    html: htmlDocument({
      messages,
      title: `${title} – ${messages.ui.site}`,
      description: title,
      ...siteParts(assets),
      canonical: null,
      head: [],
      body: [
        sitePage(messages, {
          alternates: (language) => pathOf(kind, wanted, language, context),
          section: null,
          crumbs: [],
          content,
          side: [],
          searched: requested,
        }),
      ],
      scripts: [],
      indexed: false,
    }),
  }
}
