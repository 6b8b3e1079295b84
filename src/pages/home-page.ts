import { linksIn } from '../widgets/view/links.ts'
import { htmlDocument, sitePage, siteParts } from './document.ts'
import { frontParts } from './home/front-parts.ts'
import type { Page, PageContext } from './page.ts'
import { pinnedNotice } from './sections/pinned-notice.ts'
import { cardHead, homeCardPath } from './social-head.ts'

/** Home page: a featured story, questions, and the contents of the database. */
export async function homePage(context: PageContext): Promise<Page> {
  const { messages, assets, publicUrl } = context
  const { ui, tag } = messages
  const revision = await context.store.revisionAt(context.asOf)
  const live = (language: string): string => `/?lang=${language}`
  const path = (language: string): string => linksIn(language, context.asOf).own(live(language))
  const parts = await frontParts(pinnedNotice(live(tag), context), context, revision)
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
