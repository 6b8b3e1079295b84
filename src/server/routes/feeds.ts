import type { ErrorCode } from '../../domain/errors.ts'
import { toSlug } from '../../domain/slug.ts'
import { KIND_OF_PATH } from '../../domain/thing-kind.ts'
import { ATOM_TYPE, atomDocument } from '../../feeds/atom-document.ts'
import type { Feed } from '../../feeds/feed.ts'
import type { FeedContext } from '../../feeds/feed-context.ts'
import { DATABASE_FEEDS, type DatabaseFeed, FEED_KINDS, type FeedKind } from '../../feeds/feed-path.ts'
import { MAX_SKIP, readDatabaseFeed, readThingFeed, sizeOfFeed } from '../../feeds/read-feed.ts'
import { boundSlug } from '../../pages/bound-slug.ts'
import { canonicalCursor, formatCursor, parseCursor } from '../../pages/page-cursor.ts'
import type { QueryParameters } from '../../text/query-parameters.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { pick } from '../cache/canonical-path.ts'
import { JSON_TYPE } from '../negotiate-type.ts'
import { bodyOf } from '../refusal.ts'
import { CACHEABLE, type CompleteRoute, type RouteRequest } from './route.ts'

/** The first page of a feed is of the current revision. A cursor selects a later page of the same revision. */
const PARAMETERS: QueryParameters = { known: ['lang', 'after'], repeatable: [], foreign: 'REFUSED' }

/** Replaces every text that is no cursor, so that all of them share one cache entry. */
const NO_CURSOR = 'INVALID'

function optionsOf({ query }: Pick<RouteRequest, 'query'>): URLSearchParams {
  const options = pick(query, 'lang')
  const after = query.get('after')
  if (after !== null) options.set('after', canonicalCursor(after) || NO_CURSOR)
  return options
}

/** /feed/all.atom?lang= , /feed/corrections.atom : the last changed claims of the database, and its last corrections. */
const databaseFeed: CompleteRoute = {
  pattern: new RegExp(`^/feed/(${DATABASE_FEEDS.join('|')})\\.atom$`),
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: PARAMETERS,
  options: optionsOf,
  respond: async (request) => {
    const kind = DATABASE_FEEDS.find((one) => one === request.parts[0]) ?? 'all'
    const context = await contextOf(request, kind)
    return context === null ? WRONG_CURSOR : toResponse(await readDatabaseFeed(kind, context))
  },
}

/** /feed/story/x.atom?lang= : the last changed claims of a thing; /feed/claim/x.atom : the history of a claim. */
const thingFeed: CompleteRoute = {
  pattern: new RegExp(`^/feed/(${FEED_KINDS.join('|')})/([^/]+)\\.atom$`),
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: PARAMETERS,
  options: optionsOf,
  respond: async (request) => {
    const [kindText, wanted = ''] = request.parts
    const kind = FEED_KINDS.find((one) => one === kindText) ?? 'story'
    const slug = boundSlug(kind, wanted)
    const context = await contextOf(request, kind)
    if (context === null) return WRONG_CURSOR
    const feed = await readThingFeed(kind, slug, context)
    if (feed !== null) return toResponse(feed)
    const [lifetime] = await context.store.lifetimes(KIND_OF_PATH[kind], [toSlug(slug)], context.revision)
    return lifetime?.removedIn == null ? NONE : REMOVED
  },
}

/** Returns the page that a request names; null for a cursor that no page of a feed of the kind has. */
async function contextOf(
  { context, messages, publicUrl, query }: RouteRequest,
  kind: DatabaseFeed | FeedKind,
): Promise<FeedContext | null> {
  const { store, now } = context
  const [newest, revisions] = await Promise.all([store.revisionAt(null), store.revisions()])
  const after = query.get('after')
  const cursor = after === null ? { key: `${kind} ${newest}`, id: '0' } : parseCursor(after)
  const revision = revisions.find(({ number }) => cursor?.key === `${kind} ${number}`)?.number ?? newest
  const skip = /^\d{1,4}$/.test(cursor?.id ?? '') ? Number(cursor?.id) : Number.NaN
  const isPage = skip <= MAX_SKIP && skip % sizeOfFeed(kind) === 0 && (skip > 0 || after === null)
  if (cursor?.key !== `${kind} ${revision}` || !isPage) return null
  const cursorAfter = (entries: number): string => formatCursor({ key: `${kind} ${revision}`, id: String(entries) })
  return { store, messages, publicUrl, now, revision, revisions, skip, cursorAfter }
}

const toResponse = (feed: Feed): RawResponse => ({
  status: 200,
  headers: { ...CACHEABLE, 'Content-Type': ATOM_TYPE },
  body: atomDocument(feed),
})

const refusal = (status: 400 | 404 | 410, message: string, code: ErrorCode = 'NOT_FOUND'): RawResponse => ({
  status,
  headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  body: bodyOf({ code, message }),
})
const WRONG_CURSOR = refusal(
  400,
  'after is no cursor of this feed: begin without it, and follow the links to the next page.',
  'BAD_CURSOR',
)
const NONE = refusal(404, 'There is nothing of that name to follow. The changes of everything are at /feed/all.atom.')
const REMOVED = refusal(410, 'This was removed. Removals are at /feed/corrections.atom.')

/** Routes of all feeds. */
export const feedRoutes: readonly CompleteRoute[] = [databaseFeed, thingFeed]
