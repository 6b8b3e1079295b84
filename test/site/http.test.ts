import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { recordedInstant } from './recorded-instant.ts'
import { type StartedSite, startSite } from './start-site.ts'
import { filterLikeWordPress } from './wordpress.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${site.url}${path}`, { headers, redirect: 'manual' })

const PAGES = [
  '/?lang=en',
  '/?lang=id&q=twitter',
  '/story/x-privacy-2023?lang=en',
  '/claim/x-sells-user-data?lang=id',
  '/entity/x?lang=en',
  '/source/x-privacy-policy?lang=id',
  '/data/biometric?lang=en',
  '/use/train-x-ai?lang=en',
  '/compare?entities=x,xai&lang=en',
  '/embed/new?lang=en&what=claim/x-sells-user-data',
]
const FRAMES = [
  '/embed/story/x-privacy-2023?lang=en',
  '/embed/claim/x-sells-user-data?lang=id&theme=dark',
  '/embed/entity/x?lang=en&view=timeline',
  '/embed/compare/x,xai?lang=en',
  '/embed/network/x?lang=id',
  '/embed/source/article?lang=en',
  '/embed/data/biometric?lang=id&view=matrix',
  '/embed/use/train-x-ai?lang=en',
]

describe('page over HTTP', () => {
  it.each([...PAGES, ...FRAMES])('%s is a document without inline code, cookies or foreign resources', async (path) => {
    const response = await get(path)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    )
    expect(html).toMatch(/^<!doctype html>\n<html lang="(en|id)" dir="ltr"/)
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style|javascript:/)
    for (const [, src] of html.matchAll(/<script[^>]*src="([^"]*)"/g)) expect(src).toMatch(/^\/assets\//)
    for (const [tag] of html.matchAll(/<script(?![^>]*src=)[^>]*>/g))
      expect(tag).toBe('<script type="application/ld+json">')
    expect(html).not.toMatch(/<(img|link rel="stylesheet"|iframe)[^>]*(src|href)="https?:/)
  })

  it.each(FRAMES)('%s may be embedded on any site, and is not indexed', async (path) => {
    const response = await get(path)
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(response.headers.get('x-frame-options')).toBeNull()
    expect(response.headers.get('cache-control')).toBe(
      'public, max-age=60, stale-while-revalidate=300, stale-if-error=86400',
    )
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const html = await response.text()
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('<meta name="responsive-embedded-sizing" content="allow-origins=*">')
    expect(html).toMatch(
      /<link rel="canonical" href="http:\/\/127\.0\.0\.1:\d+\/(story|claim|entity|compare|source|data|use)/,
    )
  })

  it.each(PAGES)('%s may not be embedded', async (path) => {
    expect((await get(path)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

describe('site path', () => {
  it('uses Accept-Language only to redirect', async () => {
    const response = await get('/claim/x-sells-user-data', { 'Accept-Language': 'id-ID,id;q=0.9,en;q=0.8' })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/claim/x-sells-user-data?lang=id'])
    expect(response.headers.get('vary')).toBe('Accept-Language')
    const other = await get('/claim/x-sells-user-data?lang=xx', { 'Accept-Language': 'fr' })
    expect(other.headers.get('location')).toBe('/claim/x-sells-user-data?lang=en')
  })

  it.each([
    ['fr, id;q=0.1, en;q=0.9', 'en'],
    ['en;q=0, id', 'id'],
    ['id-ID, en;q=0.8', 'id'],
    ['id-ID,en', 'id'],
    ['ID-id', 'id'],
    ['in-ID,en', 'id'],
    ['fr-FR,fr,*;q=0.5,id;q=0.1', 'en'],
    ['en;q=0,*', 'id'],
    ['en-GB,id', 'en'],
    ['!!,id', 'id'],
    ['fr', 'en'],
  ])('redirects to the language of highest preference: %s', async (wanted, lang) => {
    const response = await get('/claim/x-sells-user-data', { 'Accept-Language': wanted })
    expect(response.headers.get('location')).toBe(`/claim/x-sells-user-data?lang=${lang}`)
  })

  it.each(['/claim/x-sells-user-data%20', '/claim/%C2%A0x-sells-user-data'])(
    'has the page of the slug without white space around it: %s',
    async (path) => {
      expect((await get(`${path}?lang=en`)).status).toBe(200)
    },
  )

  it('ignores unknown parameters in the response cache', async () => {
    let reads = 0
    const counting = await startSite({
      wrap: (store) => ({
        ...store,
        stories: (...requested) => {
          reads += 1
          return store.stories(...requested)
        },
      }),
    })
    const send = async (query: string): Promise<string> =>
      (await fetch(`${counting.url}/story/x-privacy-2023?${query}`)).text()
    await send('lang=en&limit=3')
    const plain = await send('lang=en&limit=3')
    const before = reads
    const others = await Promise.all(['n=1&lang=en&limit=3', 'limit=3&lang=en&utm_source=x'].map(send))
    await counting.stop()
    expect([before > 0, reads]).toEqual([true, before])
    expect(others).toEqual([plain, plain])
  })

  it('exists for robots.txt and favicon.ico', async () => {
    const [robots, icon] = await Promise.all([get('/robots.txt'), get('/favicon.ico')])
    expect([robots.status, icon.status]).toEqual([200, 200])
    expect(await robots.text()).toMatch(/^User-agent: \*\n/)
    expect(icon.headers.get('content-type')).toContain('image/svg+xml')
  })

  it('is sent uncompressed to clients that refuse compression', async () => {
    const path = '/claim/x-sells-user-data?lang=en'
    const [refusing, taking] = await Promise.all([
      get(path, { 'Accept-Encoding': 'gzip;q=0, identity' }),
      get(path, { 'Accept-Encoding': 'br;q=1.0, gzip;q=0.8' }),
    ])
    expect([refusing, taking].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip'])
  })

  it('answers 304 to a client with the same bytes, plain and compressed', async () => {
    const path = '/embed/claim/x-sells-user-data?lang=en'
    for (const coding of ['identity', 'gzip']) {
      const first = await get(path, { 'Accept-Encoding': coding })
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]{22}(-gz)?"$/)
      const second = await get(path, { 'Accept-Encoding': coding, 'If-None-Match': etag })
      expect(second.status).toBe(304)
      expect((await get(path, { 'Accept-Encoding': coding, 'If-None-Match': '"other"' })).status).toBe(200)
    }
  })

  it('never appears under the host that a request names', async () => {
    const { request } = await import('node:http')
    const html = await new Promise<string>((resolve, reject) => {
      const requested = request(
        `${site.url}/claim/x-sells-user-data?lang=en`,
        { headers: { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' } },
        (response) => {
          let text = ''
          response.on('data', (chunk) => (text += chunk))
          response.on('end', () => resolve(text))
        },
      )
      requested.on('error', reject)
      requested.end()
    })
    expect(html).toContain(`<link rel="canonical" href="${site.url}/claim/x-sells-user-data?lang=en">`)
    expect(html).not.toContain('evil.example')
  })

  it.each(['/claim/x-sells-user-dat?lang=en', '/entity/twiter-x?lang=en', '/embed/claim/selling-user-data?lang=id'])(
    '%s is a 404 with near names',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      const html = await response.text()
      expect(html).toMatch(/href="\/(claim|entity)\/x/)
    },
  )

  it.each(['/entity/%00?lang=en', '/compare?entities=a,b,c,d,e,f&lang=en'])(
    'gives 404 and leaves the server running: %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(404)
      expect((await get('/?lang=en')).status).toBe(200)
    },
  )
})

describe('metadata of a page', () => {
  it('links to oEmbed in the first kilobytes, and to a card for social networks', async () => {
    const html = await (await get('/claim/x-sells-user-data?lang=en')).text()
    const head = html.slice(0, 4096)
    const address = encodeURIComponent(`${site.url}/claim/x-sells-user-data?lang=en`)
    expect(head).toContain(`type="application/json+oembed" href="${site.url}/oembed?url=${address}&amp;format=json"`)
    expect(html).toContain(`<meta property="og:image" content="${site.url}/card/claim/x-sells-user-data.png?lang=en">`)
  })

  it('is linked data that keeps the hedge and has no rating', async () => {
    const html = await (await get('/claim/x-sells-user-data?lang=en')).text()
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    const data = JSON.parse(block)
    expect(data['@type']).toBe('Claim')
    expect(data.name).toMatch(
      /^Stated not to: X sells its users' data – X says it does not \(“And no, we don’t sell your personal information\.”; /,
    )
    expect(data.description).toMatch(/^X says .* that it does not sell its users' data.* (?:think|speculate)/)
    expect(data.appearance.length + data.subjectOf.length).toBeGreaterThan(2)
    expect(block).not.toMatch(/rating/i)
  })
})

describe('oEmbed', () => {
  const oembed = (query: string): Promise<Response> => get(`/oembed?${query}`)
  const of = (path: string): string => `url=${encodeURIComponent(`${site.url}${path}`)}`

  it('gives markup that WordPress keeps, for a permalink without parameters', async () => {
    const response = await (await oembed(of('/story/x-privacy-2023'))).json()
    expect(response).toMatchObject({
      type: 'rich',
      version: '1.0',
      width: 680,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    })
    const filtered = filterLikeWordPress(response.html)
    expect(filtered).toMatch(/^<blockquote><a href="http.*story\/x-privacy-2023/)
    expect(filtered).toContain(`src="${site.url}/embed/story/x-privacy-2023?lang=en"`)
  })

  it('keeps the parameters of the widget that the permalink has', async () => {
    const response = await (
      await oembed(of('/story/x-privacy-2023?view=timeline&lang=id&asOf=2026-09-01T00:00:00Z&limit=5'))
    ).json()
    const recorded = encodeURIComponent(await recordedInstant(site, '2026-09-01T00:00:00Z'))
    expect(response.html).toContain(
      `/embed/story/x-privacy-2023?view=timeline&amp;lang=id&amp;limit=5&amp;asOf=${recorded}`,
    )
  })

  it.each([
    ['maxwidth=100&maxheight=300', 100, 300],
    ['maxwidth=5000&maxheight=99999', 680, 1000],
    ['maxwidth=-1&maxheight=abc', 680, 480],
    ['maxwidth=0&maxheight=0', 680, 480],
    ['maxwidth=1&maxheight=2', 1, 2],
  ])('stays within %s', async (sizes, width, height) => {
    const response = await (await oembed(`${of('/claim/x-sells-user-data')}&${sizes}`)).json()
    expect([response.width, response.height]).toEqual([width, height])
  })

  it('offers XML, and gives 501 for other formats', async () => {
    const xml = await oembed(`${of('/claim/x-sells-user-data')}&format=xml`)
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(await xml.text()).toMatch(/^<\?xml version="1.0".*<oembed><type>rich<\/type><version>1.0<\/version>/s)
    expect((await oembed(`${of('/claim/x-sells-user-data')}&format=yaml`)).status).toBe(501)
  })

  it.each([
    'url=https%3A%2F%2Fevil.example%2Fclaim%2Fx-sells-user-data',
    'url=garbage',
    '',
    'url=javascript%3Aalert(1)',
  ])('gives 404 for %s', async (query) => {
    expect((await oembed(query)).status).toBe(404)
  })

  it.each(['/claim/nothing-of-that-name', '/graphql', '/source/nothing', '/embed/claim/a/b', '/'])(
    'gives 404 for our path %s',
    async (path) => {
      expect((await oembed(of(path))).status).toBe(404)
    },
  )
})

describe('embed builder', () => {
  it('explains invalid parameters and shows a preview', async () => {
    const html = await (
      await get('/embed/new?lang=en&what=claim/x-sells-user-data&view=hologram&limit=-3&status=LOUD&theme=pink&width=1')
    ).text()
    for (const word of ['hologram', 'limit=-3', 'LOUD', 'pink']) expect(html).toContain(word)
    expect(html).toContain('<iframe id="preview"')
  })

  it('offers embed targets for search words', async () => {
    const html = await (await get('/embed/new?lang=en&what=selling')).text()
    expect(html).toContain('href="/embed/new?lang=en&amp;what=claim/x-sells-user-data"')
  })

  it.each([
    ['biometric', 'data/biometric', 'Data'],
    ['train AI', 'use/train-x-ai', 'Use'],
    ['kebijakan privasi', 'source/x-privacy-policy', 'Source'],
    ['what for', 'story/x-privacy-2023', 'Story'],
    ['twitter', 'entity/x', 'Entity'],
  ])('finds for %s the embed target %s', async (words, what, kind) => {
    const found = await (await get(`/embed/new?lang=en&what=${encodeURIComponent(words)}`)).text()
    expect(found).toContain(`>${kind}</small> <a href="/embed/new?lang=en&amp;what=${what}">`)
    const chosen = await (await get(`/embed/new?lang=en&what=${what}`)).text()
    expect(chosen).toContain(`src="/embed/${what}?lang=en"`)
  })

  it('keeps all settings when another target is chosen', async () => {
    const chosen =
      'lang=id&what=roll20&view=timeline&theme=dark&status=STATED&status=DENIED&limit=7&time=pinned&width=760'
    const html = await (await get(`/embed/new?${chosen}`)).text()
    const href = /href="(\/embed\/new\?[^"]*what=entity\/roll20[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    expect(href).toBe(`/embed/new?${chosen.replace('what=roll20', 'what=entity/roll20')}`)
    // A claim has no matrix view, so the setting is dropped.
    const other = await (await get('/embed/new?lang=en&what=selling&view=matrix&limit=7')).text()
    expect(other).toContain('href="/embed/new?lang=en&amp;what=claim/x-sells-user-data&amp;limit=7"')
  })

  it.each([
    'https://evil.example/claim/x-sells-user-data',
    'http://evil.example/embed/claim/x-sells-user-data',
    '//evil.example/claim/x-sells-user-data',
    'javascript://claim/x-sells-user-data',
    '\\\\evil.example/claim/x-sells-user-data',
  ])('rejects %s and names the accepted URLs', async (address) => {
    const html = await (await get(`/embed/new?lang=en&what=${encodeURIComponent(address)}`)).text()
    expect(html).toContain('is not an address of this site')
    expect(html).toContain(`Paste one that begins with ${site.url}`)
    expect(html).not.toContain('<iframe')
  })

  it.each([
    '/claim/x-sells-user-data',
    'claim/x-sells-user-data?lang=id',
    'SITE/claim/x-sells-user-data',
    'SITE/embed/claim/x-sells-user-data?lang=en#x',
  ])('accepts %s', async (address) => {
    const html = await (
      await get(`/embed/new?lang=en&what=${encodeURIComponent(address.replace('SITE', site.url))}`)
    ).text()
    expect(html).toContain('src="/embed/claim/x-sells-user-data?lang=en"')
  })

  it('makes three snippets, pinned to the current instant on request', async () => {
    const html = await (await get('/embed/new?lang=en&what=story/x-privacy-2023&time=pinned&limit=5')).text()
    expect(html.match(/<textarea/g)).toHaveLength(3)
    expect(html).toContain('asOf=2026-11-01T00%3A00%3A00Z')
    expect(html).toContain('sandbox=&quot;allow-scripts allow-popups allow-popups-to-escape-sandbox&quot;')
  })
})

describe('site whose store is gone', () => {
  it('serves cached pages, and reports the error for others', async () => {
    let isGone = false
    const cut = await startSite({
      wrap: (store) => ({
        ...store,
        revisionAt: (asOf) =>
          isGone ? Promise.reject(new DomainError('STORE_UNAVAILABLE', 'gone')) : store.revisionAt(asOf),
      }),
    })
    const path = `${cut.url}/embed/claim/x-sells-user-data?lang=en`
    for (const _ of [1, 2]) expect((await fetch(path)).status).toBe(200)
    isGone = true
    await new Promise((resolve) => setTimeout(resolve, 600))
    const stale = await fetch(path)
    expect([stale.status, stale.headers.get('warning')]).toEqual([200, '110 - "Response is Stale"'])
    const other = await fetch(`${cut.url}/embed/claim/x-collects-dm-contents?lang=id`)
    expect(other.status).toBe(503)
    expect(other.headers.get('retry-after')).toBe('5')
    expect(await other.text()).toContain('Catatan tidak dapat dibaca saat ini')
    await cut.stop()
  })
})
