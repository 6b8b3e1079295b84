import { rankHits } from '../domain/search-rank.ts'
import { queryTerms } from '../text/fold.ts'
import { pickText } from '../text/languages.ts'
import { el, type Markup } from '../widgets/markup.ts'
import { pagePath } from '../widgets/paths.ts'
import { htmlDocument, sitePage } from './document.ts'
import type { Page, PageContext } from './page.ts'
import { hitList } from './search-results.ts'
import { cardHead, homeCardPath } from './social-head.ts'

const STORIES = 50
const HITS = 50
const LOOKED_AT = 1000

/** Search and the stories. */
export async function homePage(query: string, context: PageContext): Promise<Page> {
  const { messages, assets, publicUrl } = context
  const { ui, tag } = messages
  const at = await context.store.revisionAt(context.asOf)
  const asked = query.trim().slice(0, 200)
  const content = asked === '' ? await storyList(context, at) : await results(asked, context, at)
  const path = (language: string): string =>
    `/?lang=${language}${asked === '' ? '' : `&q=${encodeURIComponent(asked)}`}`
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: asked === '' ? `${ui.site}: ${ui.tagline}` : `${ui.search}: ${asked} – ${ui.site}`,
      description: ui.tagline,
      theme: 'auto',
      canonical: `${publicUrl}${path(tag)}`,
      head: cardHead(ui.site, ui.tagline, `${publicUrl}/?lang=${tag}`, homeCardPath(tag), context),
      body: [sitePage(messages, path, [el('h1', {}, ui.tagline), ...content], asked)],
      bodyClass: 'site',
      icon: assets.icon,
      stylesheets: [assets.style],
      scripts: [],
      indexed: asked === '',
    }),
  }
}

async function storyList({ store, messages }: PageContext, at: number): Promise<readonly Markup[]> {
  const { ui, tag } = messages
  const { items } = await store.storyPage({ limit: STORIES, backwards: false, cursor: null }, at)
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
              { href: pagePath({ kind: 'story', slug: story.id }, tag) },
              pickText(story.title, tag)?.value ?? story.id,
            ),
          ),
          el('p', {}, pickText(story.summary, tag)?.value ?? ''),
        ),
      ),
    ),
  ]
}

async function results(asked: string, context: PageContext, at: number): Promise<readonly Markup[]> {
  const { ui, tag } = context.messages
  const terms = queryTerms(asked)
  const { candidates } = await context.store.searchCandidates(terms, LOOKED_AT, at)
  const hits = rankHits(candidates, terms, tag)
  if (hits.length === 0) return [el('p', { role: 'status' }, ui.nothingFound(asked)), ...(await storyList(context, at))]
  return [
    el('div', { role: 'status' }, el('h2', {}, ui.results(hits.length))),
    await hitList(hits.slice(0, HITS), context, at),
  ]
}
