import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cache } from '../cache/create-cache.ts'
import { DomainError, type ErrorCode } from '../domain/errors.ts'
import type { RenameStore } from '../domain/find-renamed.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import { PUBLIC_VIEWER, type Viewer } from '../domain/viewer.ts'
import { messagesIn } from '../messages/all-messages.ts'
import type { Messages } from '../messages/en.ts'
import { alertPage } from '../pages/alert-page.ts'
import type { PageContext } from '../pages/page.ts'
import { parameterMessage } from '../pages/parameter-message.ts'
import { repeatedSlug } from '../pages/repeated-slug.ts'
import { requestedInstant } from '../pages/requested-instant.ts'
import { canonicalText } from '../text/canonical-text.ts'
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
  isTextType,
  PRIVATE,
  type RawResponse,
  toCached,
  toCachedOffThread,
} from './cache/cached-response.ts'
import { canonicalPath } from './cache/canonical-path.ts'
import { findForEach } from './cache/find-for-each.ts'
import type { RecordedInstants } from './cache/recorded-instants.ts'
import type { ResponseCache } from './cache/response-cache.ts'
import { hasAlready, STALE, sendCached, takesGzip } from './cache/send-cached.ts'
import { gzipStream } from './connections/gzip-stream.ts'
import { streamBody } from './connections/stream-body.ts'
import { errorDetail, isLogged } from './error-log.ts'
import type { Exchange } from './exchange.ts'
import type { Log } from './log.ts'
import { isReading, refuseMethod } from './methods.ts'
import { aroundStore } from './metrics/around-store.ts'
import { HTML_TYPE, JSON_TYPE, negotiateType, RESULT_TYPE } from './negotiate-type.ts'
import { languageNamed, preferredLanguage } from './preferred-language.ts'
import {
  HEADERS_OF_STATUS,
  logRefusal,
  type Refusal,
  redirectTo,
  STATUS_OF_CODE,
  send,
  sendRefusal,
  toRefusal,
} from './refusal.ts'
import { comparedIn, redirectRenamedPath } from './renamed-path.ts'
import { MAX_URL_LENGTH } from './request-target.ts'
import { allRoutes } from './routes/all-routes.ts'
import { openApiRoute } from './routes/openapi.ts'
import { builderRoute, unknownRoute } from './routes/page-routes.ts'
import {
  ALERT_HEADERS,
  ALERT_IN_EMBED_HEADERS,
  type Route,
  type RouteRequest,
  type StreamedRoute,
} from './routes/route.ts'
import { createPngRenderer } from './workers/render-png.ts'

export interface SiteOptions {
  /** The database as a viewer sees it, for routes that depend on the viewer; as the public sees it for all others. */
  readonly storeFor: (viewer: Viewer) => GraphStore
  readonly cache: Cache
  /** Response cache that the API uses too: one budget, and one read of the newest revision. */
  readonly responseCache: ResponseCache
  readonly instants: RecordedInstants
  /** Returns the base of absolute URLs, which never comes from a request. */
  readonly publicUrl: () => string
  readonly now: () => Date
  readonly log: Log
  /** Tried before the routes of the site. */
  readonly moreRoutes: readonly Route[]
  /** Patterns of the endpoints that are tried before the site, for its description. */
  readonly endpoints: readonly RegExp[]
}

/** Headers of every response that depends on the viewer. */
const VIEWER_HEADERS = { 'Cache-Control': PRIVATE, Vary: 'Authorization' }
/** Cost points of a redirect: former slugs are cached, their current owners are read. */
const RENAME_POINTS = 20
/** Paths of files for programs, whose errors are JSON. */
const FOR_PROGRAMS = /^\/(card|image|export|oembed|feed|sitemap|openapi|opensearch|robots|context\.jsonld)\b/
/** Paths of embeds, whose errors are shown within an article. */
const EMBEDS = /^\/embed\/(?!new\b)/
/** Media types of documents with links. */
const LINKING = /^(?:text\/html|image\/svg\+xml)\b/
/** Codes that are counted in /metrics and not logged, since a flood of requests would flood the log. */
const UNLOGGED: readonly ErrorCode[] = ['BUSY', 'RATE_LIMITED']

/** Returns the day of an instant in UTC. Every request for a page has one, and all of a day share it. */
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
  readonly atHand: (target: string) => CachedResponse | null
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
  const routes = [...moreRoutes, ...own, openApiRoute({ routes: own, endpoints })]

  /** Store for redirects. Its newest revision is the cached one. */
  const remembering: RenameStore = {
    renames: (revision) => publicStore.renames(revision),
    lifetimes: (kind, ids, revision) => publicStore.lifetimes(kind, ids, revision),
    revisionAt: async (asOf) => (asOf === null ? responseCache.newestRevision() : publicStore.revisionAt(asOf)),
  }

  async function respond(exchange: Exchange, route: Route, url: URL, path: string): Promise<void> {
    const { request, response } = exchange
    const problem = findParameterProblem(url.searchParams, route.parameters)
    toCanonical(url.searchParams)
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
        : exchange.gate.run(RENAME_POINTS, () => redirectRenamedPath(url, { store: remembering, asOf }, basePath()))
    if (route.needsLanguage && language === null) {
      // A redirect to a language works while the store is away.
      const redirect = await moved().catch(() => null)
      return redirect
        ? sendCached(request, response, toCached(redirect))
        : redirectToLanguage(request, response, url, basePath())
    }
    const isKept = route !== builderRoute && route !== unknownRoute
    const isCached = isKept && !route.dependsOnViewer && 'respond' in route
    const lang = url.searchParams.get('lang') ?? (route === unknownRoute ? preferredLanguage(request) : '')
    if (isKept && instant.is === 'UNREADABLE') {
      const messages = messagesIn(lang)
      return refuseParameter(exchange, messages, messages.ui.asOfUnreadable(instant.given, INSTANT_EXAMPLE))
    }
    if (isKept && asOf !== null && isFuture(asOf, now())) {
      const messages = messagesIn(lang)
      return refuseParameter(exchange, messages, messages.ui.asOfInFuture(asOf))
    }
    const parts = partsOf(route, isKept ? path : url.pathname)
    const twice = repeatedSlug(comparedIn(url))
    if (twice !== null) {
      const messages = messagesIn(lang)
      return refuseParameter(exchange, messages, messages.ui.compareTwice(truncate(twice, MAX_QUOTE)))
    }
    const recorded = isKept ? await toRecorded(url.searchParams) : url.searchParams
    // Before the first revision every instant has the same empty page, which would fill the cache.
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
      if ('stream' in route) return await run((request) => sendStream(exchange, route, request))
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

  /** Holds the place of the request until the last chunk is written, for the source reads while it is sent. */
  async function sendStream(exchange: Exchange, route: StreamedRoute, request: RouteRequest): Promise<void> {
    const { response, requestId } = exchange
    const left = new AbortController()
    response.once('close', () => left.abort())
    const made = await route.stream({ ...request, left: left.signal })
    if ('body' in made) return sendCached(exchange.request, response, toCached(made))
    const { status, headers: own, etag, stream } = made
    const headers: Readonly<Record<string, string>> = {
      ...own,
      // Weak: the compressed form has the same one.
      ...(etag && { ETag: `W/${etag}` }),
      Vary: 'Accept-Encoding',
      ...(route.dependsOnViewer && VIEWER_HEADERS),
    }
    if (etag !== undefined && hasAlready(exchange.request, etag)) {
      response.writeHead(304, headers).end()
      return
    }
    const isCompressed = takesGzip(exchange.request) && isTextType(headers['Content-Type'])
    const encoded = { ...headers, ...(isCompressed && { 'Content-Encoding': 'gzip' }) }
    await streamBody(response, isCompressed ? gzipStream(stream) : stream, {
      writeHead: () => response.writeHead(status, encoded),
      onBroken: (error) => log({ level: 'error', event: 'stream-failed', requestId, detail: errorDetail(error) }),
    })
  }

  /** Returns the cache key, with the day: pages print the day on which they were read. */
  const keyOf = (target: string): string => `${dayOf(now())} ${target}`

  /** Replaces an instant by that of its revision, in the query and in the URL of an oEmbed request. */
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

  function sendUnavailable(request: Exchange, messages: Messages, error: unknown): void {
    if (request.response.destroyed) return
    const isExpected = error instanceof DomainError && error.code !== 'INTERNAL'
    const isFault = !isExpected || isLogged(error.code)
    const detail = isFault ? errorDetail(error) : error.message
    const known = isExpected ? error : new DomainError('STORE_UNAVAILABLE', 'This cannot be made now; try again later.')
    if (!UNLOGGED.includes(known.code)) {
      log({ level: isFault ? 'error' : 'warn', event: 'page-failed', requestId: request.requestId, detail })
    }
    const status = STATUSES_OF_PAGES.find((status) => status === STATUS_OF_CODE[known.code]) ?? 503
    const headers = HEADERS_OF_STATUS[status] ?? {}
    refuse(request, messages, { ...toRefusal(known), headers }, { status, text: textOfStatus(status, messages) })
  }

  function refuseParameter(request: Exchange, messages: Messages, message: string): void {
    refuse(request, messages, { status: 400, code: 'BAD_INPUT', message }, { status: 400, text: message })
  }

  /** Sends a refusal as JSON to programs and as a page to people. */
  function refuse(
    { request, response }: Exchange,
    messages: Messages,
    refusal: Refusal,
    page: { readonly status: number; readonly text: string },
  ): void {
    const path = request.url ?? ''
    const type = FOR_PROGRAMS.test(path) ? JSON_TYPE : negotiateType(request.headers.accept, PAGE_TYPES)
    if (type === JSON_TYPE || type === RESULT_TYPE) {
      sendRefusal(request, response, refusal)
      return
    }
    logRefusal(response, refusal)
    const isEmbed = EMBEDS.test(path)
    const headers = { ...(isEmbed ? ALERT_IN_EMBED_HEADERS : ALERT_HEADERS), ...refusal.headers }
    const html = alertPage(page.text, { messages, assets: assets.urls, isEmbed })
    send(response, page.status, headers, withBasePath(html, basePath()))
  }

  function refuseUrl(request: Exchange, url: URL, status: 400 | 414): void {
    const messages = messagesIn(languageNamed(url.searchParams.get('lang') ?? '') ?? preferredLanguage(request.request))
    const text = status === 414 ? messages.ui.urlTooLong(MAX_URL_LENGTH) : messages.ui.urlUnreadable
    refuse(
      request,
      messages,
      { status, code: status === 414 ? 'LIMIT_EXCEEDED' : 'BAD_INPUT', message: text },
      { status, text },
    )
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

  return { atHand: (target) => responseCache.atHand(keyOf(target)), respond: respondToAny }
}

/** Media types of a page's refusal, and of an unknown path; the first unless the client prefers another. */
const PAGE_TYPES = [HTML_TYPE, JSON_TYPE, RESULT_TYPE]
const UNKNOWN_TYPES = [JSON_TYPE, RESULT_TYPE, HTML_TYPE]

/** Refusals that tell people something else than that the database cannot be read. */
const STATUSES_OF_PAGES = [401, 403, 429] as const

function textOfStatus(status: (typeof STATUSES_OF_PAGES)[number] | 503, { ui }: Messages): string {
  if (status === 401) return ui.signInNeeded
  if (status === 403) return ui.notAllowed
  return status === 429 ? ui.tooManyRequests : ui.unavailable
}

/** Parses path and query. The host of a request is never used. */
const toUrl = (target: string): URL | null =>
  target.startsWith('/') && URL.canParse(`http://localhost${target}`) ? new URL(`http://localhost${target}`) : null

const partsOf = (route: Route, path: string): readonly string[] =>
  [...(route.pattern.exec(path) ?? [])].slice(1).map(decodeURIComponent)

/** Redirects to the URL with a language. The content depends on the URL alone, so that every client may cache it. */
function redirectToLanguage(request: IncomingMessage, response: ServerResponse, url: URL, basePath: string): void {
  url.searchParams.set('lang', preferredLanguage(request))
  response
    .writeHead(302, {
      Location: `${basePath}${url.pathname}${url.search}`,
      Vary: 'Accept-Language',
      'Cache-Control': 'public, max-age=60',
      'Content-Length': 0,
    })
    .end()
}

/** Gives each value its canonical form: NFC, without white space around it; the language of Sanad that `lang` names. */
function toCanonical(query: URLSearchParams): void {
  for (const [name, value] of [...query]) {
    const canonical = name === 'lang' ? (languageNamed(value) ?? value) : canonicalText(value)
    if (canonical !== value && query.getAll(name).length === 1) query.set(name, canonical)
  }
}
