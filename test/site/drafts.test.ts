import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCache } from '../../src/cache/create-cache.ts'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { ALL_TOOLS } from '../../src/mcp/all-tools.ts'
import { allRoutes } from '../../src/server/routes/all-routes.ts'
import { createPngRenderer } from '../../src/server/workers/render-png.ts'
import { DRAFT_WORD } from '../contracts/draft-dataset.ts'
import { plantDrafts, publishBoth } from '../contracts/plant-drafts.ts'
import { assertion } from '../contracts/small-dataset.ts'
import { dumpOf } from '../dump/dump-database.ts'
import { callOf, HEADERS } from '../mcp/connect.ts'
import { AS_EDITOR, EDITOR, viewerOfToken } from '../server/viewers.ts'
import { type StartedSite, startSite } from './start-site.ts'

const OBJECTS = [
  ['entity', 'draft-company'],
  ['entity', 'draft-former'],
  ['entity', 'rich-brand'],
  ['claim', 'draft-claim'],
  ['claim', 'draft-gone'],
  ['claim', 'draft-old'],
  ['claim', 'claim-0004'],
  ['claim', 'rich-use'],
  ['claim', 'rich-owner'],
  ['source', 'draft-paper'],
  ['source', 'rich-article'],
  ['story', 'draft-story'],
  ['story', 'rich-story'],
  ['data', 'draft-data'],
  ['data', 'rich-body'],
  ['use', 'draft-use'],
] as const

const EXTENSION = {
  ids: ['entity/rich-company', 'entity/draft-company', 'claim/draft-claim', 'claim/rich-use', 'source/rich-article'],
  properties: ['names', 'headline', 'quote', 'claims-about', 'claims-about.quote', 'says', 'claims-in'].map((id) => ({
    id,
  })),
}

const PATHS = [
  '/?lang=en',
  `/?lang=en&q=${DRAFT_WORD}`,
  ...['stories', 'entities', 'data', 'sources', 'compare'].map((list) => `/${list}?lang=en`),
  ...[DRAFT_WORD, 'draft-company', 'draft-compny', 'rich'].map((text) => `/search?lang=en&q=${text}`),
  `/compare?lang=en&add=${DRAFT_WORD}`,
  '/compare?lang=en&entities=draft-company',
  ...['about', 'network'].map((view) => `/entity/rich-company?lang=en&view=${view}`),
  ...['list', 'matrix', 'timeline'].map((view) => `/story/rich-story?lang=en&view=${view}`),
  '/story/rich-story?lang=en&view=list&after=draft-claim',
  '/card/home.png?lang=en',
  '/feed/all.atom?lang=en',
  '/feed/corrections.atom?lang=en',
  ...EXPORT_FORMATS.map(({ file }) => `/export/${file}?lang=en`),
  '/export/claims.csv?lang=en&about=draft-company',
  '/export/claims.csv?lang=en&about=rich-company',
  '/export/dossier.md?lang=en&story=draft-story',
  '/export/dossier.md?lang=en&story=rich-story',
  ...['story/rich-story', 'story/draft-story', 'entity/rich-company', 'entity/draft-company'].map(
    (thing) => `/export/${thing}.positions.json?lang=en`,
  ),
  '/context.jsonld',
  '/openapi.json',
  '/reconcile?lang=en',
  '/reconcile/v1?lang=en',
  ...[DRAFT_WORD, 'draft', 'rich', 'claim/draft-claim', 'entity/draft-compny'].flatMap((prefix) => [
    `/reconcile/suggest/entity?lang=en&prefix=${prefix}`,
    `/reconcile/v1/suggest/entity?lang=en&prefix=${prefix}`,
    `/reconcile?lang=en&queries=${encodeURIComponent(JSON.stringify({ q: { query: prefix }, c: { query: prefix, type: 'claim' } }))}`,
  ]),
  ...OBJECTS.filter(([kind]) => kind !== 'story').flatMap(([kind, slug]) =>
    ['flyout/entity', 'preview', 'view'].map((task) => `/reconcile/${task}?lang=en&id=${kind}/${slug}`),
  ),
  `/reconcile?lang=en&extend=${encodeURIComponent(JSON.stringify(EXTENSION))}`,
  '/sitemap.xml',
  ...['story', 'claim', 'entity', 'source', 'data', 'use'].map((kind) => `/sitemap/${kind}-1.xml`),
  '/robots.txt',
  '/context.jsonld',
  '/export/story/rich-story.positions.json?lang=en',
  '/export/entity/rich-company.positions.json?lang=en',
  '/export/claim/draft-claim.positions.json?lang=en',
  '/opensearch.xml?lang=en',
  '/compare?entities=rich-company,draft-company&lang=en',
  '/compare?entities=rich-company,rich-brand&lang=en',
  '/embed/compare/rich-company,draft-company?lang=en',
  `/embed/new?lang=en&what=${DRAFT_WORD}`,
  '/embed/new?lang=en&what=claim/draft-claim',
  '/nowhere/draft-company',
  `/nowhere/${DRAFT_WORD}`,
  '/oembed?url=SITE/claim/draft-claim',
  '/oembed?url=SITE/claim/rich-use',
  '/card/claim/draft-claim.png?lang=en',
  '/card/claim/rich-use.png?lang=en',
  '/image/claim/draft-claim.png?lang=en',
  ...OBJECTS.flatMap(([kind, slug]) => [
    `/${kind}/${slug}?lang=en`,
    `/${kind}/${slug}?lang=id&asOf=2026-08-03T00:00:00Z`,
    `/embed/${kind}/${slug}?lang=en`,
    `/embed/${kind}/${slug}?lang=en&view=timeline`,
    `/image/${kind}/${slug}.svg?lang=en`,
    `/export/${kind}/${slug}.jsonld?lang=en`,
    `/export/${kind}/${slug}.positions.json?lang=en`,
    `/feed/${kind}/${slug}.atom?lang=en`,
  ]),
  ...[
    '{ claims { totalCount nodes { slug } } }',
    '{ claim(slug: "draft-claim") { slug } }',
    '{ revisions { number } }',
    '{ entity(slug: "draft-compny") { slug } claim(slug: "draft-clam") { slug } story(slug: "draft-stor") { slug } }',
    '{ claims(filter: {about: "draft-company"}) { totalCount } }',
    '{ claims(filter: {about: "rich-company"}) { totalCount nodes { slug mentions { slug } } } }',
    '{ entity(slug: "rich-company") { claimsAbout { totalCount nodes { slug } } } story(slug: "rich-story") { picture { slug } } }',
    `{ search(text: "${DRAFT_WORD}") { totalCount } }`,
  ].map((query) => `/graphql?query=${encodeURIComponent(query)}`),
]

/** Paths and bodies of requests by POST. */
const POSTS: readonly (readonly [path: string, body: unknown])[] = [
  [
    '/reconcile/v1/match',
    {
      queries: [DRAFT_WORD, 'claim/draft-claim', 'rich'].map((propertyValue) => ({
        conditions: [{ matchType: 'name', propertyValue }],
      })),
    },
  ],
  ['/reconcile/v1/extend', EXTENSION],
  ...Object.entries({
    search: [{ text: DRAFT_WORD }, { text: 'rich' }],
    similar_claims: [{ text: `the ${DRAFT_WORD} company collects health data of all` }],
    claims: [{}, { about: 'draft-company' }, { about: 'rich-company' }],
    claim: [{ slug: 'draft-claim' }, { slug: 'rich-use' }],
    entity: [{ slug: 'draft-company' }, { slug: 'draft-compny' }, { slug: 'rich-company' }],
    paths: [{ from: 'rich-company', to: 'draft-company' }],
    compare: [{ entities: ['rich-company', 'draft-company'] }, { entities: ['rich-company'] }],
    timeline: [{ entity: 'rich-company' }, { claim: 'draft-claim' }],
  }).flatMap(([tool, calls]) => calls.map((args) => ['/mcp', callOf(tool, args)] as const)),
]
/** Requests whose response an editor gets with drafts. */
const SEEN_BY_EDITORS: readonly { readonly path: string; readonly body?: unknown }[] = [
  { path: `/reconcile/suggest/entity?lang=en&prefix=${DRAFT_WORD}` },
  { path: '/reconcile/preview?lang=en&id=claim/draft-claim' },
  { path: '/reconcile/v1/extend', body: EXTENSION },
  ...['search', 'claim', 'entity'].map((tool) => ({
    path: '/mcp',
    body: POSTS.map(([, body]) => body).find((body) => isCallOf(tool, body)),
  })),
]

function isCallOf(tool: string, body: unknown): boolean {
  return JSON.stringify(body).includes(`"name":"${tool}"`)
}

let without: StartedSite
let drafted: StartedSite
beforeAll(async () => {
  const fillWithDrafts = async (engine: Parameters<typeof publishBoth>[0]) =>
    plantDrafts(engine, await publishBoth(engine))
  // Compressed files have addresses too, which are equal only with one PUBLIC_URL.
  const options = { viewerOf: viewerOfToken, maxWaitMs: 20_000, publicUrl: () => PUBLIC_URL }
  without = await startSite({ ...options, fill: publishBoth })
  drafted = await startSite({ ...options, fill: fillWithDrafts })
}, 60_000)
afterAll(async () => {
  await without.stop()
  await drafted.stop()
})

const PUBLIC_URL = 'https://sanad.example'

/** Status, headers that say something on the content, and the body. A body of a request is sent by POST. */
async function get(
  { url }: StartedSite,
  path: string,
  { headers = {}, body }: { readonly headers?: Record<string, string>; readonly body?: unknown } = {},
): Promise<string> {
  const accept = path.startsWith('/nowhere') ? { Accept: 'text/html' } : {}
  const target = url + path.replace('SITE', encodeURIComponent(PUBLIC_URL))
  const posted = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(target, {
    ...posted,
    headers: { ...accept, ...(body === undefined ? {} : HEADERS), ...headers },
    redirect: 'manual',
  })
  const names = ['content-type', 'cache-control', 'location', 'vary']
  const told = names.map((name) => `${name}: ${response.headers.get(name)}`).join('\n')
  return `${response.status}\n${told}\n\n${Buffer.from(await response.arrayBuffer()).toString('latin1')}`
}

describe('a site with drafts', () => {
  it('has a path for each of its routes here', () => {
    const routes = allRoutes(createPngRenderer(createCache({ maxBytes: 1024 })))
    const missing = routes.filter(({ pattern }) => !PATHS.some((path) => pattern.test(path.split('?')[0] ?? '')))
    expect(missing.map(({ pattern }) => String(pattern))).toEqual([])
  })

  it('shows drafts to an editor in the API', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ claim(slug: "draft-claim") { slug } }')}`
    expect(await get(drafted, path, { headers: AS_EDITOR })).toContain('"draft-claim"')
  })

  it.each(PATHS)('answers the public as a site without them, after an editor: %s', async (path) => {
    await get(drafted, path, { headers: AS_EDITOR })
    const answer = await get(drafted, path)
    expect(answer).toBe(await get(without, path))
    // The second answer may come from the cache.
    expect(await get(drafted, path)).toBe(answer)
  })

  it('has a call of each tool here', () => {
    const missing = ALL_TOOLS.filter(({ definition }) => !POSTS.some(([, body]) => isCallOf(definition.name, body)))
    expect(missing.map(({ definition }) => definition.name)).toEqual([])
  })

  it.each(POSTS)('answers the public as a site without them, after an editor: POST %s %j', async (path, body) => {
    await get(drafted, path, { headers: AS_EDITOR, body })
    const answer = await get(drafted, path, { body })
    expect(answer).toMatch(/^200/)
    expect(answer).toBe(await get(without, path, { body }))
  })

  it.each(SEEN_BY_EDITORS)('answers an editor with drafts: $path $body', async ({ path, body }) => {
    const answer = await get(drafted, path, { headers: AS_EDITOR, body })
    expect(answer).toMatch(/^200/)
    expect(answer).toMatch(/draft-|zebrawood/)
    expect(answer).not.toBe(await get(drafted, path, { body }))
  })

  it.each(EXPORT_FORMATS.map(({ file }) => file))('exports the same %s to an editor', async (file) => {
    const path = `/export/${file}?lang=en`
    expect(await get(drafted, path, { headers: AS_EDITOR })).toBe(await get(drafted, path))
  })

  it('has the same public dump as a site without them, and another one with drafts', async () => {
    const dump = await dumpOf(drafted.open.engine, false)
    expect(dump).toBe(await dumpOf(without.open.engine, false))
    expect(await dumpOf(drafted.open.engine, true)).toContain(DRAFT_WORD)
  })

  it('sends drafts by a subscription to an editor alone, up to a revision that is published', async () => {
    const item = { ...assertion('denial', 'claim-0001', { stance: 'DENIES', polarity: 'NEGATES', claimantId: 'musk' }) }
    const expectedRevision = await drafted.open.database.visibleTo(EDITOR).revisionAt(null)
    const options = { author: 'test', reason: 'denied', now: new Date('2026-08-03T00:00:00Z'), expectedRevision }
    const published = await drafted.open.writer.append({ put: { assertions: [{ item }] } }, options)
    const read = async (field: string, headers: Record<string, string>): Promise<string> => {
      const left = new AbortController()
      const query = `subscription { ${field} }`
      const response = await fetch(`${drafted.url}/graphql?${new URLSearchParams({ query })}`, {
        headers: { Accept: 'text/event-stream', 'Last-Event-ID': '1.1000', ...headers },
        signal: left.signal,
      })
      return textUntil(response, new RegExp(`^id: ${published}\\.1\ndata: .*\n\n`, 'm')).finally(() => left.abort())
    }
    const changes = 'claimChanged { slug claim { slug assertions { slug } headline { by } } before { slug } }'
    const texts = [await read(changes, {}), await read('revisionPublished { number author reason }', {})]
    for (const text of texts) expect(text).not.toMatch(/draft|zebrawood/)
    expect(await read(changes, AS_EDITOR)).toMatch(/draft-|zebrawood/)
  })
})

async function textUntil({ body }: Response, end: RegExp): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (end.test(text)) return text
  }
  throw new Error(`The stream ended: ${text.slice(0, 300)}`)
}
