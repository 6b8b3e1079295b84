import { XmlAttribute, XmlDocument } from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toRevisionNumber } from '../../src/domain/revision-number.ts'
import { toSlug } from '../../src/domain/slug.ts'
import { sitemapIndex, sitemapPart, THINGS_PER_PART } from '../../src/feeds/sitemap.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from '../site/start-site.ts'

const NAMESPACES = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9', o: 'http://a9.com/-/spec/opensearch/1.1/' }

function textsOf(text: string, xpath: string): readonly string[] {
  const document = XmlDocument.fromString(text)
  try {
    return document.find(xpath, NAMESPACES).map((node) => (node instanceof XmlAttribute ? node.value : node.content))
  } finally {
    document.dispose()
  }
}

let site: StartedSite
beforeAll(async () => {
  // On a busy machine, the first request would wait for the modules of pages longer than its connection may.
  await import('../../src/server/site.ts')
  site = await startSite({ dataset: smallDataset(3), publicUrl: () => 'https://a.example/news' })
})
afterAll(() => site.stop())
const get = async (path: string) => {
  const response = await fetch(`${site.url}${path}`, { redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const own = (url: string): string => url.replace('https://a.example/news', '')

describe('sitemap', () => {
  it('names every page in each language, each of which is there, with its other languages', async () => {
    const index = await get('/sitemap.xml')
    expect([index.status, index.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8'])
    const files = textsOf(index.text, '//s:sitemap/s:loc').map(own)
    expect(files).toEqual(
      ['site', 'story', 'claim', 'entity', 'source', 'data'].map((kind) => `/sitemap/${kind}-1.xml`),
    )
    const pages: string[] = []
    for (const file of files) {
      const { status, text } = await get(file)
      expect([file, status]).toEqual([file, 200])
      const found = textsOf(text, '//s:url/s:loc')
      pages.push(...found)
      const alternates = textsOf(text, '//s:url/*[local-name() = "link"]/@href')
      expect(alternates.length).toBe(found.length * 2)
      expect(new Set(alternates)).toEqual(new Set(found))
    }
    expect(new Set(pages).size).toBe(pages.length)
    // Home and four lists; a story, three claims, two entities, a source and two data categories; in two languages.
    expect(pages.length).toBe((5 + 1 + 3 + 2 + 1 + 2) * 2)
    for (const page of pages) expect(page.startsWith('https://a.example/news/')).toBe(true)
    for (const page of pages.filter((one) => one.includes('lang=en'))) {
      expect([page, (await get(own(page))).status]).toEqual([page, 200])
    }
  })

  it('has the instant of the last change of each page', async () => {
    const { text } = await get('/sitemap/claim-1.xml')
    // The denial of claim-0000 is recorded half a year after the others.
    expect(textsOf(text, '//s:url/s:lastmod')).toEqual([
      ...Array(2).fill('2026-06-01T00:00:00.000Z'),
      ...Array(4).fill('2026-01-01T00:00:00.000Z'),
    ])
    // The data category of claim-0000 is listed before the other one.
    expect(textsOf((await get('/sitemap/data-1.xml')).text, '//s:url/s:lastmod')).toEqual([
      ...Array(2).fill('2026-06-01T00:00:00.000Z'),
      ...Array(2).fill('2026-01-01T00:00:00.000Z'),
    ])
    expect(textsOf((await get('/sitemap/site-1.xml')).text, '//s:url/s:lastmod')).toEqual([])
  })

  it('has no other files and no parameters, and is sent once to a client that has it', async () => {
    for (const path of ['/sitemap/claim-2.xml', '/sitemap/claim-0.xml', '/sitemap/use-1.xml', '/sitemap/x-1.xml']) {
      expect([path, (await get(path)).status]).toEqual([path, 404])
    }
    expect((await get('/sitemap.xml?lang=en')).status).toBe(400)
    const tag = (await get('/sitemap/claim-1.xml')).headers.get('etag') ?? ''
    const again = await fetch(`${site.url}/sitemap/claim-1.xml`, { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
  })

  it('has at most 50,000 addresses in a file, whatever the size of the database', async () => {
    const total = THINGS_PER_PART + 3
    const idOf = (i: number) => toSlug(`claim-${String(i).padStart(6, '0')}`)
    const context = {
      store: {
        listedThings: async (
          _: unknown,
          { after, skip, limit }: { after: string | null; skip: number; limit: number },
        ) => {
          const start = after === null ? skip : Number(after.slice('claim-'.length)) + 1
          const count = Math.max(0, Math.min(limit, total - start))
          return Array.from({ length: count }, (_, i) => ({ id: idOf(start + i), changedIn: toRevisionNumber(1) }))
        },
      },
      publicUrl: 'https://a.example',
      revision: toRevisionNumber(1),
      instantOf: () => null,
    }
    const counts = []
    const seen = new Set<string>()
    for (const part of [1, 2]) {
      let count = 0
      for await (const chunk of sitemapPart('claim', part, context)) {
        for (const [, url = ''] of chunk.matchAll(/<loc>([^<]*)<\/loc>/g)) {
          count += 1
          seen.add(url)
        }
      }
      counts.push(count)
    }
    expect(counts).toEqual([50_000, 6])
    expect(seen.size).toBe(50_006)
    const none = { Entity: 0, DataCategory: 0, Use: 0, Claim: total, Source: 0, Story: 0 }
    expect(textsOf(sitemapIndex(none, 'https://a.example'), '//s:loc')).toEqual([
      'https://a.example/sitemap/site-1.xml',
      'https://a.example/sitemap/claim-1.xml',
      'https://a.example/sitemap/claim-2.xml',
    ])
  })

  it('names the pages of the site alone for an empty database', async () => {
    const empty = await startSite({ fill: () => Promise.resolve() })
    const text = await (await fetch(`${empty.url}/sitemap.xml`)).text()
    expect(textsOf(text, '//s:loc')).toEqual([`${empty.url}/sitemap/site-1.xml`])
    await empty.stop()
  })
})

describe('robots.txt', () => {
  it('forbids queries and exports, and names the sitemap, below the path of PUBLIC_URL', async () => {
    const { status, headers, text } = await get('/robots.txt')
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(text).toMatch(/^User-agent: \*\n/)
    for (const path of ['/graphql', '/export/', '/search']) expect(text).toContain(`\nDisallow: /news${path}\n`)
    expect(text).toContain('\nSitemap: https://a.example/news/sitemap.xml\n')
    expect(text).not.toMatch(/Disallow: \/news\/(?:claim|story|embed\/claim|feed)?$/m)
  })
})

describe('description of the search', () => {
  it.each(['en', 'id'])('leads a browser to the search in %s', async (lang) => {
    const { status, headers, text } = await get(`/opensearch.xml?lang=${lang}`)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/opensearchdescription+xml; charset=utf-8'])
    const [name = '', about = ''] = [textsOf(text, '//o:ShortName')[0], textsOf(text, '//o:Description')[0]]
    expect(name.length).toBeGreaterThan(0)
    expect(name.length).toBeLessThanOrEqual(16)
    expect(about.length).toBeLessThanOrEqual(1024)
    const [template = ''] = textsOf(text, '//o:Url[@type = "text/html"]/@template')
    expect(template).toBe(`https://a.example/news/search?lang=${lang}&q={searchTerms}`)
    expect((await get(own(template.replace('{searchTerms}', encodeURIComponent('direct messages'))))).status).toBe(200)
    expect(textsOf(text, '//o:Language')).toEqual([lang])
  })
})
