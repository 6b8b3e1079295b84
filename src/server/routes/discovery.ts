import { createHash } from 'node:crypto'
import { KIND_OF_PATH } from '../../domain/thing-kind.ts'
import { OPENSEARCH_TYPE, openSearchDescription } from '../../feeds/opensearch.ts'
import { SITEMAP_KINDS, sitemapIndex, sitemapPart, THINGS_PER_PART } from '../../feeds/sitemap.ts'
import type { QueryParameters } from '../../text/query-parameters.ts'
import { basePathOf } from '../base-path.ts'
import type { RawResponse } from '../cache/cached-response.ts'
import { pick } from '../cache/canonical-path.ts'
import { JSON_TYPE } from '../negotiate-type.ts'
import { bodyOf } from '../refusal.ts'
import { CACHEABLE, type CompleteRoute, type Route, type StreamedRoute } from './route.ts'

const NO_PARAMETERS: QueryParameters = { known: [], repeatable: [], foreign: 'REFUSED' }
const XML_HEADERS = { ...CACHEABLE, 'Content-Type': 'application/xml; charset=utf-8' }

/** /sitemap.xml : lists the files of the sitemap. */
const sitemapRoute: CompleteRoute = {
  pattern: /^\/sitemap\.xml$/,
  dependsOnViewer: false,
  needsLanguage: false,
  parameters: NO_PARAMETERS,
  options: () => new URLSearchParams(),
  respond: async ({ context: { store }, publicUrl }) => {
    const counts = await store.countByKind(await store.revisionAt(null))
    return { status: 200, headers: XML_HEADERS, body: sitemapIndex(counts, publicUrl) }
  },
}

/** /sitemap/claim-1.xml : URLs of pages, with their languages and last changes, streamed. */
const sitemapPartRoute: StreamedRoute = {
  pattern: new RegExp(`^/sitemap/(${SITEMAP_KINDS.join('|')})-([1-9]\\d{0,4})\\.xml$`),
  dependsOnViewer: false,
  needsLanguage: false,
  parameters: NO_PARAMETERS,
  options: () => new URLSearchParams(),
  stream: async ({ parts, context: { store }, publicUrl }) => {
    const kind = SITEMAP_KINDS.find((one) => one === parts[0]) ?? 'site'
    const part = Number(parts[1])
    const [revision, revisions] = await Promise.all([store.revisionAt(null), store.revisions()])
    const count = kind === 'site' ? 1 : (await store.countByKind(revision))[KIND_OF_PATH[kind]]
    if ((part - 1) * THINGS_PER_PART >= count) return NONE
    const instants = new Map(revisions.map(({ number, recordedAt }) => [number, new Date(recordedAt).toISOString()]))
    const instantOf = (number: (typeof revisions)[number]['number']): string | null => instants.get(number) ?? null
    return {
      status: 200,
      headers: XML_HEADERS,
      etag: tagOf(publicUrl, kind, String(part), String(revision)),
      stream: sitemapPart(kind, part, { store, publicUrl, revision, instantOf }),
    }
  },
}

const tagOf = (...parts: readonly string[]): string =>
  `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`

/**
 * /robots.txt : excludes queries, exports and protocols, and names the sitemap. Embeds exclude indexing by a header.
 */
const robotsRoute: CompleteRoute = {
  pattern: /^\/robots\.txt$/,
  dependsOnViewer: false,
  needsLanguage: false,
  parameters: { ...NO_PARAMETERS, foreign: 'IGNORED' },
  options: () => new URLSearchParams(),
  respond: async ({ publicUrl }) => {
    const base = basePathOf(publicUrl)
    const closed = UNCRAWLED.map((path) => `Disallow: ${base}${path}`)
    const lines = ['User-agent: *', ...closed, '', `Sitemap: ${publicUrl}/sitemap.xml`, '']
    return {
      status: 200,
      headers: { ...CACHEABLE, 'Content-Type': 'text/plain; charset=utf-8' },
      body: lines.join('\n'),
    }
  },
}

/** Paths without pages to index: responses for programs, and searches, which are endless. */
const UNCRAWLED = ['/graphql', '/export/', '/search', '/embed/new', '/reconcile', '/mcp', '/metrics']

/** /opensearch.xml?lang= : the search, for browsers. */
const openSearchRoute: CompleteRoute = {
  pattern: /^\/opensearch\.xml$/,
  dependsOnViewer: false,
  needsLanguage: true,
  parameters: { ...NO_PARAMETERS, known: ['lang'] },
  options: ({ query }) => pick(query, 'lang'),
  respond: async ({ messages, publicUrl }) => ({
    status: 200,
    headers: { ...CACHEABLE, 'Content-Type': `${OPENSEARCH_TYPE}; charset=utf-8` },
    body: openSearchDescription(messages, publicUrl),
  }),
}

const NONE: RawResponse = {
  status: 404,
  headers: { 'Content-Type': JSON_TYPE, 'Cache-Control': 'no-store' },
  body: bodyOf({ code: 'NOT_FOUND', message: 'The sitemap has no such file: /sitemap.xml lists its files.' }),
}

/** Routes of files by which crawlers and browsers find the content. */
export const discoveryRoutes: readonly Route[] = [sitemapRoute, sitemapPartRoute, robotsRoute, openSearchRoute]
