import { rankHits } from '../domain/search-rank.ts'
import { queryTerms } from '../text/fold.ts'
import { el, type Markup } from '../widgets/markup.ts'
import { htmlDocument, sitePage } from './document.ts'
import type { Page, PageContext } from './page.ts'
import { hitList } from './search-results.ts'

const NEAR = 8
const LOOKED_AT = 200

/** What a reader of a mistyped or dead address needs: near names, and a search. */
export async function notFoundContent(wanted: string, context: PageContext): Promise<readonly Markup[]> {
  const { messages, store } = context
  const { ui } = messages
  const at = await store.revisionAt(context.asOf)
  const words = queryTerms(wanted.slice(0, 200).replaceAll('-', ' '))
  // Any of the words will do: whoever misses an address has most of it right.
  const found = await Promise.all(words.slice(0, 4).map((word) => store.searchCandidates([word], LOOKED_AT, at)))
  const candidates = new Map(found.flatMap((f) => f.candidates).map((c) => [`${c.kind}:${c.id}`, c]))
  const near = rankHits([...candidates.values()], words, messages.tag).slice(0, NEAR)
  return [
    el('h1', {}, ui.notFound),
    el('p', {}, ui.notFoundHelp(wanted.slice(0, 100))),
    ...(near.length === 0 ? [] : [el('h2', {}, ui.near), await hitList(near, context, at)]),
  ]
}

export async function notFoundPage(wanted: string, context: PageContext): Promise<Page> {
  const { messages, assets } = context
  const content = await notFoundContent(wanted, context)
  return {
    status: 404,
    html: htmlDocument({
      messages,
      title: messages.ui.notFound,
      description: messages.ui.notFound,
      theme: 'auto',
      canonical: null,
      head: [],
      body: [sitePage(messages, (language) => `/?lang=${language}`, content)],
      bodyClass: 'site',
      icon: assets.icon,
      stylesheets: [assets.style],
      scripts: [],
      indexed: false,
    }),
  }
}
