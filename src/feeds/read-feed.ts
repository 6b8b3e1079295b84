import type { ClaimDetails } from '../domain/claim-details.ts'
import { readOriginalSlugs } from '../domain/original-slugs.ts'
import { toSlug } from '../domain/slug.ts'
import { KIND_OF_PATH } from '../domain/thing-kind.ts'
import { claimEntries } from './claim-entries.ts'
import { claimHistory } from './claim-history.ts'
import { lastCorrections, removalEntries } from './correction-entries.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { type FeedContext, instantOf, pageUrl } from './feed-context.ts'
import { type DatabaseFeed, type FeedKind, type FeedTarget, feedPath } from './feed-path.ts'
import { type FeedTopic, readFeedTopic } from './feed-topic.ts'
import { tagUri } from './tag-uri.ts'

/** Entries of one feed. Earlier ones are on the pages. */
export const MAX_ENTRIES = 50
/** Entries of the history of one claim, each of which is read at its own revision. */
export const MAX_HISTORY = 20

/** Reads the feed of the whole database. */
export async function readDatabaseFeed(kind: DatabaseFeed, context: FeedContext): Promise<Feed> {
  const { messages, publicUrl, revision } = context
  const { feeds, site } = messages.ui
  const page = `${publicUrl}/?lang=${messages.tag}`
  const id = tagUri(publicUrl, messages.tag, 'feed', kind)
  const [title, subtitle] = kind === 'all' ? [feeds.all, feeds.allMeans] : [feeds.corrections, feeds.correctionsMeans]
  const entries = kind === 'all' ? await lastChanges(context) : await lastCorrections(MAX_ENTRIES, context)
  const named = { id, title: `${site}: ${title}`, subtitle, page }
  return toFeed({ kind }, named, entries, instantOf(revision, context), context)
}

/** The last changed claims of the database, and those that were removed. */
async function lastChanges(context: FeedContext): Promise<readonly FeedEntry[]> {
  const { store, revision } = context
  const [claims, removed] = await Promise.all([
    store.lastChangedClaims({}, MAX_ENTRIES, revision),
    store.lastRemovedClaims(MAX_ENTRIES, revision),
  ])
  return newest([await claimEntries(claims, context), await removalEntries(removed, context)])
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
  const entries =
    topic.claim === null ? await changesOf(topic, context) : await claimHistory(topic.claim, MAX_HISTORY, context)
  const recorded = lifetime ? instantOf(lifetime.recordedIn, context) : null
  return toFeed({ kind, slug: id }, named, entries, recorded, context)
}

/** The last changed claims of a topic, and those that were removed. */
async function changesOf({ filters, removals }: FeedTopic, context: FeedContext): Promise<readonly FeedEntry[]> {
  const { store, revision } = context
  const [lists, removed] = await Promise.all([
    Promise.all(filters.map((filter) => store.lastChangedClaims(filter, MAX_ENTRIES, revision))),
    Promise.all(removals.map(({ parent, ids }) => store.removedClaims(parent, ids, MAX_ENTRIES, revision))),
  ])
  const claims = new Map(lists.flat().map((details): [string, ClaimDetails] => [details.claim.id, details]))
  const gone = new Map(removed.flat().map((one) => [one.id, one]))
  return newest([await claimEntries([...claims.values()], context), await removalEntries([...gone.values()], context)])
}

const newest = (lists: readonly (readonly FeedEntry[])[]): readonly FeedEntry[] =>
  lists
    .flat()
    .sort((a, b) => (a.updated === b.updated ? compare(a.id, b.id) : compare(b.updated, a.updated)))
    .slice(0, MAX_ENTRIES)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** @param recorded instant for a feed without entries; null for an empty database, of which the day of the request is true */
function toFeed(
  target: FeedTarget,
  named: Pick<Feed, 'id' | 'title' | 'subtitle' | 'page'>,
  entries: readonly FeedEntry[],
  recorded: string | null,
  { messages, publicUrl, now }: FeedContext,
): Feed {
  return {
    ...named,
    updated: entries[0]?.updated ?? recorded ?? `${now.toISOString().slice(0, 10)}T00:00:00.000Z`,
    self: `${publicUrl}${feedPath(target, messages.tag)}`,
    language: messages.tag,
    publisher: { name: messages.ui.site, url: publicUrl, icon: `${publicUrl}/favicon.ico` },
    entries,
  }
}
