import type { PageCursor } from '../../domain/store/page.ts'
import { pickText } from '../../text/languages.ts'
import { el } from '../../widgets/html/markup.ts'
import type { Page, PageContext } from '../page.ts'
import { formatCursor, pageAfter } from '../page-cursor.ts'
import { nextPage } from '../parts/next-page.ts'
import { recordedRevision } from '../sections/cite-search.ts'
import { listPage, listPath } from './list-page.ts'

const PAGE_SIZE = 50

/** /stories */
export async function storyListPage(after: PageCursor | null, context: PageContext): Promise<Page> {
  const { store, messages, links, asOf } = context
  const { ui, tag } = messages
  const revision = await store.revisionAt(asOf)
  const [page, total] = await Promise.all([
    store.storyPage(pageAfter(PAGE_SIZE, after), revision),
    store.countStories(revision),
  ])
  const content = [
    el(
      'ul',
      { class: 'site-stories' },
      page.items.map(({ id, title, summary, claimIds }) =>
        el(
          'li',
          {},
          el('h2', {}, el('a', { href: links.page({ kind: 'story', slug: id }) }, pickText(title, tag)?.value ?? id)),
          el('p', {}, pickText(summary, tag)?.value ?? ''),
          el('p', { class: 'site-note' }, ui.things.claims(claimIds.length)),
        ),
      ),
    ),
    nextPage(page, after === null, (cursor) => listPath('/stories', cursor, context), messages),
  ]
  const rest = after === null ? '' : `&after=${formatCursor(after)}`
  const read = { total, revision: await recordedRevision(revision, context) }
  const summary = ui.things.lists.stories(total)
  return listPage({ section: 'stories', path: '/stories', rest, title: ui.stories, summary, content, read }, context)
}
