import { setMaxListeners } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Cache, createCache } from '../cache/create-cache.ts'
import {
  parseCacheBytes,
  parseMetricsReaders,
  parseOrigins,
  parseRateLimit,
  parseSwitch,
  parseTimeoutMs,
  publicUrlOf,
} from '../config/parse-settings.ts'
import type { Settings } from '../config/settings.ts'
import { DomainError } from '../domain/errors.ts'
import type { GraphDatabase } from '../domain/graph-database.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { StoreWriter } from '../domain/store-writer.ts'
import { PUBLIC_VIEWER, type Viewer } from '../domain/viewer.ts'
import type { ClaimIndexStats } from '../store/read/claim-index.ts'
import { trimSlashes } from '../text/trim-slashes.ts'
import { readVersion } from '../version.ts'
import { createAdmission, MAX_WAIT_MS } from './admission/admission.ts'
import { createGates } from './admission/gate.ts'
import { loadRateLimit } from './admission/load-rate-limit.ts'
import { createRefusalPace } from './admission/refusal-pace.ts'
import { routeOf } from './admission/request-cost.ts'
import { watchThreadLag } from './admission/thread-lag.ts'
import { basePathOf } from './base-path.ts'
import type { CachedResponse } from './cache/cached-response.ts'
import { createRecordedInstants } from './cache/recorded-instants.ts'
import { createResponseCache } from './cache/response-cache.ts'
import { sendCached } from './cache/send-cached.ts'
import { createOriginCheck } from './check-origin.ts'
import { commonHeaders } from './common-headers.ts'
import { createClientAddresses } from './connections/client-address.ts'
import { errorDetail, isLogged } from './error-log.ts'
import { createGraphQLExchange } from './graphql/graphql-exchange.ts'
import { lazy } from './lazy.ts'
import { loadInSteps } from './load-in-steps.ts'
import type { Log } from './log.ts'
import { API_PATH, isReading, MCP_PATH, refuseMethod, sendOptions } from './methods.ts'
import { timeStore } from './metrics/around-store.ts'
import { createMetrics } from './metrics/metrics.ts'
import { sendMetrics } from './metrics/metrics-route.ts'
import { HTML_TYPE } from './negotiate-type.ts'
import { PLAIN_JSON, sendReadiness } from './readiness.ts'
import { type Refusal, redirectTo, refusalCodeOf, send, sendRefusal, toRefusal } from './refusal.ts'
import { createRequestIds } from './request-ids.ts'
import { toRequestTarget } from './request-target.ts'
import type { Route } from './routes/route.ts'
import { isOfApi, typeOfApi } from './type-of-api.ts'
import type { ViewerOf } from './viewer-of.ts'

export interface AppOptions {
  readonly database: GraphDatabase
  /** Needed by mutations; absent in a server that only reads. */
  readonly writer?: StoreWriter
  readonly settings: Settings
  /** Cache that the app shares with the store, under one budget. Default: a new one with the budget of the settings. */
  readonly cache?: Cache
  /** Returns the counters of the store's claim index for /metrics; zeros unless given. */
  readonly claimIndexStats?: () => ClaimIndexStats
  readonly now: () => Date
  readonly log: Log
  /** Returns the base of absolute URLs. Default: PUBLIC_URL, or http://HOST:PORT. */
  readonly publicUrl?: () => string
  /** Longest wait of a request for its start, in milliseconds; MAX_WAIT_MS by default. */
  readonly maxWaitMs?: number
  /** Reads the viewer of a request; every viewer is the public unless given. */
  readonly viewerOf?: ViewerOf
  /** Tried before the routes of the site; none unless given. */
  readonly moreRoutes?: readonly Route[]
}

export interface App {
  /** Request listener for `http.createServer`. Never throws and never rejects. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  /** Makes /readyz 503, and closes the connection after every response, from this call on. */
  readonly startDraining: () => void
  /** Loads modules that responses need and the start does not. Without it, the first such response loads them. */
  readonly warmUp: () => Promise<void>
}

/** Creates the request listener of a server. @throws DomainError BAD_INPUT for a setting that cannot be parsed */
export function createApp({ database, settings, now, log, publicUrl, maxWaitMs, ...given }: AppOptions): App {
  const cache = given.cache ?? createCache({ maxBytes: parseCacheBytes(settings.SANAD_CACHE_MB) })
  const lag = watchThreadLag()
  const paceRefusal = createRefusalPace()
  const admission = createAdmission({
    lagMs: lag.ms,
    paceRefusal,
    maxWaitMs: maxWaitMs ?? MAX_WAIT_MS,
    onStart: (lane, waitedMs) => metrics.countStart(lane, waitedMs),
  })
  const rateLimit = loadRateLimit(parseRateLimit(settings.SANAD_RATE_LIMIT))
  const clients = createClientAddresses(settings.TRUSTED_PROXIES)
  const gateFor = createGates({ admission, rateLimit, clients, paceRefusal })
  const metrics = createMetrics({
    lanes: admission.lanes,
    cacheStats: cache.stats,
    claimIndexStats: given.claimIndexStats ?? (() => ({ claims: 0, bytes: 0, revision: 0 })),
    clients: () => rateLimit?.loaded()?.size() ?? 0,
  })
  const metricsReaders = parseMetricsReaders(settings.SANAD_METRICS)
  const toViewer = given.viewerOf
  const storeFor = (viewer: Viewer): GraphStore => timeStore(database.visibleTo(viewer), metrics.countRead)
  const publicStore = storeFor(PUBLIC_VIEWER)
  const baseUrl = publicUrl ?? (() => publicUrlOf(settings))
  const newest = {
    revisionAt: (asOf: string | null) => publicStore.revisionAt(asOf),
    isAvailable: () => database.isAvailable(),
  }
  const responseCache = createResponseCache(newest, cache)
  const instants = createRecordedInstants(publicStore, responseCache.newestRevision, now)
  const timeoutMs = parseTimeoutMs(settings.SANAD_QUERY_TIMEOUT_MS)
  const storeOf = (viewer: Viewer): GraphStore => (viewer.kind === 'PUBLIC' ? publicStore : storeFor(viewer))
  const stopping = new AbortController()
  // Each open stream adds a listener. Their number is bounded (subscription-places.ts).
  setMaxListeners(0, stopping.signal)
  const graphql = createGraphQLExchange({
    storeFor: storeOf,
    writer: given.writer,
    cache,
    responseCache,
    instants,
    now,
    log,
    introspection: parseSwitch('SANAD_INTROSPECTION', settings),
    timeoutMs,
    hasViewers: toViewer !== undefined,
    clientOf: clients.ofRequest,
    stopping: stopping.signal,
  })
  // Loading the pages and their fonts takes half a second, so the start does not wait for it.
  const site = lazy(async () => {
    const { createSite } = await import('./site.ts')
    const served = endpoints.loaded() ?? (await endpoints.load())
    return createSite({
      storeFor: storeOf,
      cache,
      responseCache,
      instants,
      now,
      log,
      moreRoutes: given.moreRoutes ?? [],
      endpoints: served.map(({ pattern }) => pattern),
      publicUrl: baseUrl,
    })
  })
  const endpoints = lazy(async () => {
    const { allEndpoints } = await import('./endpoints/all-endpoints.ts')
    const shared = { storeFor: storeOf, cache, responseCache, instants, now, log, publicUrl: baseUrl }
    return allEndpoints({ ...shared, runQuery: graphql.runOwn, stopping: stopping.signal })
  })
  const playground = lazy(async () => {
    const { createPlayground } = await import('./graphql/playground.ts')
    const { EXAMPLES } = await import('../graphql/examples.ts')
    const made = await createPlayground(EXAMPLES, basePathOf(baseUrl()))
    for (const name of made.missing) log({ level: 'warn', event: 'browser-code-not-built', name })
    return made
  })
  const checkOrigin = createOriginCheck({
    publicUrl: baseUrl,
    host: settings.HOST,
    origins: parseOrigins(settings.SANAD_MCP_ORIGINS),
  })
  const hasPlayground = parseSwitch('SANAD_PLAYGROUND', settings)
  const health = JSON.stringify({ status: 'ok', version: readVersion() })
  const nextId = createRequestIds()
  let draining = false

  /** @param target path and query below PUBLIC_URL; null for a request that names no path */
  async function route(exchange: Opened, target: string | null): Promise<void> {
    const { request, response, requestId } = exchange
    if (request.method === 'OPTIONS' && request.url === '*') return sendOptions(response, '*')
    if (target === null) return sendRefusal(request, response, UNREADABLE_TARGET)
    const [path = '', ...query] = target.split('?')
    // No page may read the metrics, also in a browser on this machine.
    if (path === '/metrics') response.removeHeader('Access-Control-Allow-Origin')
    const trimmed = trimSlashes(path)
    if (trimmed === MCP_PATH) {
      const refusal = checkOrigin(request, response)
      if (refusal) return sendRefusal(request, response, refusal)
    }
    if (request.method === 'OPTIONS') return sendOptions(response, path)
    if (OWN_PATHS.includes(trimmed)) {
      if (trimmed !== path) return redirectTo(response, [basePathOf(baseUrl()) + trimmed, ...query].join('?'))
      const refusal = refuseMethod(request.method, path)
      if (refusal) return sendRefusal(request, response, refusal)
    }
    if (path === '/healthz') return send(response, 200, PLAIN_JSON, health)
    if (path === '/readyz') return sendReadiness(response, database, draining)
    if (path === '/metrics') return sendMetrics({ request, response }, { metrics, readers: metricsReaders, clients })
    const gate = gateFor(request, response)
    // Credentials are checked after the rate limit and the admission, so that guessing them costs points.
    if (toViewer) await gate.check(VIEWER_POINTS)
    const viewer = toViewer ? await toViewer(request) : PUBLIC_VIEWER
    const known = toViewer ? findCached(request, target, viewer) : null
    if (known) return sendCached(request, response, known)
    if (path === API_PATH) {
      const mediaType = typeOfApi(request, hasPlayground)
      if (mediaType === HTML_TYPE) return sendCached(request, response, (await playground.load()).page)
      return graphql.respond({ request, response, requestId, viewer, gate }, mediaType)
    }
    if (hasPlayground && path.startsWith('/assets/playground.') && isReading(request)) {
      const file = (await playground.load()).file(path)
      if (file) return sendCached(request, response, file)
    }
    const endpoint = (endpoints.loaded() ?? (await endpoints.load())).find(({ pattern }) => pattern.test(path))
    if (endpoint) {
      const refusal = refuseMethod(request.method, path)
      return refusal
        ? sendRefusal(request, response, refusal)
        : endpoint.respond({ request, response, requestId, viewer, gate }, target)
    }
    const page = (site.loaded() ?? (await site.load())).respond({ request, response, requestId, viewer, gate })
    if (page !== false) return page
    sendRefusal(request, response, {
      status: 404,
      code: 'NOT_FOUND',
      message:
        'There is nothing here. The pages start at /, the API and its playground are at /graphql, the checks at /healthz and /readyz.',
    })
  }

  /** Returns the cached response to a request. Null if it has to be read. */
  function findCached(request: IncomingMessage, target: string, viewer: Viewer): CachedResponse | null {
    if (!isReading(request)) return null
    if (!isOfApi(target)) return site.loaded()?.findCached(target) ?? null
    return viewer.kind === 'PUBLIC' ? graphql.findCached(target, typeOfApi(request, hasPlayground)) : null
  }

  /** Responds from the cache, or routes the request. */
  function open(exchange: Opened): void {
    const { request, response, requestId } = exchange
    const target = toRequestTarget(request.url ?? '/', baseUrl())
    // Routes, keys and costs see the path below PUBLIC_URL, as if the site were at the root of its host.
    if (target !== null) request.url = target
    const common = commonHeaders(requestId, draining)
    const known = target === null || toViewer ? null : findCached(request, target, PUBLIC_VIEWER)
    if (known) {
      sendCached(request, response, known, common)
      return
    }
    for (const [i, name] of common.entries()) if (i % 2 === 0) response.setHeader(name, common[i + 1] ?? '')
    route(exchange, target).catch((error: unknown) => fail(exchange, error))
  }

  function fail({ request, response, requestId }: Opened, error: unknown): void {
    if (response.destroyed) return
    const known = error instanceof DomainError ? error : new DomainError('INTERNAL', 'Unexpected', { cause: error })
    if (isLogged(known.code)) log({ level: 'error', event: 'unexpected-error', requestId, detail: errorDetail(error) })
    sendRefusal(request, response, toRefusal(known))
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const exchange = { request, response, requestId: nextId() }
    const startedMs = performance.now()
    response.on('close', () => {
      const seconds = (performance.now() - startedMs) / 1000
      const status = response.writableFinished ? response.statusCode : 0
      const code = refusalCodeOf(response)
      metrics.countResponse({ route: routeOf(request.url ?? '/'), status, seconds, code })
      const { requestId } = exchange
      const ms = Math.round(seconds * 1000)
      log({ level: 'info', event: 'request', requestId, method: request.method ?? '', status: response.statusCode, ms })
    })
    try {
      open(exchange)
    } catch (error) {
      fail(exchange, error)
    }
  }

  async function warmUp(): Promise<void> {
    await rateLimit?.load()
    await loadInSteps()
    await graphql.load()
    await site.load()
  }

  function startDraining(): void {
    draining = true
    stopping.abort()
    lag.stop()
  }

  return { handle, startDraining, warmUp }
}

/** A request that is not read yet. */
interface Opened {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly requestId: string
}

/** Paths that are served before the site. */
const OWN_PATHS = ['/healthz', '/readyz', '/metrics', API_PATH, MCP_PATH]

/** Cost points of checking the credentials of a request. */
const VIEWER_POINTS = 2

const UNREADABLE_TARGET: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  message: 'The request names no path: begin it with /, such as GET / HTTP/1.1.',
}
