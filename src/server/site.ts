import type { Cache } from '../cache/create-cache.ts'
import type { RenameStore } from '../domain/find-renamed.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import { PUBLIC_VIEWER, type Viewer } from '../domain/viewer.ts'
import { messagesIn } from '../messages/all-messages.ts'
import type { PageContext } from '../pages/page.ts'
import { parameterMessage } from '../pages/parameter-message.ts'
import { repeatedSlug } from '../pages/repeated-slug.ts'
import { requestedInstant } from '../pages/requested-instant.ts'
import { INSTANT_EXAMPLE, isFuture } from '../text/instant.ts'
import { findParameterProblem } from '../text/query-parameters.ts'
import { MAX_QUOTE, truncate } from '../text/short-message.ts'
import { trimSlashes } from '../text/trim-slashes.ts'
import { drawView } from '../widgets/drawing/draw-view.ts'
import { withBasePath } from '../widgets/html/base-path.ts'
import { linksIn } from '../widgets/view/links.ts'
import type { WorkPlace } from './admission/gate.ts'
import { requestCost } from './admission/request-cost.ts'
import { loadAssets } from './assets.ts'
import { basePathOf } from './base-path.ts'
import {
  type CachedResponse,
  type RawResponse,
  toCached,
  toCachedOffThread,
  VIEWER_HEADERS,
} from './cache/cached-response.ts'
import { canonicalPath } from './cache/canonical-path.ts'
import { findForEach } from './cache/find-for-each.ts'
import type { RecordedInstants } from './cache/recorded-instants.ts'
import type { ResponseCache } from './cache/response-cache.ts'
import { STALE, sendCached } from './cache/send-cached.ts'
import { canonicalQuery } from './canonical-query.ts'
import type { Exchange } from './exchange.ts'
import type { Log } from './log.ts'
import { isReading, refuseMethod } from './methods.ts'
import { aroundStore } from './metrics/around-store.ts'
import { HTML_TYPE, JSON_TYPE, negotiateType, RESULT_TYPE } from './negotiate-type.ts'
import { languageNamed, preferredLanguage, redirectToLanguage } from './preferred-language.ts'
import { redirectTo, sendRefusal } from './refusal.ts'
import { comparedIn, redirectRenamedPath } from './renamed-path.ts'
import { MAX_URL_LENGTH, toUrl } from './request-target.ts'
import { allRoutes } from './routes/all-routes.ts'
import { openApiRoute } from './routes/openapi.ts'
import { builderRoute, unknownRoute } from './routes/page-routes.ts'
import type { Route, RouteRequest } from './routes/route.ts'
import { sendStream } from './send-stream.ts'
import { createSiteRefusals } from './site-refusals.ts'
import { createPngRenderer } from './workers/render-png.ts'

export interface SiteOptions {
  /** The database as a viewer sees it. */
  readonly storeFor: (viewer: Viewer) => GraphStore
  readonly cache: Cache
  /** Response cache, shared with the API. */
  readonly responseCache: ResponseCache
  readonly instants: RecordedInstants
  /** Returns the base of absolute URLs. It never comes from a request. */
  readonly publicUrl: () => string
  readonly now: () => Date
  readonly log: Log
  /** Tried before the routes of the site. */
  readonly moreRoutes: readonly Route[]
  /** Patterns of the endpoints that are tried before the site, for its description. */
  readonly endpoints: readonly RegExp[]
}

/** Cost points of a redirect. Former slugs are cached; the thing with the current slug is read. */
const RENAME_POINTS = 20
/** Media types of documents with links. */
const LINKING = /^(?:text\/html|image\/svg\+xml)\b/
/** Returns the day of an instant in UTC. The last day is cached, since every request for a page needs it. */
function dayOf(instant: Date): string {
  const number = Math.floor(instant.getTime() / DAY_MS)
  if (number !== lastDay.number) lastDay = { number, text: instant.toISOString().slice(0, 10) }
  return lastDay.text
}

const DAY_MS = 86_400_000
let lastDay = { number: Number.NaN, text: '' }

/** Pages, embeds, pictures and exports. */
export interface Site {
  /** Returns the cached response to a reading request for a canonical URL, before anything is parsed. */
  readonly findCached: (target: string) => CachedResponse | null
  /** Responds to a request. Returns false for a path that the site does not have. */
  readonly respond: (exchange: Exchange) => false | Promise<void>
}

export function createSite(options: SiteOptions): Site {
  const { storeFor, cache, responseCache, instants, publicUrl, now, log, moreRoutes, endpoints } = options
  const publicStore = storeFor(PUBLIC_VIEWER)
  const basePath = (): string => basePathOf(publicUrl())
  const assets = loadAssets()
  for (const name of assets.missing) log({ level: 'warn', event: 'browser-code-not-built', name })
  const own = allRoutes(createPngRenderer(cache))
  const { refuseParameter, refuseUrl, sendUnavailable } = createSiteRefusals({ assets, basePath, log })
  const routes = [...moreRoutes, ...own, openApiRoute({ routes: own, endpoints })]

  /** Store for redirects. Its newest revision is the cached one. */
  const renameStore: RenameStore = {
    renames: (revision) => publicStore.renames(revision),
    lifetimes: (kind, ids, revision) => publicStore.lifetimes(kind, ids, revision),
    revisionAt: async (asOf) => (asOf === null ? responseCache.newestRevision() : publicStore.revisionAt(asOf)),
  }

  async function respond(exchange: Exchange, route: Route, url: URL, path: string): Promise<void> {
    const { request, response } = exchange
    const problem = findParameterProblem(url.searchParams, route.parameters)
    canonicalQuery(url.searchParams)
    const language = languageNamed(url.searchParams.get('lang') ?? '')
    if (problem) {
      const messages = messagesIn(language ?? preferredLanguage(request))
      return refuseParameter(exchange, messages, parameterMessage(problem, route.parameters, messages.ui))
    }
    const instant = requestedInstant(url.searchParams)
    const asOf = instant.is === 'INSTANT' ? instant.asOf : null
    const moved = async (): Promise<RawResponse | null> =>
      route === unknownRoute
        ? null
        : exchange.gate.run(RENAME_POINTS, () => redirectRenamedPath(url, { store: renameStore, asOf }, basePath()))
    if (route.needsLanguage && language === null) {
      // A redirect to a language works while the store is unavailable.
      const redirect = await moved().catch(() => null)
      return redirect
        ? sendCached(request, response, toCached(redirect))
        : redirectToLanguage(request, response, url, basePath())
    }
    const isContentRoute = route !== builderRoute && route !== unknownRoute
    const isCached = isContentRoute && !route.dependsOnViewer && 'respond' in route
    const lang = url.searchParams.get('lang') ?? (route === unknownRoute ? preferredLanguage(request) : '')
    if (isContentRoute && instant.is === 'UNREADABLE') {
      const messages = messagesIn(lang)
      return refuseParameter(exchange, messages, messages.ui.asOfUnreadable(instant.given, INSTANT_EXAMPLE))
    }
    if (isContentRoute && asOf !== null && isFuture(asOf, now())) {
      const messages = messagesIn(lang)
      return refuseParameter(exchange, messages, messages.ui.asOfInFuture(asOf))
    }
    const parts = partsOf(route, isContentRoute ? path : url.pathname)
    const twice = repeatedSlug(comparedIn(url))
    if (twice !== null) {
      const messages = messagesIn(lang)
      return refuseParameter(exchange, messages, messages.ui.compareTwice(truncate(twice, MAX_QUOTE)))
    }
    const recorded = isContentRoute ? await toRecorded(url.searchParams) : url.searchParams
    // Empty pages of instants before the first revision are not cached, since each instant would be an entry.
    const isEmpty = asOf !== null && (await instants.find(asOf))?.revision === 0
    const options = route.options({ parts, query: recorded, publicUrl: publicUrl() })
    const readAt = requestedInstant(options)
    const messages = messagesIn(options.get('lang') ?? lang)
    const shownAt = readAt.is === 'INSTANT' ? readAt.asOf : null
    const viewer = route.dependsOnViewer ? exchange.viewer : PUBLIC_VIEWER
    const store = storeFor(viewer)
    const context: PageContext = {
      store,
      viewer,
      messages,
      asOf: shownAt,
      links: linksIn(messages.tag, shownAt),
      now: now(),
      publicUrl: publicUrl(),
      assets: assets.urls,
      draw: drawView,
    }
    const requestFor = ({ read }: WorkPlace): RouteRequest => ({
      parts,
      query: options,
      messages,
      context: { ...context, store: aroundStore(store, (_, call) => read(call)) },
      publicUrl: publicUrl(),
    })
    const run = <T>(work: (request: RouteRequest) => Promise<T>): Promise<T> =>
      exchange.gate.run(requestCost(request.url ?? '/'), (place) => work(requestFor(place)))
    try {
      if ('stream' in route) return await run((request) => sendStream(exchange, route, request, log))
      const make = async (): Promise<RawResponse> => {
        const made = toSite(await run(route.respond))
        return route.dependsOnViewer ? { ...made, headers: { ...made.headers, ...VIEWER_HEADERS } } : made
      }
      const { response: made, isStale } =
        isCached && !isEmpty
          ? await findForEach(responseCache, keyOf(`${path}?${options}`), make)
          : { response: await toCachedOffThread(await make()), isStale: false }
      const redirect = made.status === 404 || made.status === 410 ? await moved() : null
      sendCached(request, response, redirect ? toCached(redirect) : made, isStale ? STALE : undefined)
    } catch (error) {
      sendUnavailable(exchange, messages, error)
    }
  }

  /** Adds the path of PUBLIC_URL to the links of a document. */
  function toSite(made: RawResponse): RawResponse {
    if (typeof made.body !== 'string' || !LINKING.test(made.headers['Content-Type'] ?? '')) return made
    return { ...made, body: withBasePath(made.body, basePath()) }
  }

  /** Returns the cache key. It includes the day, since pages print the day on which they were read. */
  const keyOf = (target: string): string => `${dayOf(now())} ${target}`

  /** Replaces `asOf` by the instant of its revision, in the query and in the `url` of an oEmbed request. */
  async function toRecorded(query: URLSearchParams): Promise<URLSearchParams> {
    const recorded = new URLSearchParams(query)
    const instant = requestedInstant(query)
    if (instant.is === 'INSTANT') recorded.set('asOf', (await instants.find(instant.asOf))?.recordedAt ?? instant.asOf)
    const target = query.get('url')
    if (target !== null && URL.canParse(target)) {
      const url = new URL(target)
      if (url.searchParams.has('asOf')) url.search = String(await toRecorded(url.searchParams))
      recorded.set('url', url.href)
    }
    return recorded
  }

  const findRoute = (path: string): Route | undefined => routes.find(({ pattern }) => pattern.test(path))

  function respondToAny(exchange: Exchange): false | Promise<void> {
    const { request, response } = exchange
    const url = toUrl(request.url ?? '/')
    if (url === null) return false
    const path = canonicalPath(url.pathname)
    if (url.href.length > MAX_URL_LENGTH) return Promise.resolve(refuseUrl(exchange, url, 414))
    if (path === null) return Promise.resolve(refuseUrl(exchange, url, 400))
    const asset = assets.responses.get(url.pathname)
    const found = findRoute(url.pathname)
    if (asset === undefined && found === undefined) {
      const trimmed = trimSlashes(url.pathname)
      if (trimmed !== url.pathname && (assets.responses.has(trimmed) || findRoute(trimmed))) {
        return Promise.resolve(redirectTo(response, `${basePath()}${trimmed}${url.search}`))
      }
      if (!isReading(request)) return false
    }
    const refusal = refuseMethod(request.method, url.pathname)
    if (refusal) return Promise.resolve(sendRefusal(request, response, refusal))
    if (asset) return Promise.resolve(sendCached(request, response, asset))
    const isPage = found !== undefined || negotiateType(request.headers.accept, UNKNOWN_TYPES) === HTML_TYPE
    return isPage ? respond(exchange, found ?? unknownRoute, url, path) : false
  }

  return { findCached: (target) => responseCache.findCached(keyOf(target)), respond: respondToAny }
}

/** Media types of an unknown path; the first is the default. */
const UNKNOWN_TYPES = [JSON_TYPE, RESULT_TYPE, HTML_TYPE]

const partsOf = (route: Route, path: string): readonly string[] =>
  [...(route.pattern.exec(path) ?? [])].slice(1).map(decodeURIComponent)
