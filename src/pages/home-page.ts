import { formatDate } from '../text/languages.ts'
import { noticeLine } from '../widgets/html/figure.ts'
import type { Markup } from '../widgets/html/markup.ts'
import { linksIn } from '../widgets/view/links.ts'
import { htmlDocument, sitePage, siteParts } from './document.ts'
import { frontParts } from './home/front-parts.ts'
import type { Page, PageContext } from './page.ts'
import { cardHead, homeCardPath } from './social-head.ts'

/** Home page: a featured story, questions, and the contents of the database. */
export async function homePage(context: PageContext): Promise<Page> {
  const { messages, assets, publicUrl } = context
  const { ui, tag } = messages
  const revision = await context.store.revisionAt(context.asOf)
  const live = (language: string): string => `/?lang=${language}`
  const path = (language: string): string => linksIn(language, context.asOf).own(live(language))
  const parts = await frontParts(pinned(live(tag), context), context, revision)
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${ui.site}: ${ui.tagline}`,
      description: ui.tagline,
      ...siteParts(assets),
      canonical: `${publicUrl}${live(tag)}`,
      head: cardHead(ui.site, ui.tagline, `${publicUrl}/?lang=${tag}`, homeCardPath(tag), context),
      body: [sitePage(messages, { alternates: path, section: null, crumbs: [], searched: '', ...parts })],
      scripts: [],
      indexed: true,
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
