import type { IncomingMessage, ServerResponse } from 'node:http'
import Negotiator from 'negotiator'
import { DomainError } from '../domain/errors.ts'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RenameStore } from '../domain/renames.ts'
import { MESSAGES, messagesIn } from '../messages/catalogue.ts'
import type { Messages } from '../messages/en.ts'
import { alertPage } from '../pages/alert-page.ts'
import { askedInstant } from '../pages/asked-instant.ts'
import type { PageContext } from '../pages/page.ts'
import { INSTANT_EXAMPLE } from '../text/instant.ts'
import { firstUnits } from '../text/short-message.ts'
import { loadAssets } from './assets.ts'
import { type CachedAnswer, NOT_KEPT, type RawAnswer, toCached } from './byte-cache.ts'
import { createDraw } from './draw.ts'
import { detailOf, isNoted } from './fault-detail.ts'
import type { KeptAnswers } from './keep-answers.ts'
import type { Log } from './log.ts'
import { RETRY_AFTER_SECONDS, type Refusal, send, sendRefusal, toRefusal } from './refusal.ts'
import { followRename } from './renamed-address.ts'
import { createPngRenderer } from './render-png.ts'
import { embedRoute } from './routes/embed.ts'
import { exportRoute } from './routes/exports.ts'
import { imageRoutes } from './routes/images.ts'
import { oembedRoute } from './routes/oembed.ts'
import { builderRoute, compareRoute, homeRoute, thingRoute, unknownRoute } from './routes/pages.ts'
import { type Asked, type Route, UNAVAILABLE_HEADERS } from './routes/route.ts'
import { STALE, sendCached } from './send-cached.ts'
import { wantsPage } from './wants-page.ts'

export interface SiteOptions {
  readonly store: GraphStore
  /** Shared with the API: one bound for all bytes, and one question for the newest revision. */
  readonly kept: KeptAnswers
  /** Base of absolute addresses; never taken from a request. */
  readonly publicUrl: () => string
  readonly now: () => Date
  readonly log: Log
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly requestId: string
}

const PAGES: readonly Route[] = [
  homeRoute,
  builderRoute,
  embedRoute,
  thingRoute,
  compareRoute,
  oembedRoute,
  exportRoute,
]

const MAX_ADDRESS = 4000
const MOST_ADDRESSES = 5000
/** What a frame or a page shows nobody as a page. */
const FOR_PROGRAMS = /^\/(card|image|export|oembed)\b/
/** What an address may say; anything else in it changes nothing, and must not make an answer of its own. */
const PARAMETERS = new Set([
  'asOf',
  'entities',
  'format',
  'lang',
  'limit',
  'maxheight',
  'maxwidth',
  'q',
  'status',
  'theme',
  'url',
  'view',
])
const BUILDER_PARAMETERS = new Set(['add', 'time', 'what', 'width'])
/** UTF-16 units. */
const MAX_BUILDER_VALUE = 300

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** Pages, frames and pictures; answers false for a path that is none of them. */
export function createSite({ store, kept, publicUrl, now, log }: SiteOptions) {
  const assets = loadAssets()
  for (const name of assets.missing) log({ level: 'warn', event: 'browser-code-not-built', name })
  const routes = [...PAGES, ...imageRoutes(createPngRenderer())]
  const draw = createDraw()

  /** What leads from one address to another asks no more than it must: most of it is held. */
  const remembering: RenameStore = {
    renames: (at) => store.renames(at),
    lifetimes: (kind, ids, at) => store.lifetimes(kind, ids, at),
    revisionAt: async (asOf) => (asOf === null ? kept.newestRevision() : store.revisionAt(asOf)),
  }

  async function answer(exchange: Exchange, route: Route, url: URL): Promise<void> {
    const { request, response } = exchange
    const parts = partsOf(route, url.pathname)
    if (parts === null || url.href.length > MAX_ADDRESS) return redirectHome(response)
    const instant = askedInstant(url.searchParams)
    const asOf = instant.is === 'INSTANT' ? instant.asOf : null
    const moved = async (): Promise<RawAnswer | null> =>
      route === unknownRoute ? null : followRename(url, { store: remembering, asOf })
    if (route.needsLanguage && !MESSAGES.some(({ tag }) => tag === url.searchParams.get('lang'))) {
      // The language needs no record, so neither does this redirect.
      const elsewhere = await moved().catch(() => null)
      return elsewhere ? sendCached(request, response, toCached(elsewhere)) : redirectToLanguage(request, response, url)
    }
    const asked = url.searchParams.get('lang')
    const messages = messagesIn(asked ?? (route === unknownRoute ? languageOf(request) : ''))
    const isKept = route !== builderRoute && route !== unknownRoute
    if (isKept && instant.is === 'UNREADABLE') return refuseInstant(exchange, messages, instant.given)
    const context: PageContext = {
      store,
      messages,
      asOf,
      now: now(),
      publicUrl: publicUrl(),
      assets: assets.addresses,
      draw,
    }
    const query = isKept ? knownOf(url.searchParams) : ofBuilder(url.searchParams)
    const question: Asked = { parts, query, messages, context }
    const make = async (): Promise<RawAnswer> => {
      const made = await route.answer(question)
      return made.status === 404 || made.status === 410 ? ((await moved()) ?? made) : made
    }
    if (!isKept) return sendCached(request, response, toCached(await make()))
    // Pages say on which day they were read, so none outlives its day.
    const key = `${dayOf(context.now)} ${url.pathname}?${query}`
    try {
      const { answer: made, isStale } = await kept.find(key, make)
      sendCached(request, response, made, isStale ? STALE : undefined)
      remember(request.url ?? '', key)
    } catch (error) {
      sendUnavailable(exchange, messages, error)
    }
  }

  /** Under which keys addresses were answered, as they were asked for: a kept answer needs no parsing. */
  const keys = new Map<string, string>()
  function remember(address: string, key: string): void {
    const [oldest] = keys.keys()
    if (keys.size >= MOST_ADDRESSES && oldest !== undefined) keys.delete(oldest)
    keys.set(address, key)
  }
  function findAtHand(address: string): CachedAnswer | null {
    const key = keys.get(address)
    return key?.startsWith(dayOf(now())) ? kept.atHand(key) : null
  }

  function sendUnavailable(asked: Exchange, messages: Messages, error: unknown): void {
    const isExpected = error instanceof DomainError && error.code !== 'INTERNAL'
    const isFault = !isExpected || isNoted(error.code)
    const detail = isFault ? detailOf(error) : error.message
    log({ level: isFault ? 'error' : 'warn', event: 'page-failed', requestId: asked.requestId, detail })
    const known = isExpected ? error : new DomainError('STORE_UNAVAILABLE', 'This cannot be made now; try again later.')
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS }
    refuse(asked, messages, { ...toRefusal(known), headers }, { status: 503, text: messages.ui.unavailable })
  }

  function refuseInstant(asked: Exchange, messages: Messages, given: string): void {
    const message = messages.ui.asOfUnreadable(given, INSTANT_EXAMPLE)
    refuse(asked, messages, { status: 400, code: 'BAD_INPUT', message }, { status: 400, text: message })
  }

  /** In a form that whoever asks can read: people a page, programs JSON. */
  function refuse(
    { request, response }: Exchange,
    messages: Messages,
    refusal: Refusal,
    page: { readonly status: number; readonly text: string },
  ): void {
    if (FOR_PROGRAMS.test(request.url ?? '')) {
      sendRefusal(request, response, refusal)
      return
    }
    const headers = { ...refusal.headers, ...UNAVAILABLE_HEADERS, 'Cache-Control': NOT_KEPT }
    send(response, page.status, headers, alertPage(page.text, messages, assets.addresses))
  }

  return (exchange: Exchange): false | Promise<void> => {
    const { request, response } = exchange
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const known = findAtHand(request.url ?? '')
    if (known) {
      sendCached(request, response, known)
      return Promise.resolve()
    }
    const url = toUrl(request.url ?? '/')
    if (url === null) return false
    const asset = assets.answers.get(url.pathname)
    if (asset) {
      sendCached(request, response, asset)
      return Promise.resolve()
    }
    const found = routes.find(({ pattern }) => pattern.test(url.pathname))
    const route = found ?? (wantsPage(request) ? unknownRoute : null)
    return route ? answer(exchange, route, url) : false
  }
}

/** What is known of a query, in one order. */
function knownOf(query: URLSearchParams): URLSearchParams {
  const known = new URLSearchParams([...query].filter(([name]) => PARAMETERS.has(name)))
  known.sort()
  return known
}

/** Known to the builder, in their own order. Its links repeat them, so a long value is cut. */
const ofBuilder = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams(
    [...query].flatMap(([name, value]) =>
      PARAMETERS.has(name) || BUILDER_PARAMETERS.has(name) ? [[name, firstUnits(value, MAX_BUILDER_VALUE)]] : [],
    ),
  )

/** Only the path and the query count; the host of a request is never believed. */
const toUrl = (address: string): URL | null =>
  address.startsWith('/') && URL.canParse(`http://localhost${address}`) ? new URL(`http://localhost${address}`) : null

function partsOf(route: Route, path: string): readonly string[] | null {
  try {
    return [...(route.pattern.exec(path) ?? [])].slice(1).map(decodeURIComponent)
  } catch {
    return null
  }
}

/** The language comes from the address alone, so that every address may be kept by anybody. */
function redirectToLanguage(request: IncomingMessage, response: ServerResponse, url: URL): void {
  url.searchParams.set('lang', languageOf(request))
  response
    .writeHead(302, {
      Location: `${url.pathname}${url.search}`,
      Vary: 'Accept-Language',
      'Cache-Control': 'public, max-age=60',
      'Content-Length': 0,
    })
    .end()
}

/** The one that a reader likes best of those we speak. */
const languageOf = (request: IncomingMessage): string =>
  new Negotiator(request).languages(MESSAGES.map(({ tag }) => tag))[0] ?? messagesIn('').tag

const redirectHome = (response: ServerResponse): void => {
  response.writeHead(302, { Location: '/', 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
}
