import type { PageCursor } from '../../domain/store/page.ts'
import { nameOf } from '../../sentences/names.ts'
import { pickText } from '../../text/languages.ts'
import { el } from '../../widgets/html/markup.ts'
import type { Page, PageContext } from '../page.ts'
import { formatCursor, pageAfter } from '../page-cursor.ts'
import { nextPage } from '../parts/next-page.ts'
import { recordedRevision } from '../sections/cite-search.ts'
import { listPage, listPath } from './list-page.ts'

const PAGE_SIZE = 50

/** /entities, by name, each with the number of claims that it makes and of those about it. */
export async function entityListPage(after: PageCursor | null, context: PageContext): Promise<Page> {
  const { store, messages, links, asOf } = context
  const { ui, tag } = messages
  const revision = await store.revisionAt(asOf)
  const [page, total] = await Promise.all([
    store.entityPage({}, 'NAME', pageAfter(PAGE_SIZE, after), revision),
    store.countEntities({}, revision),
  ])
  const ids = page.items.map(({ id }) => id)
  const [says, about] = await Promise.all([
    store.countClaimsOf('Claimant', ids, revision),
    store.countClaimsOf('About', ids, revision),
  ])
  const content = [
    el(
      'ul',
      { class: 'site-list' },
      page.items.map((entity, i) => {
        const own = links.page({ kind: 'entity', slug: entity.id })
        const description = pickText(entity.description, tag)?.value
        return el(
          'li',
          {},
          el('a', { class: 'site-list-name', href: own }, nameOf(entity, tag)),
          el(
            'small',
            {},
            [ui.things.kinds[entity.kind], ...(description === undefined ? [] : [description])].join(' · '),
          ),
          el(
            'span',
            { class: 'site-list-counts' },
            el('a', { href: own }, ui.things.says(says[i] ?? 0)),
            ' ',
            el('a', { href: `${own}&view=about` }, ui.things.about(about[i] ?? 0)),
          ),
        )
      }),
    ),
    nextPage(page, after === null, (cursor) => listPath('/entities', cursor, context), messages),
  ]
  const title = ui.header.sections.entities
  const rest = after === null ? '' : `&after=${formatCursor(after)}`
  const summary = ui.things.lists.entities(total)
  const read = { total, revision: await recordedRevision(revision, context) }
  return listPage({ section: 'entities', path: '/entities', rest, title, summary, content, read }, context)
}
