import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Cache, createCache } from '../cache/create-cache.ts'
import type { Settings } from '../config.ts'
import { DomainError } from '../domain/errors.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import { NOT_KEPT } from './byte-cache.ts'
import { detailOf, isNoted } from './fault-detail.ts'
import type { GraphQLHandler } from './graphql-handler.ts'
import { keepAnswers, PUBLIC } from './keep-answers.ts'
import { loadOnce } from './load-once.ts'
import type { Log } from './log.ts'
import { parseCacheBytes, parseSwitch, parseTimeoutMs, publicUrlOf } from './parse-settings.ts'
import { readAddress, readBody } from './read-body.ts'
import { createRecordedInstants } from './recorded-instants.ts'
import { JSON_TYPE, RETRY_AFTER_SECONDS, send, sendRefusal, toRefusal } from './refusal.ts'
import { STALE, sendCached } from './send-cached.ts'
import { wantsPage } from './wants-page.ts'

export interface AppOptions {
  readonly store: GraphStore
  readonly settings: Settings
  /** Shared with the store: one budget for the process. One of the size that the settings name unless given. */
  readonly cache?: Cache
  readonly now: () => Date
  readonly log: Log
  /** Base of absolute addresses; PUBLIC_URL or the address listened on unless given. */
  readonly publicUrl?: () => string
}

export interface App {
  /** For `http.createServer`; never throws and never rejects. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
  /** From now on /readyz says no and every answer closes its connection. */
  readonly startDraining: () => void
  /** Brings in what answers need and a start does not; the first answer that needs it would. */
  readonly warmUp: () => Promise<void>
}

const READY_CHECK_MS = 2000
const LATE_CHECK_MS = 1000

export function createApp({ store, settings, now, log, publicUrl, ...given }: AppOptions): App {
  const cache = given.cache ?? createCache({ maxBytes: parseCacheBytes(settings.SANAD_CACHE_MB) })
  const kept = keepAnswers(store, cache)
  const instants = createRecordedInstants(store, kept.newestRevision)
  const introspection = parseSwitch('SANAD_INTROSPECTION', settings)
  // The libraries of the API, the pages and their fonts take half a second: a start need not wait for them.
  const graphql = loadOnce(async () => {
    const { createGraphQLHandler } = await import('./graphql-handler.ts')
    return createGraphQLHandler({ store, log, introspection, cache })
  })
  const questions = loadOnce(async () => {
    const [{ readQuestion }, { textOfDocument }] = await Promise.all([
      import('./question-key.ts'),
      import('./graphql-handler.ts'),
    ])
    return (request: IncomingMessage) => readQuestion(request, textOfDocument, instants)
  })
  const site = loadOnce(async () => {
    const { createSite } = await import('./site.ts')
    return createSite({ store, cache, kept, instants, now, log, publicUrl: publicUrl ?? (() => publicUrlOf(settings)) })
  })
  const playground = loadOnce(async () => {
    const { createPlayground } = await import('./playground.ts')
    const { EXAMPLES } = await import('../graphql/examples.ts')
    return createPlayground(EXAMPLES)
  })
  const hasPlayground = parseSwitch('SANAD_PLAYGROUND', settings)
  const timeoutMs = parseTimeoutMs(settings.SANAD_QUERY_TIMEOUT_MS)
  let draining = false

  async function route(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const path = (request.url ?? '/').split('?')[0]
    if (path === '/healthz') return send(response, 200, PLAIN_JSON, '{"status":"ok"}')
    if (path === '/readyz') return sendReadiness(response, store, draining)
    if (path === '/graphql') {
      if (hasPlayground && wantsPage(request)) return (await playground.load())(request, response)
      return answerGraphQL(request, response, requestId)
    }
    const page = (site.loaded() ?? (await site.load()))({ request, response, requestId })
    if (page !== false) return page
    sendRefusal(request, response, {
      status: 404,
      code: 'NOT_FOUND',
      message:
        'There is nothing here. The pages start at /, the API and its playground are at /graphql, the checks at /healthz and /readyz.',
    })
  }

  async function answerGraphQL(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, PREFLIGHT).end()
      return
    }
    const body = request.method === 'POST' ? await readBody(request) : readAddress(request)
    if ('refusal' in body) {
      request.resume()
      return sendRefusal(request, response, body.refusal)
    }
    const api = graphql.loaded() ?? (await graphql.load())
    if (request.method !== 'GET') {
      const { status, headers, text } = await ask(api, request, body.text, requestId, response)
      return send(response, status, headers, text)
    }
    // What is asked for by its address depends on nothing else, and may be kept; who else asks may go on waiting for it.
    const { key, spelling, asked } = await (await questions.load())(request)
    const make = async () => {
      const { status, headers, text } = await ask(api, asked, null, requestId, null)
      return { status, headers: { 'Cache-Control': status === 200 ? PUBLIC : NOT_KEPT, ...headers }, body: text }
    }
    const { answer, isStale } = await kept.find(key, make, spelling)
    sendCached(request, response, answer, isStale ? STALE : undefined)
  }

  /** @param waiting who waits for the answer: it is given up when they leave; null where it is for others too */
  async function ask(
    api: GraphQLHandler,
    request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
    body: string | null,
    requestId: string,
    waiting: ServerResponse | null,
  ): Promise<{ status: number; headers: Record<string, string>; text: string }> {
    const stop = new AbortController()
    waiting?.once('close', () => stop.abort())
    const asked = new api.fetchAPI.Request(new URL(request.url ?? '/', 'http://localhost'), {
      method: request.method ?? 'GET',
      headers: toHeaders(request),
      signal: stop.signal,
      ...(body !== null && { body }),
    })
    const answer = (async () => {
      const result = await api.fetch(asked, { requestId })
      const headers = { Vary: 'Accept', ...Object.fromEntries(result.headers) }
      return { status: result.status, headers, text: await result.text() }
    })()
    return withinTime(answer, timeoutMs, () => stop.abort()).catch(tellWhyLate)
  }

  /** A driver that tries again and again looks slow, but it is the database that is gone, and not the question. */
  async function tellWhyLate(error: unknown): Promise<never> {
    const isLate = error instanceof DomainError && error.code === 'TIMEOUT'
    if (!isLate || (await whyUnhealthy(store, LATE_CHECK_MS)) === null) throw error
    throw new DomainError('STORE_UNAVAILABLE', 'The database gives no answer; try again later.', { cause: error })
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const requestId = randomUUID()
    const startedMs = performance.now()
    for (const [name, value] of Object.entries(EVERY_ANSWER)) response.setHeader(name, value)
    response.setHeader('X-Request-Id', requestId)
    if (draining) response.setHeader('Connection', 'close')
    response.once('close', () => {
      const ms = Math.round(performance.now() - startedMs)
      log({ level: 'info', event: 'request', requestId, method: request.method ?? '', status: response.statusCode, ms })
    })
    route(request, response, requestId).catch((error: unknown) => {
      if (response.destroyed) return
      const known = error instanceof DomainError ? error : new DomainError('INTERNAL', 'Unexpected', { cause: error })
      if (isNoted(known.code)) log({ level: 'error', event: 'unexpected-error', requestId, detail: detailOf(error) })
      sendRefusal(request, response, toRefusal(known))
    })
  }

  async function warmUp(): Promise<void> {
    await graphql.load()
    await site.load()
  }

  return { handle, startDraining: () => (draining = true), warmUp }
}

const PLAIN_JSON = { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' }

/** Anyone may read from any page; nothing here knows a cookie, so credentials are never allowed. */
const EVERY_ANSWER = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'X-Request-Id, Retry-After, ETag',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Headers': 'Content-Type, Accept, Authorization',
  'Access-Control-Max-Age': '86400',
}

async function sendReadiness(response: ServerResponse, store: GraphStore, draining: boolean): Promise<void> {
  const reason = draining ? 'shutting down' : await whyUnhealthy(store, READY_CHECK_MS)
  if (reason === null) return send(response, 200, PLAIN_JSON, '{"status":"ready"}')
  const headers = { ...PLAIN_JSON, 'Retry-After': RETRY_AFTER_SECONDS }
  send(response, 503, headers, JSON.stringify({ status: 'not ready', reason }))
}

async function whyUnhealthy(store: GraphStore, timeoutMs: number): Promise<string | null> {
  try {
    await withinTime(store.checkHealth(), timeoutMs, () => undefined)
    return null
  } catch (error) {
    return error instanceof DomainError ? error.message : 'the store does not answer'
  }
}

/** @throws DomainError TIMEOUT, after calling `stop`, when the work is not done in time */
async function withinTime<T>(work: Promise<T>, timeoutMs: number, stop: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DomainError('TIMEOUT', `The answer took longer than ${timeoutMs} ms; ask for less at once.`))
      stop()
    }, timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function toHeaders(request: Pick<IncomingMessage, 'headers'>): [string, string][] {
  return Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  )
}
