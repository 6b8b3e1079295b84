import { PATH_KINDS, type PathKind } from '../domain/thing-kind.ts'

/** Kinds of things with a feed: all that have a page. */
export const FEED_KINDS = PATH_KINDS
export type FeedKind = PathKind

/** Feeds of the whole database: the last changed claims, and the last corrections. */
export const DATABASE_FEEDS = ['all', 'corrections'] as const
export type DatabaseFeed = (typeof DATABASE_FEEDS)[number]

/** Feed of a thing or of the database. */
export type FeedTarget = { readonly kind: FeedKind; readonly slug: string } | { readonly kind: DatabaseFeed }

/**
 * Path of a feed, such as `/feed/story/x.atom?lang=en`.
 * @param after cursor of one of its further pages; null for the first one
 */
export const feedPath = (target: FeedTarget, language: string, after: string | null = null): string => {
  const name = `${target.kind}${'slug' in target ? `/${encodeURIComponent(target.slug)}` : ''}`
  return `/feed/${name}.atom?lang=${language}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`
}
