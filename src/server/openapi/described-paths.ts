import { PATH_KINDS } from '../../domain/thing-kind.ts'
import { EXPORT_FORMATS } from '../../exports/formats.ts'
import { CONTEXT_PATH } from '../../exports/jsonld-context.ts'
import { ATOM_TYPE } from '../../feeds/atom-document.ts'
import { DATABASE_FEEDS, FEED_KINDS } from '../../feeds/feed-path.ts'
import { OPENSEARCH_TYPE } from '../../feeds/opensearch.ts'
import { SITEMAP_KINDS } from '../../feeds/sitemap.ts'
import { EMBEDDABLE } from '../../pages/embed/embed-request.ts'
import type { DescribedPath } from './described-path.ts'
import { RECONCILIATION_PATHS } from './reconciliation-paths.ts'
import type { BodySchema } from './schemas/body-schemas.ts'

const RESULTS = ['application/graphql-response+json', 'application/json', 'text/event-stream']
const HTML = ['text/html']
const JSON_ONLY = ['application/json']
const page = (path: string, id: string, summary: string, parts?: DescribedPath['parts']): DescribedPath => ({
  path,
  id,
  summary,
  tag: 'pages',
  types: HTML,
  ...(parts && { parts }),
})
/** Schemas of the formats of exports that are JSON, by their file. */
const BODIES: Readonly<Partial<Record<string, BodySchema>>> = {
  'kumu.json': 'Kumu',
  'board.canvas': 'JsonCanvas',
  'claims.jsonld': 'LinkedData',
  'sources.csl.json': 'CslItems',
}
const KIND_AND_SLUG = { kind: EMBEDDABLE, slug: null }

/** All paths. A test fails if a route or an endpoint is not described. */
export const DESCRIBED_PATHS: readonly DescribedPath[] = [
  page('/', 'home', 'Home page.'),
  page('/search', 'search', 'Search by words, with results by kind.'),
  page('/{list}', 'list', 'List of all things of a kind.', { list: ['stories', 'entities', 'data', 'sources'] }),
  page('/{kind}/{slug}', 'thing', 'Page of a thing, with the assertions and their claimants.', {
    kind: PATH_KINDS,
    slug: null,
  }),
  page('/compare', 'compare', 'Entities side by side; without them, a form that chooses them.'),
  page('/embed/new', 'embedBuilder', 'Builder of snippets for articles.'),
  {
    path: '/embed/{kind}/{slug}',
    parts: KIND_AND_SLUG,
    tag: 'embeds',
    id: 'embed',
    summary: 'Embed for an iframe.',
    types: HTML,
  },
  {
    path: '/oembed',
    tag: 'embeds',
    id: 'oembed',
    summary: 'oEmbed 1.0 response for a URL of this site.',
    types: ['application/json', 'text/xml'],
    body: 'OEmbed',
  },
  {
    path: '/card/home.png',
    tag: 'embeds',
    id: 'homeCard',
    summary: 'Card of the home page for social networks.',
    types: ['image/png'],
  },
  {
    path: '/card/{kind}/{slug}.png',
    parts: KIND_AND_SLUG,
    tag: 'embeds',
    id: 'card',
    summary: 'Card for social networks.',
    types: ['image/png'],
  },
  {
    path: '/image/{kind}/{slug}.svg',
    parts: KIND_AND_SLUG,
    tag: 'embeds',
    id: 'vectorPicture',
    summary: 'Picture of an embed that scales.',
    types: ['image/svg+xml'],
  },
  {
    path: '/image/{kind}/{slug}.png',
    parts: KIND_AND_SLUG,
    tag: 'embeds',
    id: 'picture',
    summary: 'Picture of an embed.',
    types: ['image/png'],
  },
  {
    path: '/export/{kind}/{slug}.jsonld',
    parts: KIND_AND_SLUG,
    tag: 'exports',
    id: 'exportThing',
    summary: 'Content of a page as linked data.',
    types: ['application/ld+json'],
    body: 'LinkedData',
  },
  {
    path: '/export/{kind}/{slug}.positions.json',
    parts: KIND_AND_SLUG,
    tag: 'exports',
    id: 'exportPositions',
    summary: 'Places of all parts of the picture of a page.',
    types: JSON_ONLY,
    body: 'Positions',
  },
  ...EXPORT_FORMATS.map(
    ({ file, mediaType, description, columns }): DescribedPath => ({
      path: `/export/${file}`,
      tag: 'exports',
      id: `export-${file.replaceAll('.', '-')}`,
      summary: `The claims of a filter: ${description}.`,
      types: [mediaType],
      columns,
      ...(BODIES[file] && { body: BODIES[file] }),
    }),
  ),
  {
    path: '/feed/{name}.atom',
    parts: { name: DATABASE_FEEDS },
    tag: 'feeds',
    id: 'feed',
    summary: 'The last changed claims of the database, or its last corrections.',
    types: [ATOM_TYPE],
  },
  {
    path: '/feed/{kind}/{slug}.atom',
    parts: { kind: FEED_KINDS, slug: null },
    tag: 'feeds',
    id: 'thingFeed',
    summary: 'The last changed claims of a thing; for a claim, its history.',
    types: [ATOM_TYPE],
  },
  {
    path: CONTEXT_PATH,
    tag: 'exports',
    id: 'context',
    summary: 'Context of all linked data, with the meanings of its own terms.',
    types: ['application/ld+json'],
    body: 'JsonLdContext',
  },
  {
    path: '/sitemap.xml',
    tag: 'discovery',
    id: 'sitemap',
    summary: 'Names of the files of the sitemap.',
    types: ['application/xml'],
  },
  {
    path: '/sitemap/{kind}-{part}.xml',
    parts: { kind: SITEMAP_KINDS, part: null },
    example: { kind: 'claim', part: '1' },
    tag: 'discovery',
    id: 'sitemapPart',
    summary: 'Addresses of pages, with their languages and last changes.',
    types: ['application/xml'],
  },
  { path: '/robots.txt', tag: 'discovery', id: 'robots', summary: 'Rules for crawlers.', types: ['text/plain'] },
  {
    path: '/opensearch.xml',
    tag: 'discovery',
    id: 'openSearch',
    summary: 'Description of the search for browsers.',
    types: [OPENSEARCH_TYPE],
  },
  {
    path: '/openapi.json',
    tag: 'discovery',
    id: 'openApi',
    summary: 'This description.',
    types: JSON_ONLY,
    body: 'OpenApi',
  },
  {
    path: '/graphql',
    tag: 'api',
    id: 'graphql',
    summary: 'GraphQL over HTTP; a subscription as server-sent events; the playground, for a browser.',
    types: [...RESULTS, 'text/html'],
    post: { takes: JSON_ONLY, types: RESULTS },
    body: 'GraphqlResponse',
    failures: ['GraphqlResponse'],
    query: {
      query: 'Text of a query.',
      documentId: 'Id of a query that the server knows, in place of its text.',
      variables: 'Variables as a JSON object.',
      operationName: 'Name of the operation that is to be run.',
    },
    isBuiltIn: true,
  },
  ...RECONCILIATION_PATHS,
  {
    path: '/mcp',
    tag: 'api',
    id: 'mcp',
    summary: 'Model Context Protocol over streamable HTTP, without sessions and streams.',
    types: null,
    post: { takes: JSON_ONLY, types: JSON_ONLY },
    body: 'RpcResponse',
    failures: ['RpcResponse'],
  },
  {
    path: '/healthz',
    tag: 'operation',
    id: 'health',
    summary: 'Whether the process runs, and its version.',
    types: JSON_ONLY,
    body: 'Health',
    isBuiltIn: true,
  },
  {
    path: '/readyz',
    tag: 'operation',
    id: 'readiness',
    summary: 'Whether the database can be read; 503 if not.',
    types: JSON_ONLY,
    body: 'Readiness',
    failures: ['Readiness'],
    isBuiltIn: true,
  },
  {
    path: '/metrics',
    tag: 'operation',
    id: 'metrics',
    summary: 'Metrics for Prometheus, to permitted readers.',
    types: ['text/plain'],
    isBuiltIn: true,
  },
]
