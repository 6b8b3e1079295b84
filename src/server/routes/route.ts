import type { Messages } from '../../messages/en.ts'
import type { PageContext } from '../../pages/page.ts'
import type { QueryParameters } from '../../text/query-parameters.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { PUBLIC } from '../cache/response-cache.ts'
import type { BodyStream } from '../connections/stream-body.ts'

/** One path of the site. A route parses the URL, makes the response, and sets its headers. */
export type Route = CompleteRoute | StreamedRoute

/** Responds with a complete body, which is compressed, has an ETag and may be cached. */
export interface CompleteRoute extends RouteBase {
  readonly respond: (request: RouteRequest) => Promise<RawResponse>
}

/** Responds with chunks as they are made. The server never caches the response. */
export interface StreamedRoute extends RouteBase {
  /** @throws DomainError before the first chunk, for a refusal in place of the stream */
  readonly stream: (request: StreamedRequest) => Promise<StreamedResponse | RawResponse>
}

interface RouteBase {
  readonly pattern: RegExp
  /**
   * Whether the response may differ by viewer. If so, it is made for the viewer of the request, sent as private, and never
   * cached. If not, it is made for the public.
   */
  readonly dependsOnViewer: boolean
  /** True if the URL must have a language. A URL without one is redirected. */
  readonly needsLanguage: boolean
  /** Query parameters that the path accepts, including some without an effect, such as the view on a page. */
  readonly parameters: QueryParameters
  /**
   * Returns the parameters on which the response depends, parsed, clamped and in one spelling. They are part of the cache key,
   * and `respond` gets no others. In the given query, `lang` is a language of Sanad and `asOf` the instant of a revision.
   */
  readonly options: (request: Pick<RouteRequest, 'parts' | 'query' | 'publicUrl'>) => URLSearchParams
}

export interface RouteRequest {
  /** Groups of the pattern, decoded. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
  /** Base of absolute URLs. */
  readonly publicUrl: string
  readonly messages: Messages
  readonly context: PageContext
}

export interface StreamedRequest extends RouteRequest {
  /** Aborts when the client leaves. */
  readonly left: AbortSignal
}

export interface StreamedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** With quotation marks. It differs if any byte of the body may differ. */
  readonly etag?: string
  readonly stream: BodyStream
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
]

/** Headers of responses that every cache may store. */
export const CACHEABLE = { 'Cache-Control': PUBLIC }
const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

/** Headers of embeds: every site may frame them. They load files from their own origin only. */
export const EMBED_HEADERS = {
  ...HTML,
  ...CACHEABLE,
  'Content-Security-Policy': [...POLICY, "form-action 'none'", 'frame-ancestors *'].join('; '),
  'X-Robots-Tag': 'noindex',
}
/** Headers of pages: no site may frame them. Forms, requests and the preview stay within their origin. */
export const PAGE_HEADERS = {
  ...HTML,
  ...CACHEABLE,
  'Content-Security-Policy': [
    ...POLICY,
    "font-src 'self'",
    "form-action 'self'",
    "frame-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Frame-Options': 'DENY',
}
/** Headers of PNG pictures, which other origins may show. */
export const IMAGE_HEADERS = {
  ...CACHEABLE,
  'Content-Type': 'image/png',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
/** Headers of SVG pictures. A picture that is opened as a document can neither run scripts nor load files. */
export const SVG_HEADERS = {
  ...IMAGE_HEADERS,
  'Content-Type': 'image/svg+xml; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
}
/** Headers of exports that are JSON without links. */
export const JSON_HEADERS = { ...CACHEABLE, 'Content-Type': 'application/json; charset=utf-8' }
/** Headers of linked data. */
export const DATA_HEADERS = { ...CACHEABLE, 'Content-Type': 'application/ld+json; charset=utf-8' }
/** Headers of the message of an embed that cannot be shown, which every site may frame. */
export const ALERT_IN_EMBED_HEADERS = { ...EMBED_HEADERS, 'Cache-Control': 'no-store', Vary: 'Accept' }
/** Headers of the message of a page that cannot be shown. */
export const ALERT_HEADERS = { ...PAGE_HEADERS, 'Cache-Control': 'no-store', Vary: 'Accept' }
