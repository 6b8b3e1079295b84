import type { RevisionNumber } from '../../domain/revision-number.ts'
import { toSlug } from '../../domain/slug.ts'
import { contestKey, standingsOf } from '../../domain/standing.ts'
import type { PageCursor } from '../../domain/store/page.ts'
import { namesOfClaims } from '../../sentences/names-of-claims.ts'
import { statusLabel } from '../../sentences/status-label.ts'
import { formatList } from '../../text/languages.ts'
import { mapInSlices } from '../../thread/slices.ts'
import { claimList } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import { attributionsOf } from '../attributions-of.ts'
import { namedLinks } from '../named-links.ts'
import type { PageContext } from '../page.ts'
import type { PageTopic } from '../page-topic.ts'
import { attributionLines } from '../sections/attribution-lines.ts'
import { type StoryRequest, storyPath } from './story-request.ts'

/** Claims of one page of the list. Twenty of the seeds take less than 6,000 px. */
const PAGE_SIZE = 20

/** Claims of a story by page, the most contested first, with the statuses that the request names. */
export async function listTab(
  { slug, url }: Pick<PageTopic, 'slug' | 'url'>,
  request: StoryRequest,
  revision: RevisionNumber,
  context: PageContext,
): Promise<readonly (Markup | false)[]> {
  const { store, messages, links } = context
  const { statuses, after } = request
  const words = messages.ui.storyPage
  const filter = { story: toSlug(slug), standings: standingsOf(statuses.length === 0 ? {} : { names: statuses }) }
  const cursor = await cursorAfter(after, revision, context)
  const page = { limit: PAGE_SIZE, backwards: false, cursor }
  const { items, hasMore } = await store.claimPage(filter, 'MOST_CONTESTED', page, revision)
  const names = await namesOfClaims(store, items, revision)
  const cards = await mapInSlices(items, (details) => claimCard(details, names, messages, links))
  const last = items.at(-1)
  const whole = storyPath(url, { tab: 'list', statuses: [], after: null })
  const first = storyPath(url, { ...request, after: null })
  return [
    statuses.length > 0 &&
      el(
        'p',
        { class: 'sanad-notice' },
        words.only(
          formatList(
            statuses.map((name) => statusLabel(name, messages)),
            messages.tag,
          ),
        ),
        ' ',
        el('a', { href: whole }, words.seeAll),
      ),
    cards.length === 0
      ? el('p', { id: 'list', class: 'sanad-none' }, messages.ui.noClaims)
      : await claimList(cards, messages, '', false, namedLinks(items, names, messages, links)),
    (cursor !== null || hasMore) &&
      el(
        'nav',
        { class: 'site-pager', 'aria-label': words.pages },
        cursor !== null && el('a', { href: first }, words.firstPage),
        hasMore &&
          last !== undefined &&
          el('a', { href: storyPath(url, { ...request, after: last.claim.id }), rel: 'next' }, words.nextPage),
      ),
    ...attributionLines(attributionsOf(items, names)),
  ]
}

/** Place in the list after a claim; null for the beginning, and after a claim that the record lacks. */
async function cursorAfter(
  after: string | null,
  revision: RevisionNumber,
  { store }: PageContext,
): Promise<PageCursor | null> {
  if (after === null) return null
  const [details] = await store.claims([toSlug(after)], revision)
  return details ? { key: contestKey(details.status), id: details.claim.id } : null
}
