import { DomainError, type ErrorCode } from '../domain/errors.ts'
import { messagesIn } from '../messages/all-messages.ts'
import type { Messages } from '../messages/en.ts'
import { alertPage } from '../pages/alert-page.ts'
import { withBasePath } from '../widgets/html/base-path.ts'
import type { LoadedAssets } from './assets.ts'
import { errorDetail, isLogged } from './error-log.ts'
import type { Exchange } from './exchange.ts'
import type { Log } from './log.ts'
import { HTML_TYPE, JSON_TYPE, negotiateType, RESULT_TYPE } from './negotiate-type.ts'
import { languageNamed, preferredLanguage } from './preferred-language.ts'
import { HEADERS_OF_STATUS, logRefusal, type Refusal, STATUS_OF_CODE, send, sendRefusal, toRefusal } from './refusal.ts'
import { MAX_URL_LENGTH } from './request-target.ts'
import { ALERT_HEADERS, ALERT_IN_EMBED_HEADERS } from './routes/route.ts'

/** Paths of files for programs, whose errors are JSON. */
const FOR_PROGRAMS = /^\/(card|image|export|oembed|feed|sitemap|openapi|opensearch|robots|context\.jsonld)\b/
/** Paths of embeds, whose errors are shown within an article. */
const EMBEDS = /^\/embed\/(?!new\b)/
/** Codes that are counted in /metrics, and not logged, since many requests would fill the log. */
const UNLOGGED: readonly ErrorCode[] = ['BUSY', 'RATE_LIMITED']

/** Media types of a page's refusal; the first is the default. */
const PAGE_TYPES = [HTML_TYPE, JSON_TYPE, RESULT_TYPE]

/** Statuses with a text of their own. Pages of all others state that the database cannot be read. */
const STATUSES_OF_PAGES = [401, 403, 429] as const

function textOfStatus(status: (typeof STATUSES_OF_PAGES)[number] | 503, { ui }: Messages): string {
  if (status === 401) return ui.signInNeeded
  if (status === 403) return ui.notAllowed
  return status === 429 ? ui.tooManyRequests : ui.unavailable
}

interface SiteRefusalsOptions {
  readonly assets: LoadedAssets
  /** Returns the path of PUBLIC_URL. */
  readonly basePath: () => string
  readonly log: Log
}

/** Creates the refusals of the site: pages in the language of the reader, and JSON for programs. */
export function createSiteRefusals({ assets, basePath, log }: SiteRefusalsOptions) {
  function sendUnavailable(request: Exchange, messages: Messages, error: unknown): void {
    if (request.response.destroyed) return
    const isExpected = error instanceof DomainError && error.code !== 'INTERNAL'
    const isFault = !isExpected || isLogged(error.code)
    const detail = isFault ? errorDetail(error) : error.message
    const known = isExpected
      ? error
      : new DomainError('STORE_UNAVAILABLE', 'The response cannot be made now; try again later.')
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

  return { refuseParameter, refuseUrl, sendUnavailable }
}
