import { toSlug } from '../../domain/slug.ts'
import type { PageCursor } from '../../domain/store/page.ts'
import { nameOf } from '../../sentences/names.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { capitalised, pickText } from '../../text/languages.ts'
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
import { listOfClaims } from './claims-part.ts'
import { exportBlocks } from './export-blocks.ts'
import { relationsAndHistory } from './history-part.ts'
import { partiesBlock } from './parties-block.ts'
import { storiesBlock } from './stories-of.ts'

/** Claims of one page. */
const PAGE_SIZE = 50

/** Page of a data category or a use, with the claims that name it or a narrower one. Null for an unknown slug. */
export async function conceptPage(
  kind: 'data' | 'use',
  slug: string,
  after: PageCursor | null,
  context: PageContext,
): Promise<Page | null> {
  const { store, messages, assets, asOf, links } = context
  const { ui, tag } = messages
  const [revision, current] = await Promise.all([store.revisionAt(asOf), store.revisionAt(null)])
  const conceptKind = kind === 'data' ? 'DataCategory' : 'Use'
  const id = toSlug(slug)
  const [concept] = await store.concepts(conceptKind, [id], revision)
  if (!concept) return null
  const ids = await store.narrowerConcepts(conceptKind, id, revision)
  const filter = kind === 'data' ? { data: ids } : { uses: ids }
  const [page, total] = await Promise.all([
    store.claimPage(filter, 'MOST_CONTESTED', pageAfter(PAGE_SIZE, after), revision),
    store.countClaims(filter, revision),
  ])
  const names = await namesOfClaims(store, page.items, revision)
  const own = links.page({ kind, slug: id })
  const topic: PageTopic = {
    kind,
    slug: id,
    title: nameOf(concept, tag),
    summary: pickText(concept.definition, tag)?.value ?? '',
    permalink: links.now.page({ kind, slug: id }),
    url: own,
    removalKeys: [{ parent: conceptKind, ids }],
    claims: page.items,
    complete: true,
    further: NOTHING_FURTHER,
  }
  const options = { messages, limit: NOTICES_ON_PAGE, isPart: page.hasMore || after !== null }
  const notices = await timeNotices(store, topic, { asOf, revision, current }, options)
  const hrefOf = (cursor: string | null): string => `${own}${cursor === null ? '' : `&after=${cursor}`}`
  const lead: readonly (Markup | false)[] = [
    el('h1', { id: 'title' }, capitalised(topic.title, context.messages.tag)),
    topic.summary !== '' && el('p', { class: 'site-summary' }, topic.summary),
    ...notices.map(noticeLine),
    (await thingDetails(topic, context, revision)) ?? false,
  ]
  const attributions = attributionsOf(page.items, names)
  const content = [
    el(
      'section',
      { 'aria-labelledby': 'claims' },
      el('h2', { id: 'claims' }, ui.things.claimsHeading(total)),
      total === 0 ? el('p', {}, ui.noClaims) : await listOfClaims(page.items, 'claims', names, context),
    ),
    nextPage(page, after === null, hrefOf, messages),
    ...(await relationsAndHistory(topic, attributions, context, revision)),
    ...attributionLines(attributions),
  ]
  const exported = await exportBlocks(topic, context, revision)
  const side = [
    partiesBlock(page.items, names, context),
    await storiesBlock({ claims: page.items, isComplete: total <= page.items.length }, context, revision),
    ...exported.blocks,
  ]
  const crumbs = [
    { text: ui.header.sections.data, href: links.own(`/data?lang=${tag}`) },
    { text: ui.things.concepts[kind], href: null },
  ]
  const document = { lead, content, side, crumbs, exports: exported.head }
  return permalinkDocument(topic, document, [assets.page], context, revision)
}
