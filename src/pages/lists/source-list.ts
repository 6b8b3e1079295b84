import type { PageCursor } from '../../domain/store/page.ts'
import { nameOf } from '../../sentences/names.ts'
import { formatDate } from '../../text/languages.ts'
import { el } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import type { Page, PageContext } from '../page.ts'
import { formatCursor, pageAfter } from '../page-cursor.ts'
import { nextPage } from '../parts/next-page.ts'
import { recordedRevision } from '../sections/cite-search.ts'
import { listPage, listPath } from './list-page.ts'

const PAGE_SIZE = 50

/** /sources, newest first, each with its publisher and the number of claims that it has assertions on. */
export async function sourceListPage(after: PageCursor | null, context: PageContext): Promise<Page> {
  const { store, messages, links, asOf } = context
  const { ui, tag } = messages
  const revision = await store.revisionAt(asOf)
  const [page, total] = await Promise.all([
    store.sourcePage({}, 'NEWEST', pageAfter(PAGE_SIZE, after), revision),
    store.countSources({}, revision),
  ])
  const publishers = [...new Set(page.items.flatMap(({ publishedBy }) => publishedBy ?? []))]
  const [counts, entities] = await Promise.all([
    store.countClaimsOf(
      'Source',
      page.items.map(({ id }) => id),
      revision,
    ),
    store.entities(publishers, revision),
  ])
  const nameOfPublisher = (id: string | null): string | null => {
    const entity = entities.find((one) => one?.id === id)
    return entity ? nameOf(entity, tag) : id
  }
  const content = [
    el(
      'ul',
      { class: 'site-list' },
      page.items.map((source, i) => {
        const { publishedAt } = source
        const publisher = nameOfPublisher(source.publishedBy)
        return el(
          'li',
          {},
          el(
            'a',
            { class: 'site-list-name', href: links.page({ kind: 'source', slug: source.id }) },
            sourceTitle(source, messages),
          ),
          el(
            'small',
            {},
            [
              ui.things.sourceKinds[source.kind],
              ...(publisher === null ? [] : [publisher]),
              publishedAt === null ? ui.things.noDateInSource : formatDate(publishedAt, tag),
            ].join(' · '),
          ),
          el('span', { class: 'site-list-counts' }, ui.things.claims(counts[i] ?? 0)),
        )
      }),
    ),
    nextPage(page, after === null, (cursor) => listPath('/sources', cursor, context), messages),
  ]
  const rest = after === null ? '' : `&after=${formatCursor(after)}`
  const summary = ui.things.lists.sources(total)
  const read = { total, revision: await recordedRevision(revision, context) }
  return listPage({ section: 'sources', path: '/sources', rest, title: ui.sources, summary, content, read }, context)
}
