import type { Messages } from '../../messages/en.ts'
import type { PageContext } from '../../pages/page.ts'
import type { QueryParameters } from '../../text/query-parameters.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { PUBLIC } from '../cache/response-cache.ts'

/** One path of the site. Thin: it reads the address, asks pages/ for the answer, and says how it may be kept. */
export interface Route {
  readonly pattern: RegExp
  /** Whether the address must say its language; without one it is redirected to one that does. */
  readonly needsLanguage: boolean
  /** The query parameters that the path may have, those included that say nothing to it, such as the view on a page. */
  readonly parameters: QueryParameters
  /**
   * The parameters that the answer depends on, parsed, clamped and in one spelling. The cache key is made of them, and
   * `answer` is given no others. In the query that it reads `lang` is a language of ours, and `asOf` the instant of a revision.
   */
  readonly options: (request: Pick<RouteRequest, 'parts' | 'query' | 'publicUrl'>) => URLSearchParams
  readonly respond: (request: RouteRequest) => Promise<RawResponse>
}

export interface RouteRequest {
  /** What the groups of the pattern matched, decoded. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
  /** Base of absolute addresses. */
  readonly publicUrl: string
  readonly messages: Messages
  readonly context: PageContext
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
]

const CACHEABLE = { 'Cache-Control': PUBLIC }
const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

/** Framed by anybody, and nothing but itself inside. */
export const EMBED_HEADERS = {
  ...HTML,
  ...CACHEABLE,
  'Content-Security-Policy': [...POLICY, "form-action 'none'", 'frame-ancestors *'].join('; '),
  'X-Robots-Tag': 'noindex',
}
/** Framed by nobody; its forms and its preview are its own. */
export const PAGE_HEADERS = {
  ...HTML,
  ...CACHEABLE,
  'Content-Security-Policy': [
    ...POLICY,
    "form-action 'self'",
    "frame-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Frame-Options': 'DENY',
}
export const IMAGE_HEADERS = {
  ...CACHEABLE,
  'Content-Type': 'image/png',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
/** A drawing opened by itself is a document: it may do nothing. */
export const SVG_HEADERS = {
  ...IMAGE_HEADERS,
  'Content-Type': 'image/svg+xml; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
}
export const DATA_HEADERS = { ...CACHEABLE, 'Content-Type': 'application/ld+json; charset=utf-8' }
/** A frame must be able to say that there is nothing to show. */
export const UNAVAILABLE_HEADERS = {
  ...HTML,
  'Content-Security-Policy': [...POLICY, "form-action 'none'", 'frame-ancestors *'].join('; '),
}
