import type { RevisionNumber } from '../domain/revision-number.ts'
import { formatDate, pickText } from '../text/languages.ts'
import { queryTerms } from '../text/search-text.ts'
import { firstUnits } from '../text/short-message.ts'
import { noticeLine } from '../widgets/html/figure.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { linksIn } from '../widgets/view/links.ts'
import { htmlDocument, sitePage, siteParts } from './document.ts'
import { frontParts } from './home/front-parts.ts'
import type { Page, PageContext } from './page.ts'
import { findHits } from './search-hits.ts'
import { searchResultList } from './sections/search-results.ts'
import { cardHead, homeCardPath } from './social-head.ts'

const STORIES = 50
const HITS = 50
/** Maximum length of a search in UTF-16 units; its first eight words count. */
const MAX_SEARCHED = 200

/** Search text, cut to the maximum length. */
const searchText = (query: string): string => firstUnits(query.trim(), MAX_SEARCHED)

/** Home page: a featured story, questions, and the contents of the database; or the results of a search. */
export async function homePage(query: string, context: PageContext): Promise<Page> {
  const { messages, assets, publicUrl } = context
  const { ui, tag } = messages
  const revision = await context.store.revisionAt(context.asOf)
  const text = searchText(query)
  const live = (language: string): string => `/?lang=${language}${text === '' ? '' : `&q=${encodeURIComponent(text)}`}`
  const path = (language: string): string => linksIn(language, context.asOf).own(live(language))
  const notices = pinned(live(tag), context)
  const parts =
    text === ''
      ? await frontParts(notices, context, revision)
      : {
          lead: [el('h1', { class: 'home-motto' }, ui.tagline), ...notices],
          content: await results(text, context, revision),
          side: [],
        }
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: text === '' ? `${ui.site}: ${ui.tagline}` : `${ui.search}: ${text} – ${ui.site}`,
      description: ui.tagline,
      ...siteParts(assets),
      canonical: `${publicUrl}${live(tag)}`,
      head: cardHead(ui.site, ui.tagline, `${publicUrl}/?lang=${tag}`, homeCardPath(tag), context),
      body: [sitePage(messages, { alternates: path, section: null, crumbs: [], searched: text, ...parts })],
      scripts: [],
      indexed: text === '',
    }),
  }
}

/** Notice about an older state, with a link to the current one. */
function pinned(live: string, { messages: { ui, tag }, asOf }: PageContext): readonly Markup[] {
  if (asOf === null) return []
  return [
    noticeLine({ kind: 'PINNED', text: ui.pinnedAt(formatDate(asOf, tag)), href: null }),
    noticeLine({ kind: 'PINNED', text: ui.seeCurrent, href: live }),
  ]
}

async function storyList(context: PageContext, revision: RevisionNumber): Promise<readonly Markup[]> {
  const { store, messages } = context
  const { ui, tag } = messages
  const { items } = await store.storyPage({ limit: STORIES, backwards: false, cursor: null }, revision)
  return [
    el('h2', {}, ui.stories),
    el(
      'ul',
      { class: 'site-stories' },
      items.map((story) =>
        el(
          'li',
          {},
          el(
            'h3',
            {},
            el(
              'a',
              { href: context.links.page({ kind: 'story', slug: story.id }) },
              pickText(story.title, tag)?.value ?? story.id,
            ),
          ),
          el('p', {}, pickText(story.summary, tag)?.value ?? ''),
        ),
      ),
    ),
  ]
}

async function results(text: string, context: PageContext, revision: RevisionNumber): Promise<readonly Markup[]> {
  const { ui } = context.messages
  const terms = queryTerms(text)
  const { hits, total } = await findHits(terms, { shown: HITS }, context, revision)
  if (total === 0) return [el('p', { role: 'status' }, ui.nothingFound(text)), ...(await storyList(context, revision))]
  return [
    el('div', { role: 'status' }, el('h2', {}, ui.results(total))),
    await searchResultList(hits, context, revision),
  ]
}
