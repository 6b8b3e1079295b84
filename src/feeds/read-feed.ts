import { readOriginalSlugs } from '../domain/original-slugs.ts'
import { toSlug } from '../domain/slug.ts'
import { KIND_OF_PATH } from '../domain/thing-kind.ts'
import { claimHistory } from './claim-history.ts'
import { lastCorrections } from './correction-entries.ts'
import type { Feed, FeedPart } from './feed.ts'
import { type FeedContext, instantOf, pageUrl } from './feed-context.ts'
import { type DatabaseFeed, type FeedKind, type FeedTarget, feedPath } from './feed-path.ts'
import { readFeedTopic } from './feed-topic.ts'
import { lastChanges } from './last-changes.ts'
import { tagUri } from './tag-uri.ts'

/** Entries of one page of a feed. */
const MAX_ENTRIES = 50
/** The same for the history of one claim, each of which is read at its own revision. */
const MAX_HISTORY = 20

/** Returns the number of entries of a page. */
export const sizeOfFeed = (kind: DatabaseFeed | FeedKind): number => (kind === 'claim' ? MAX_HISTORY : MAX_ENTRIES)

/** Maximum of newer entries before a page: each page reads the ids of all of them. */
export const MAX_SKIP = 2000

/** Reads the feed of the whole database. */
export async function readDatabaseFeed(kind: DatabaseFeed, context: FeedContext): Promise<Feed> {
  const { messages, publicUrl, revision } = context
  const { feeds, site } = messages.ui
  const page = `${publicUrl}/?lang=${messages.tag}`
  const id = tagUri(publicUrl, messages.tag, 'feed', kind)
  const [title, subtitle] = kind === 'all' ? [feeds.all, feeds.allMeans] : [feeds.corrections, feeds.correctionsMeans]
  const part = await (kind === 'all' ? lastChanges(null, MAX_ENTRIES, context) : lastCorrections(MAX_ENTRIES, context))
  const named = { id, title: `${site}: ${title}`, subtitle, page }
  return toFeed({ kind }, named, { ...part, size: MAX_ENTRIES }, instantOf(revision, context), context)
}

/** Reads the feed of a thing. Null for an unknown slug. */
export async function readThingFeed(kind: FeedKind, slug: string, context: FeedContext): Promise<Feed | null> {
  const { store, messages, publicUrl, revision } = context
  const topic = await readFeedTopic(kind, slug, context)
  if (topic === null) return null
  const { feeds } = messages.ui
  const id = toSlug(slug)
  const thing = KIND_OF_PATH[kind]
  const [[original = id], [lifetime]] = await Promise.all([
    readOriginalSlugs(store, thing, [id], revision),
    store.lifetimes(thing, [id], revision),
  ])
  const named = {
    id: tagUri(publicUrl, messages.tag, 'feed', kind, original),
    title: topic.claim === null ? feeds.changes(topic.title) : feeds.history(topic.title),
    subtitle: topic.claim === null ? feeds.changesMeans : feeds.historyMeans,
    page: pageUrl({ kind, slug: id }, null, context),
  }
  const size = sizeOfFeed(kind)
  const part = await (topic.claim === null
    ? lastChanges(topic, size, context)
    : claimHistory(topic.claim, size, context))
  const recorded = lifetime ? instantOf(lifetime.recordedIn, context) : null
  return toFeed({ kind, slug: id }, named, { ...part, size }, recorded, context)
}

/** @param recorded `updated` of a feed without entries; null for an empty database, whose feed has the instant of the request */
function toFeed(
  target: FeedTarget,
  named: Pick<Feed, 'id' | 'title' | 'subtitle' | 'page'>,
  { entries, hasMore, size }: FeedPart & { readonly size: number },
  recorded: string | null,
  { messages, publicUrl, now, skip, cursorAfter }: FeedContext,
): Feed {
  const urlAfter = (count: number): string =>
    `${publicUrl}${feedPath(target, messages.tag, count <= 0 ? null : cursorAfter(count))}`
  const end = skip + size
  return {
    ...named,
    updated: entries[0]?.updated ?? recorded ?? `${now.toISOString().slice(0, 10)}T00:00:00.000Z`,
    self: urlAfter(skip),
    pages: {
      first: urlAfter(0),
      previous: skip === 0 ? null : urlAfter(skip - size),
      next: hasMore && end <= MAX_SKIP ? urlAfter(end) : null,
    },
    language: messages.tag,
    publisher: { name: messages.ui.site, url: publicUrl, icon: `${publicUrl}/favicon.ico` },
    entries,
  }
}
