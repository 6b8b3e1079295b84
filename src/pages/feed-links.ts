import { ATOM_TYPE } from '../feeds/atom-document.ts'
import { DATABASE_FEEDS, FEED_KINDS, feedPath } from '../feeds/feed-path.ts'
import { OPENSEARCH_TYPE, openSearchPath } from '../feeds/opensearch.ts'
import type { Messages } from '../messages/en.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import type { PageTopic } from './page-topic.ts'
import { sideBlock } from './parts/side-block.ts'

const FEED_TYPE = ATOM_TYPE.split(';')[0] ?? ATOM_TYPE

const feedLink = (href: string, title: string): Markup => el('link', { rel: 'alternate', type: FEED_TYPE, title, href })

/** Links of the head of every page: to the description of the search, and to the feeds of the database. */
export const discoveryLinks = ({ ui, tag }: Messages): readonly Markup[] => [
  el('link', { rel: 'search', type: OPENSEARCH_TYPE, title: ui.feeds.searchName, href: openSearchPath(tag) }),
  ...DATABASE_FEEDS.map((kind) => feedLink(feedPath({ kind }, tag), `${ui.site}: ${ui.feeds[kind]}`)),
]

/** Path of the feed of a topic. Null for a topic without one. */
function pathOf({ kind, slug }: Pick<PageTopic, 'kind' | 'slug'>, { tag }: Messages): string | null {
  const own = FEED_KINDS.find((one) => one === kind)
  return own === undefined ? null : feedPath({ kind: own, slug }, tag)
}

/** Link of the head to the feed of a topic, which comes before those of the database. */
export function topicFeedLink(topic: Pick<PageTopic, 'kind' | 'slug' | 'title'>, messages: Messages): Markup | false {
  const { feeds } = messages.ui
  const href = pathOf(topic, messages)
  if (href === null) return false
  return feedLink(href, topic.kind === 'claim' ? feeds.history(topic.title) : feeds.changes(topic.title))
}

/** Visible link to the feed of a topic. */
export function followBlock(topic: Pick<PageTopic, 'kind' | 'slug'>, messages: Messages): Markup | false {
  const { feeds } = messages.ui
  const href = pathOf(topic, messages)
  return (
    href !== null &&
    sideBlock(feeds.follow, [
      el('p', {}, feeds.followMeans),
      el('p', {}, el('a', { href, type: FEED_TYPE }, feeds.atom)),
    ])
  )
}
