import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GraphStore } from '../domain/graph-store.ts'
import type { RenameStore } from '../domain/renames.ts'
import { MESSAGES, messagesIn } from '../messages/catalogue.ts'
import type { Messages } from '../messages/en.ts'
import type { PageContext } from '../pages/page.ts'
import { unavailablePage } from '../pages/unavailable-page.ts'
import { loadAssets } from './assets.ts'
import { type CachedAnswer, createByteCache, type RawAnswer, toCached } from './byte-cache.ts'
import { createDraw } from './draw.ts'
import type { Log } from './log.ts'
import { RETRY_AFTER_SECONDS, send } from './refusal.ts'
import { followRename } from './renamed-address.ts'
import { createPngRenderer } from './render-png.ts'
import { embedRoute } from './routes/embed.ts'
import { exportRoute } from './routes/exports.ts'
import { imageRoutes } from './routes/images.ts'
import { oembedRoute } from './routes/oembed.ts'
import { builderRoute, compareRoute, homeRoute, thingRoute, unknownRoute } from './routes/pages.ts'
import { type Asked, type Route, UNAVAILABLE_HEADERS } from './routes/route.ts'
import { sendCached } from './send-cached.ts'
import { wantsPage } from './wants-page.ts'

export interface SiteOptions {
  readonly store: GraphStore
  /** Base of absolute addresses; never taken from a request. */
  readonly publicUrl: () => string
  readonly now: () => Date
  readonly log: Log
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

/** How long the number of the newest revision is believed: a retraction is seen by the next reader but one. */
const REVISION_MS = 500
const MAX_ADDRESS = 4000
const MOST_AT_HAND = 500

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** Pages, frames and pictures; answers false for a path that is none of them. */
export function createSite({ store, publicUrl, now, log }: SiteOptions) {
  const assets = loadAssets()
  for (const name of assets.missing) log({ level: 'warn', event: 'browser-code-not-built', name })
  const routes = [...PAGES, ...imageRoutes(createPngRenderer())]
  const cache = createByteCache()
  const draw = createDraw()
  let revision: { readonly number: Promise<number>; readonly until: number } | null = null

  function currentRevision(): Promise<number> {
    if (revision === null || revision.until < performance.now()) {
      const number = store.revisionAt(null)
      revision = { number, until: performance.now() + REVISION_MS }
      number.catch(() => {
        revision = null
      })
    }
    return revision.number
  }

  /** What leads from one address to another asks no more than it must: most of it is held. */
  const remembering: RenameStore = {
    renames: (at) => store.renames(at),
    lifetimes: (kind, ids, at) => store.lifetimes(kind, ids, at),
    revisionAt: (asOf) => (asOf === null ? currentRevision() : store.revisionAt(asOf)),
  }

  async function answer(request: IncomingMessage, response: ServerResponse, route: Route, url: URL): Promise<void> {
    const parts = partsOf(route, url.pathname)
    if (parts === null || url.href.length > MAX_ADDRESS) return redirectHome(response)
    const asOf = toInstant(url.searchParams.get('asOf'))
    const moved = async (): Promise<RawAnswer | null> =>
      route === unknownRoute ? null : followRename(url, { store: remembering, asOf })
    if (route.needsLanguage && !MESSAGES.some(({ tag }) => tag === url.searchParams.get('lang'))) {
      // The language needs no record, so neither does this redirect.
      const elsewhere = await moved().catch(() => null)
      return elsewhere ? sendCached(request, response, toCached(elsewhere)) : redirectToLanguage(request, response, url)
    }
    const asked = url.searchParams.get('lang')
    const messages = messagesIn(asked ?? (route === unknownRoute ? languageOf(request) : ''))
    const context: PageContext = {
      store,
      messages,
      asOf,
      now: now(),
      publicUrl: publicUrl(),
      assets: assets.addresses,
      draw,
    }
    const question: Asked = { parts, query: url.searchParams, messages, context }
    const make = async (): Promise<RawAnswer> => {
      const made = await route.answer(question)
      return made.status === 404 || made.status === 410 ? ((await moved()) ?? made) : made
    }
    if (route === builderRoute || route === unknownRoute) return sendCached(request, response, toCached(await make()))
    // Pages say on which day they were read, so none outlives its day.
    const key = `${dayOf(context.now)} ${url.pathname}${url.search}`
    const stale = cache.last(key)
    try {
      const number = await currentRevision()
      const made = await cache.get(key, number, make)
      sendCached(request, response, made)
      if (made.status === 200)
        keepAtHand(request.url ?? '', { answer: made, revision: number, day: dayOf(context.now) })
    } catch (error) {
      const known = await (stale ?? Promise.resolve(null)).catch(() => null)
      if (known === null) return sendUnavailable(response, messages, error)
      sendCached(request, response, known, { Warning: '110 - "Response is Stale"' })
    }
  }

  /** The newest revision, where it was asked for a moment ago. */
  let newest: { readonly number: number; readonly until: number } | null = null
  /** Answers by the address as it was asked for, so that a kept one needs no parsing. */
  const atHand = new Map<string, { answer: CachedAnswer; revision: number; day: string }>()
  function keepAtHand(address: string, entry: { answer: CachedAnswer; revision: number; day: string }): void {
    newest = { number: entry.revision, until: performance.now() + REVISION_MS }
    if (atHand.size >= MOST_AT_HAND) atHand.clear()
    atHand.set(address, entry)
  }
  function findAtHand(address: string): CachedAnswer | null {
    const entry = atHand.get(address)
    if (!entry || newest === null || newest.until < performance.now()) return null
    return entry.revision === newest.number && entry.day === dayOf(now()) ? entry.answer : null
  }

  function sendUnavailable(response: ServerResponse, messages: Messages, error: unknown): void {
    log({
      level: 'error',
      event: 'page-failed',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS, 'Cache-Control': 'no-store', ...UNAVAILABLE_HEADERS }
    send(response, 503, headers, unavailablePage(messages, assets.addresses))
  }

  return (request: IncomingMessage, response: ServerResponse): false | Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const kept = findAtHand(request.url ?? '')
    if (kept) {
      sendCached(request, response, kept)
      return Promise.resolve()
    }
    const url = toUrl(request.url ?? '/')
    if (url === null) return false
    const asset = assets.answers.get(url.pathname)
    if (asset) {
      sendCached(request, response, asset)
      return Promise.resolve()
    }
    const known = routes.find(({ pattern }) => pattern.test(url.pathname))
    const route = known ?? (wantsPage(request) ? unknownRoute : null)
    return route ? answer(request, response, route, url) : false
  }
}

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

function languageOf(request: IncomingMessage): string {
  const wanted = String(request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim().toLowerCase().split('-')[0])
  return wanted.find((one) => MESSAGES.some((messages) => messages.tag === one)) ?? messagesIn('').tag
}

const redirectHome = (response: ServerResponse): void => {
  response.writeHead(302, { Location: '/', 'Cache-Control': 'no-store', 'Content-Length': 0 }).end()
}

const toInstant = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : null
