import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from '../../src/config/settings.ts'
import { checkSettings } from '../../src/server/check-settings.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { fc } from '../property-runs.ts'
import { type StartedSite, startSite } from './start-site.ts'

const BASE = '/news/sanad'

interface Proxied {
  readonly site: StartedSite
  /** Base of the URLs that readers see. */
  readonly url: string
  /** Paths outside of the base that something requested of the proxy. */
  readonly outside: string[]
  readonly stop: () => Promise<void>
}

/** A site behind a reverse proxy that serves it below `BASE`, and nothing elsewhere. */
async function startProxied(prefix: 'PASSED_ON' | 'STRIPPED', isTold = true): Promise<Proxied> {
  const outside: string[] = []
  const server: Server = createServer((asked, response) => {
    const path = asked.url ?? ''
    const rest = path.slice(BASE.length)
    if (!path.startsWith(BASE) || !/^(?:$|[/?])/.test(rest)) {
      outside.push(path)
      response.writeHead(404).end()
      return
    }
    const target = prefix === 'PASSED_ON' ? path : rest.replace(/^(?=$|\?)/, '/')
    const { port } = new URL(site.url)
    const { method = 'GET', headers } = asked
    const onward = request({ host: '127.0.0.1', port, path: target, method, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(response)
    })
    onward.on('error', () => response.destroy())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const site = await startSite({ dataset: smallDataset(3), publicUrl: () => (isTold ? origin + BASE : origin) })
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await site.stop()
  }
  return { site, url: origin + BASE, outside, stop }
}

const toText = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')

/** URLs in a document: of its attributes and of its data. */
function linksOf(text: string, from: string): readonly string[] {
  const attributes = [...text.matchAll(/ (?:href|src|action|content|data-sanad)="([^"]+)"/g)].map(([, url = '']) =>
    toText(url),
  )
  const origin = new URL(from).origin
  const inText = [...text.matchAll(new RegExp(`${origin}[^\\s"'<>\\\\)]*`, 'g'))].map(([url]) =>
    toText(url.split(/&(?:quot|#39|lt|gt);/)[0] ?? ''),
  )
  const urls = [...attributes.filter((url) => /^(?:\/|#|\?|https?:)/.test(url)), ...inText]
  return urls
    .map((url) => new URL(url, from))
    .flatMap((url) => (url.origin === origin ? [url.href.split('#')[0] ?? ''] : []))
}

/** Requests links from the start page on, at most `max` of each kind of path. Returns the status of each URL. */
async function walk({ url }: Proxied, max: number): Promise<ReadonlyMap<string, number>> {
  const statuses = new Map<string, number>()
  const ofKind = new Map<string, number>()
  const waiting = [`${url}/`, `${url}/nothing`, `${url}/claim/nothing?lang=en`, `${url}/claim/x?lang=en&asof=1`]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = new URL(next).pathname.slice(BASE.length).split('/').slice(1, 3).join(' ')
    const before = ofKind.get(kind) ?? 0
    if (statuses.has(next) || before >= max) continue
    ofKind.set(kind, before + 1)
    const response = await fetch(next, { redirect: 'manual', headers: { Accept: 'text/html,*/*;q=0.5' } })
    statuses.set(next, response.status)
    const location = response.headers.get('location')
    if (location) waiting.push(new URL(location, next).href)
    const isText = /html|json|svg|xml|css/.test(response.headers.get('content-type') ?? '')
    const text = isText ? await response.text() : ''
    waiting.push(...linksOf(text, next))
  }
  return statuses
}

describe.each(['PASSED_ON', 'STRIPPED'] as const)('site below a path, whose proxy has the path %s', (prefix) => {
  let proxied: Proxied
  beforeAll(async () => {
    proxied = await startProxied(prefix)
  })
  afterAll(() => proxied.stop())

  it('has no link out of the path, and no broken link', async () => {
    const statuses = await walk(proxied, 3)
    expect(proxied.outside).toEqual([])
    const paths = [...statuses.keys()].map((url) => new URL(url).pathname.slice(BASE.length))
    for (const part of [
      /^\/$/,
      /^\/claim\//,
      /^\/embed\/claim\//,
      /^\/embed\/new/,
      /^\/export\/.*jsonld$/,
      /^\/assets\//,
      /^\/graphql/,
      /^\/oembed/,
      /^\/card\//,
      /^\/image\//,
      /^\/feed\/all\.atom$/,
      /^\/feed\/claim\//,
      /^\/opensearch\.xml$/,
    ]) {
      expect(
        paths.some((path) => part.test(path)),
        String(part),
      ).toBe(true)
    }
    const broken = [...statuses].filter(([url, status]) => status >= 400 && !/nothing|asof/.test(url))
    expect(broken).toEqual([])
    expect(statuses.size).toBeGreaterThan(50)
  }, 60_000)

  it('redirects within the path: to a language, and from a slash at the end', async () => {
    const at = async (path: string): Promise<readonly unknown[]> => {
      const { status, headers } = await fetch(proxied.url + path, { redirect: 'manual' })
      return [status, headers.get('location')]
    }
    expect(await at('/claim/claim-0001')).toEqual([302, `${BASE}/claim/claim-0001?lang=en`])
    expect(await at('')).toEqual([302, `${BASE}/?lang=en`])
    expect(await at('/claim/claim-0001/?lang=id&x=1')).toEqual([308, `${BASE}/claim/claim-0001?lang=id&x=1`])
    expect(await at('/graphql/?query={__typename}')).toEqual([308, `${BASE}/graphql?query={__typename}`])
    expect(await at('/readyz')).toEqual([200, null])
  })

  it('has the path in canonical URLs, ids of linked data, oEmbed and the files of the playground', async () => {
    const read = async (path: string, accept = 'text/html'): Promise<string> =>
      (await fetch(proxied.url + path, { headers: { Accept: accept } })).text()
    const page = await read('/claim/claim-0001?lang=en')
    expect(page).toContain(`<link rel="canonical" href="${proxied.url}/claim/claim-0001?lang=en">`)
    expect(await read('/export/claim/claim-0001.jsonld?lang=en')).toContain(`"@id":"${proxied.url}/claim/claim-0001"`)
    expect(await read('/graphql')).toContain(`src="${BASE}/assets/playground.js?v=`)
    const wanted = encodeURIComponent(`${proxied.url}/claim/claim-0001`)
    const oembed = JSON.parse(await read(`/oembed?url=${wanted}`))
    expect(oembed.html).toContain(`src="${proxied.url}/embed/claim/claim-0001?lang=en"`)
    const elsewhere = encodeURIComponent(`${new URL(proxied.url).origin}/claim/claim-0001`)
    expect((await fetch(`${proxied.url}/oembed?url=${elsewhere}`)).status).toBe(404)
    const built = await read(`/embed/new?lang=en&what=${wanted}`)
    expect(built).toContain(`src="${BASE}/embed/claim/claim-0001?lang=en"`)
  })

  it('answers the API', async () => {
    const body = JSON.stringify({ query: '{ claims { totalCount } }' })
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(`${proxied.url}/graphql`, { method: 'POST', headers, body })
    expect(await response.json()).toMatchObject({ data: { claims: { totalCount: 3 } } })
  })
})

describe('crawl of the links', () => {
  it('finds links out of the path, if the server does not know its path', async () => {
    const proxied = await startProxied('STRIPPED', false)
    await walk(proxied, 2)
    expect(proxied.outside.length).toBeGreaterThan(0)
    await proxied.stop()
  })
})

describe('PUBLIC_URL', () => {
  const check = (url: string): void => checkSettings(readSettings({ PUBLIC_URL: url }))

  it.each([
    'https://a.example',
    'https://a.example/',
    'HTTPS://A.example:443/sanad/',
    'http://a.example:8080/a/b-c_d.e~f',
  ])('is accepted: %s', (url) => expect(() => check(url)).not.toThrow())

  it.each([
    ['https://a.example/embed', 'a path of Sanad itself'],
    ['https://a.example/claim/x', 'a path of Sanad itself'],
    ['https://a.example/graphql', 'a path of Sanad itself'],
    ['https://a.example/a b', 'no user, query, fragment or escapes'],
    ['https://a.example/?x', 'no user, query, fragment or escapes'],
    ['https://a.example/#', 'no user, query, fragment or escapes'],
    ['https://u:p@a.example/', 'no user, query, fragment or escapes'],
    ['https://a.example//b', 'no user, query, fragment or escapes'],
    ['ftp://a.example', 'must be a URL'],
  ])('is refused at start: %s', (url, reason) => expect(() => check(url)).toThrow(reason))

  it('is refused or canonical, for any path', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        try {
          check(`https://a.example${path}`)
        } catch (error) {
          expect(String(error)).toContain('PUBLIC_URL')
        }
      }),
    )
  })
})
