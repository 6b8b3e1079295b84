import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cache } from '../../cache/create-cache.ts'
import { DomainError, type ErrorCode } from '../../domain/errors.ts'
import type { GraphStore } from '../../domain/graph-store.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import type { StoreWriter } from '../../domain/store-writer.ts'
import type { Viewer } from '../../domain/viewer.ts'
import { createSlices } from '../../thread/slices.ts'
import type { WorkPlace } from '../admission/gate.ts'
import { queryRequestCost } from '../admission/request-cost.ts'
import { type CachedResponse, NO_STORE, PRIVATE, type RawResponse } from '../cache/cached-response.ts'
import { findForEach } from '../cache/find-for-each.ts'
import type { RecordedInstants } from '../cache/recorded-instants.ts'
import { PUBLIC, type ResponseCache } from '../cache/response-cache.ts'
import { STALE, sendCached } from '../cache/send-cached.ts'
import { streamBody } from '../connections/stream-body.ts'
import { errorDetail } from '../error-log.ts'
import type { Exchange } from '../exchange.ts'
import { lazy } from '../lazy.ts'
import type { Log } from '../log.ts'
import { isReading } from '../methods.ts'
import { aroundStore } from '../metrics/around-store.ts'
import { JSON_TYPE, RESULT_TYPE } from '../negotiate-type.ts'
import { type Refusal, send, sendRefusal } from '../refusal.ts'
import { untilLeft } from '../until-left.ts'
import { withinTime } from '../within-time.ts'
import { createCachedQueries, spellingOf } from './cached-queries.ts'
import { EVENT_STREAM_TYPE, eventStream, parseLastEventId, singleEvent } from './event-stream.ts'
import type { GraphQLRequest } from './graphql-handler.ts'
import type { GraphQLResponse } from './graphql-response.ts'
import type { OwnQuery, OwnResult } from './own-query.ts'
import { type GraphQLParameters, parseGraphQLUrl } from './parse-graphql-request.ts'
import { readBody } from './read-body.ts'
import { createRevisionWatch } from './revision-watch.ts'
import { createSubscriptionPlaces } from './subscription-places.ts'

export interface GraphQLExchangeOptions {
  /** The database as a viewer sees it. */
  readonly storeFor: (viewer: Viewer) => GraphStore
  /** Mutations need it. */
  readonly writer: StoreWriter | undefined
  readonly cache: Cache
  readonly responseCache: ResponseCache
  readonly instants: RecordedInstants
  readonly now: () => Date
  readonly log: Log
  readonly introspection: boolean
  readonly timeoutMs: number
  /** Whether a request may have credentials. Its response then varies by them. */
  readonly hasViewers: boolean
  /** Identifies the client of a request, for the bound on its streams. */
  readonly clientOf: (request: IncomingMessage) => string
  /** Aborts when the server begins to stop. Streams end. */
  readonly stopping: AbortSignal
}

/** HTTP of the API. */
export interface GraphQLExchange {
  /**
   * Returns the cached response to a GET for the public, before anything is parsed. Null if the request has to be read.
   */
  readonly findCached: (target: string, mediaType: string | null) => CachedResponse | null
  /**
   * Responds to a request.
   * @param mediaType null if the client accepts none of API_TYPES
   * @throws DomainError for a request that is not admitted or takes too long
   */
  readonly respond: (exchange: Exchange, mediaType: string | null) => Promise<void>
  /**
   * Runs a query of Sanad itself within a request, which is charged for it.
   * @throws DomainError for a query that is not admitted or takes too long
   */
  readonly runOwn: (exchange: Exchange, place: WorkPlace, query: OwnQuery) => Promise<OwnResult>
  /** Loads the modules of the API. Without it, the first request loads them. */
  readonly load: () => Promise<unknown>
}

/** Media types of the API; the first is the default. */
export const API_TYPES = [JSON_TYPE, RESULT_TYPE]

const NO_TYPE: Refusal = {
  status: 406,
  code: 'BAD_INPUT',
  message: 'Responses are JSON: name application/json or application/graphql-response+json in Accept.',
  headers: { Accept: API_TYPES.join(', ') },
}

export function createGraphQLExchange(options: GraphQLExchangeOptions): GraphQLExchange {
  const { storeFor, writer, cache, responseCache, instants, now, log, introspection, timeoutMs, hasViewers } = options
  const places = createSubscriptionPlaces()
  const watch = createRevisionWatch(() => responseCache.newestRevision())
  const cachedQueries = createCachedQueries(cache, responseCache)
  // Loading the libraries of the API takes long, so the start does not wait for it.
  const modules = lazy(async () => {
    const [{ createGraphQLHandler, textOfDocument }, { queryKey }] = await Promise.all([
      import('./graphql-handler.ts'),
      import('./query-key.ts'),
    ])
    return { handler: createGraphQLHandler({ log, introspection, cache }), textOfDocument, queryKey }
  })
  const headers = { Vary: hasViewers ? 'Accept, Authorization' : 'Accept' }

  async function respond(exchange: Exchange, mediaType: string | null): Promise<void> {
    const { request, response, viewer, gate } = exchange
    const url = request.url ?? '/'
    if (!isReading(request)) await gate.check(queryRequestCost(0))
    const read = isReading(request) ? { ...parseGraphQLUrl(url), length: 0 } : await readBody(request)
    if ('refusal' in read) {
      request.resume()
      return sendRefusal(request, response, read.refusal)
    }
    if (mediaType === null) return sendRefusal(request, response, NO_TYPE)
    if (mediaType === EVENT_STREAM_TYPE) return respondWithEvents(exchange, read.parameters, url.length + read.length)
    const received = { parameters: read.parameters, points: queryRequestCost(url.length + read.length), mediaType }
    if (isReading(request) && viewer.kind === 'PUBLIC') return respondFromCache(exchange, received)
    const {
      status,
      headers: made,
      text,
    } = await gate.run(received.points, (place) => untilLeft(response, run(exchange, received, place)))
    return send(response, status, viewer.kind === 'PUBLIC' ? made : { ...made, 'Cache-Control': PRIVATE }, text)
  }

  /** Sends the events of a subscription as they come, or the one result of a query. */
  async function respondWithEvents(exchange: Exchange, parameters: GraphQLParameters, length: number): Promise<void> {
    const { request, response, requestId, viewer, gate } = exchange
    const place = parseLastEventId(request.headers['last-event-id'])
    if (place === undefined) return sendRefusal(request, response, UNKNOWN_EVENT)
    const points = queryRequestCost(length)
    const leave = places.enter(options.clientOf(request))
    const left = new AbortController()
    const end = (): void => left.abort()
    response.once('close', end)
    options.stopping.addEventListener('abort', end, { once: true })
    try {
      const { handler } = modules.loaded() ?? (await modules.load())
      const slices = createSlices(() => left.signal.aborted)
      const store = aroundStore(storeFor(viewer), (_, call) => slices.run(() => call()))
      const admitted = <T>(work: () => Promise<T>, points = LOOK_POINTS): Promise<T> =>
        untilAdmitted(() => gate.run(points, work), left.signal)
      const newest = await gate.run(LOOK_POINTS, () => store.revisionAt(null))
      if (place !== null && place.revision > newest) return sendRefusal(request, response, laterThan(newest))
      const after = place ?? { revision: newest, index: 0 }
      const stream = { watch, after, left: left.signal, admitted }
      const context = { requestId, viewer, writer, now, store, slices, stream }
      const received = { parameters, mediaType: JSON_TYPE, points }
      const made = await gate.run(points, async (work) => {
        const opening = handler.subscribe(
          { ...received, isReadOnly: isReading(request), admit: work.raiseTo, context },
          stream,
        )
        const opened = await untilLeft(response, withinTime(opening, timeoutMs))
        return opened ?? { response: await untilLeft(response, run(exchange, received, work)) }
      })
      if ('response' in made) {
        const { status, headers: own, text } = made.response
        if (status !== 200) return send(response, status, own, text)
        return send(response, 200, { ...STREAM_HEADERS, ...headers }, singleEvent(text))
      }
      await streamBody(response, eventStream(made.events, left.signal), {
        writeHead: () => response.writeHead(200, { ...STREAM_HEADERS, ...headers }),
        onBroken: (error) => log({ level: 'error', event: 'stream-failed', requestId, detail: errorDetail(error) }),
      })
    } finally {
      options.stopping.removeEventListener('abort', end)
      end()
      leave()
    }
  }

  /** The response to the public depends on the URL alone, so it may be cached and other requests may wait for it. */
  async function respondFromCache(exchange: Exchange, received: ReceivedRequest): Promise<void> {
    const { request, response, gate } = exchange
    const { queryKey, textOfDocument } = modules.loaded() ?? (await modules.load())
    const spelling = spellingOf(received.mediaType, request.url ?? '/')
    const found = await queryKey(received.parameters, received.mediaType, textOfDocument, instants)
    const make = async (): Promise<RawResponse> => {
      const { status, headers: made, text } = await gate.run(received.points, (place) => run(exchange, received, place))
      const cacheControl = { 'Cache-Control': status === 200 ? PUBLIC : NO_STORE }
      return { status, headers: { ...cacheControl, ...made }, body: text, isCompressible: false }
    }
    const { response: made, isStale } = await findForEach(responseCache, found.key, make, spelling)
    if (made.status === 200 && !isStale) cachedQueries.remember(spelling, found)
    sendCached(request, response, made, isStale ? STALE : undefined)
  }

  async function run(exchange: Exchange, received: ReceivedRequest, place: WorkPlace): Promise<GraphQLResponse> {
    const { handler } = modules.loaded() ?? (await modules.load())
    const work = handler.respond(toRequest(exchange, received, place))
    const made = await withinTime(work, timeoutMs)
    return { ...made, headers: { ...headers, ...made.headers } }
  }

  async function runOwn(exchange: Exchange, place: WorkPlace, { text, variables }: OwnQuery): Promise<OwnResult> {
    const { handler } = modules.loaded() ?? (await modules.load())
    const parameters = { query: text, documentId: null, variables, operationName: null }
    const request = toRequest(exchange, { parameters, mediaType: JSON_TYPE }, place)
    return withinTime(handler.runOwn({ ...request, isReadOnly: true }), timeoutMs)
  }

  function toRequest(
    { request, requestId, viewer }: Exchange,
    { parameters, mediaType }: Pick<ReceivedRequest, 'parameters' | 'mediaType'>,
    place: WorkPlace,
  ): GraphQLRequest {
    const slices = createSlices(place.isOver)
    // An algorithm of many cached reads would block the thread to its end, since cached reads do not wait.
    const store = aroundStore(storeFor(viewer), (_, call) => slices.run(() => place.read(call)))
    const context = { requestId, viewer, writer, now, store, slices }
    return { parameters, mediaType, isReadOnly: isReading(request), admit: place.raiseTo, context }
  }

  return {
    findCached: (target, mediaType) =>
      mediaType === null ? null : cachedQueries.findCached(spellingOf(mediaType, target)),
    respond,
    runOwn,
    load: modules.load,
  }
}

/** Cost points of reading the newest revision, or the changes of a revision, for a stream. */
const LOOK_POINTS = 20

const STREAM_HEADERS = {
  'Content-Type': EVENT_STREAM_TYPE,
  'Cache-Control': NO_STORE,
  // Proxies that buffer responses would hold events back.
  'X-Accel-Buffering': 'no',
}

const UNKNOWN_EVENT: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  message: 'Last-Event-ID is not the id of an event, such as 12.3: leave it out to begin now.',
}

const laterThan = (newest: RevisionNumber): Refusal => ({
  status: 400,
  code: 'BAD_INPUT',
  message: `Last-Event-ID is of a revision later than the newest, ${newest}: leave it out to begin now.`,
})

/** Pause before work of a stream that could not run is tried again, in milliseconds. */
const AGAIN_MS = 1000
const NOT_NOW: readonly ErrorCode[] = ['BUSY', 'RATE_LIMITED', 'STORE_UNAVAILABLE']

/** Runs work of an open stream. It is repeated while it is refused or the database is unavailable, so that no event is lost. */
async function untilAdmitted<T>(run: () => Promise<T>, left: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await run()
    } catch (error) {
      if (left.aborted || !(error instanceof DomainError && NOT_NOW.includes(error.code))) throw error
      await sleep(AGAIN_MS, undefined, { signal: left }).catch(() => undefined)
    }
  }
}

/** A request after its body or URL was parsed, with the points of reading it. */
interface ReceivedRequest {
  readonly parameters: GraphQLParameters
  readonly points: number
  readonly mediaType: string
}
