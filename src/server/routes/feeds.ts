import { toSlug } from '../../domain/slug.ts'
import { KIND_OF_PATH } from '../../domain/thing-kind.ts'
import { ATOM_TYPE, atomDocument } from '../../feeds/atom-document.ts'
import type { Feed } from '../../feeds/feed.ts'
import type { FeedContext } from '../../feeds/feed-context.ts'
import { DATABASE_FEEDS, FEED_KINDS } from '../../feeds/feed-path.ts'
import { readDatabaseFeed, readThingFeed } from '../../feeds/read-feed.ts'
import { boundSlug } from '../../pages/bound-slug.ts'
import type { QueryParameters } from '../../text/query-parameters.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { pick } from '../cache/canonical-path.ts'
import { JSON_TYPE } from '../negotiate-type.ts'
import { bodyOf } from '../refusal.ts'
import { CACHEABLE, type CompleteRoute, type RouteRequest } from './route.ts'

/** A feed is always of the current revision. */
const PARAMETERS: QueryParameters = { known: ['lang'], repeatable: [], foreign: 'REFUSED' }

/** /feed/all.atom?lang= , /feed/corrections.atom : the last changed claims of the database, and its last corrections. */
const databaseFeed: CompleteRoute = {
  pattern: new RegExp(`^/feed/(${DATABASE_FEEDS.join('|')})\\.atom$`),
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: PARAMETERS,
  options: ({ query }) => pick(query, 'lang'),
  respond: async (request) => {
    const kind = DATABASE_FEEDS.find((one) => one === request.parts[0]) ?? 'all'
    return toResponse(await readDatabaseFeed(kind, await contextOf(request)))
  },
}

/** /feed/story/x.atom?lang= : the last changed claims of a thing; /feed/claim/x.atom : the history of a claim. */
const thingFeed: CompleteRoute = {
  pattern: new RegExp(`^/feed/(${FEED_KINDS.join('|')})/([^/]+)\\.atom$`),
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: PARAMETERS,
  options: ({ query }) => pick(query, 'lang'),
  respond: async (request) => {
    const [kindText, wanted = ''] = request.parts
    const kind = FEED_KINDS.find((one) => one === kindText) ?? 'story'
    const slug = boundSlug(kind, wanted)
    const context = await contextOf(request)
    const feed = await readThingFeed(kind, slug, context)
    if (feed !== null) return toResponse(feed)
    const [lifetime] = await context.store.lifetimes(KIND_OF_PATH[kind], [toSlug(slug)], context.revision)
    return lifetime?.removedIn == null ? NONE : REMOVED
  },
}

async function contextOf({ context, messages, publicUrl }: RouteRequest): Promise<FeedContext> {
  const { store, now } = context
  const [revision, revisions] = await Promise.all([store.revisionAt(null), store.revisions()])
  return { store, messages, publicUrl, now, revision, revisions }
}

const toResponse = (feed: Feed): RawResponse => ({
  status: 200,
  headers: { ...CACHEABLE, 'Content-Type': ATOM_TYPE },
  body: atomDocument(feed),
})

const refusal = (status: 404 | 410, message: string): RawResponse => ({
  status,
  headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  body: bodyOf({ code: 'NOT_FOUND', message }),
})
const NONE = refusal(404, 'There is nothing of that name to follow. The changes of everything are at /feed/all.atom.')
const REMOVED = refusal(410, 'This was removed. Removals are at /feed/corrections.atom.')

/** Routes of all feeds. */
export const feedRoutes: readonly CompleteRoute[] = [databaseFeed, thingFeed]
