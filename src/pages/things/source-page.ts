import { hasAssertionIn } from '../../domain/assertion-filters.ts'
import { toSlug } from '../../domain/slug.ts'
import type { PageCursor } from '../../domain/store/page.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { titleOf } from '../../sentences/source-title.ts'
import { noticeLine } from '../../widgets/html/figure.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { attributionsOf } from '../attributions-of.ts'
import { NOTHING_FURTHER } from '../further-claims.ts'
import type { Page, PageContext } from '../page.ts'
import { pageAfter } from '../page-cursor.ts'
import type { PageTopic } from '../page-topic.ts'
import { nextPage } from '../parts/next-page.ts'
import { permalinkDocument } from '../permalink-document.ts'
import { attributionLines } from '../sections/attribution-lines.ts'
import { NOTICES_ON_PAGE, timeNotices } from '../sections/notices.ts'
import { thingDetails } from '../sections/thing-details.ts'
import { exportBlocks } from './export-blocks.ts'
import { relationsAndHistory } from './history-part.ts'
import { partiesBlock } from './parties-block.ts'
import { readInList } from './read-in-list.ts'
import { storiesBlock } from './stories-of.ts'

/** Claims of one page. Those of the article of the seeds take less than 6,000 px. */
const PAGE_SIZE = 24

/** Page of a document: its details, its captures, and what was read in it, in its order. Null for an unknown slug. */
export async function sourcePage(slug: string, after: PageCursor | null, context: PageContext): Promise<Page | null> {
  const { store, messages, assets, asOf, links } = context
  const { ui, tag } = messages
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const id = toSlug(slug)
  const [source] = await store.sources([id], revision)
  if (!source) return null
  const [page, total] = await Promise.all([
    store.claimPage({ source: id, alsoWithdrawn: true }, 'SLUG', pageAfter(PAGE_SIZE, after), revision),
    store.countClaims({ source: id }, revision),
  ])
  const claims = page.items.filter((details) => hasAssertionIn(id, details))
  const names = await namesOfClaims(store, claims, revision)
  const own = links.page({ kind: 'source', slug: id })
  const title = titleOf(source, tag)
  const annotation = { PRINTED: '', TRANSLATED: ui.titleIsTranslated, DESCRIPTION: ui.titleIsDescription }[title.kind]
  const topic: PageTopic = {
    kind: 'source',
    slug: id,
    title: title.value,
    summary: '',
    annotation,
    permalink: links.now.page({ kind: 'source', slug: id }),
    url: own,
    removalKeys: [{ parent: 'Source', ids: [id] }],
    claims,
    complete: true,
    further: { ...NOTHING_FURTHER, unlisted: page.items.filter((details) => !claims.includes(details)) },
  }
  const options = { messages, limit: NOTICES_ON_PAGE, isPart: page.hasMore || after !== null }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, options)
  const hrefOf = (cursor: string | null): string => `${own}${cursor === null ? '' : `&after=${cursor}`}`
  const lead: readonly (Markup | false)[] = [
    el('h1', { id: 'title', lang: title.language === tag ? null : title.language }, topic.title),
    annotation !== '' && el('p', { class: 'site-summary' }, annotation),
    ...notices.map(noticeLine),
    (await thingDetails(topic, context, revision)) ?? false,
  ]
  const attributions = attributionsOf(claims, names)
  const content = [
    el(
      'section',
      { 'aria-labelledby': 'claims' },
      el('h2', { id: 'claims' }, ui.things.readInIt(total)),
      claims.length === 0 ? el('p', {}, ui.noClaims) : await readInList(id, claims, names, context),
    ),
    nextPage(page, after === null, hrefOf, messages),
    ...(await relationsAndHistory(topic, attributions, context, revision)),
    ...attributionLines(attributions),
  ]
  const exported = await exportBlocks(topic, context, revision)
  const side = [
    partiesBlock(claims, names, context),
    await storiesBlock({ claims, isComplete: total <= claims.length }, context, revision),
    ...exported.blocks,
  ]
  const crumbs = [
    { text: ui.header.sections.sources, href: links.own(`/sources?lang=${tag}`) },
    { text: ui.things.sourceKinds[source.kind], href: null },
  ]
  const document = { lead, content, side, crumbs, exports: exported.head }
  return permalinkDocument(topic, document, [assets.page], context, revision)
}
