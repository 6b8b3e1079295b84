import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCache } from '../../src/cache/create-cache.ts'
import { workbookXlsx } from '../../src/exports/formats/xlsx.ts'
import { EXPORT_FORMATS } from '../../src/exports/formats.ts'
import { allRoutes } from '../../src/server/routes/all-routes.ts'
import { createPngRenderer } from '../../src/server/workers/render-png.ts'
import { DRAFT_WORD } from '../contracts/draft-dataset.ts'
import { plantDrafts, publishBoth } from '../contracts/plant-drafts.ts'
import { AS_EDITOR, viewerOfToken } from '../server/viewers.ts'
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
  // A workbook has the lines of the CSV files, and compresses the port of the server.
  ...EXPORT_FORMATS.filter((one) => one !== workbookXlsx).map(({ file }) => `/export/${file}?lang=en`),
  '/context.jsonld',
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

let without: StartedSite
let drafted: StartedSite
beforeAll(async () => {
  const fillWithDrafts = async (engine: Parameters<typeof publishBoth>[0]) =>
    plantDrafts(engine, await publishBoth(engine))
  without = await startSite({ fill: publishBoth, viewerOf: viewerOfToken, maxWaitMs: 20_000 })
  drafted = await startSite({ fill: fillWithDrafts, viewerOf: viewerOfToken, maxWaitMs: 20_000 })
}, 60_000)
afterAll(async () => {
  await without.stop()
  await drafted.stop()
})

/** Status, headers that say something on the content, and the body, without the port of the server. */
async function get({ url }: StartedSite, path: string, headers: Record<string, string> = {}): Promise<string> {
  const { port } = new URL(url)
  const accept = path.startsWith('/nowhere') ? { Accept: 'text/html' } : {}
  const target = url + path.replace('SITE', encodeURIComponent(url))
  const response = await fetch(target, { headers: { ...accept, ...headers }, redirect: 'manual' })
  const names = ['content-type', 'cache-control', 'location', 'vary']
  const told = names.map((name) => `${name}: ${response.headers.get(name)}`).join('\n')
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1')
  return `${response.status}\n${told}\n\n${body}`.replaceAll(port, 'PORT')
}

describe('a site with drafts', () => {
  it('has a path for each of its routes here', () => {
    const routes = allRoutes(createPngRenderer(createCache({ maxBytes: 1024 })))
    const missing = routes.filter(({ pattern }) => !PATHS.some((path) => pattern.test(path.split('?')[0] ?? '')))
    expect(missing.map(({ pattern }) => String(pattern))).toEqual([])
  })

  it('shows drafts to an editor who asks the API', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ claim(slug: "draft-claim") { slug } }')}`
    expect(await get(drafted, path, AS_EDITOR)).toContain('"draft-claim"')
  })

  it.each(PATHS)('answers the public as a site without them, after an editor: %s', async (path) => {
    await get(drafted, path, AS_EDITOR)
    const answer = await get(drafted, path)
    expect(answer).toBe(await get(without, path))
    // The second answer may come from the cache.
    expect(await get(drafted, path)).toBe(answer)
  })
})
