import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { PageCursor } from '../../domain/store/page.ts'
import type { Story } from '../../domain/story.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { el } from '../../widgets/html/markup.ts'
import type { Page, PageContext } from '../page.ts'
import { formatCursor, pageAfter } from '../page-cursor.ts'
import { type PageTopic, readTopic } from '../page-topic.ts'
import { nextPage } from '../parts/next-page.ts'
import { storyPreview } from '../parts/story-preview.ts'
import { recordedRevision } from '../sections/cite-search.ts'
import { listPage, listPath } from './list-page.ts'

/** Stories on one page: each has a picture. */
const PAGE_SIZE = 10
/** Claims in the picture of a story. */
const PICTURED = 2
/** Claims that are read for the picture of a story. */
const READ = 60

/** /stories */
export async function storyListPage(after: PageCursor | null, context: PageContext): Promise<Page> {
  const { store, asOf, messages } = context
  const { ui } = messages
  const revision = await store.revisionAt(asOf)
  const [page, total] = await Promise.all([
    store.storyPage(pageAfter(PAGE_SIZE, after), revision),
    store.countStories(revision),
  ])
  const topics = await Promise.all(page.items.map((story) => topicOf(story, revision, context)))
  const all = topics.flatMap(({ claims }) => claims)
  const names = await namesOfClaims(store, all, revision)
  const previewed = await mapInSlices(topics, async (topic) => {
    const idPrefix = `${topic.slug}-`
    const { title, summary, url } = topic
    return el(
      'li',
      {},
      el('h2', { id: `${idPrefix}title` }, el('a', { href: url }, title)),
      summary !== '' && el('p', {}, summary),
      ...(await storyPreview({ topic, names, limit: PICTURED, idPrefix, revision }, context)),
    )
  })
  const content = [
    el('ul', { class: 'site-stories' }, previewed),
    nextPage(page, after === null, (cursor) => listPath('/stories', cursor, context), messages),
  ]
  const rest = after === null ? '' : `&after=${formatCursor(after)}`
  const cited = { total, revision: await recordedRevision(revision, context) }
  const summary = ui.things.lists.stories(total)
  return listPage(
    { section: 'stories', path: '/stories', rest, title: ui.stories, summary, content, read: cited },
    context,
  )
}

/** Topic of a story with its first claims, and with those that the editor chose. */
async function topicOf(
  story: Story,
  revision: RevisionNumber,
  { store, messages, asOf }: PageContext,
): Promise<PageTopic> {
  const request = { kind: 'story', slug: story.id, messages, revision, asOf, maxClaims: READ } as const
  const [topic, chosen] = await Promise.all([
    readTopic(store, request),
    store.claims(story.pictureIds.slice(0, PICTURED), revision),
  ])
  if (!topic) throw new Error(`The story ${story.id} is in the list and not in the database.`)
  const claims = new Map([...topic.claims, ...chosen.filter((one) => one !== null)].map((one) => [one.claim.id, one]))
  return { ...topic, claims: [...claims.values()] }
}
