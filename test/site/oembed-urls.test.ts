import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toOwnUrl } from '../../src/pages/embed/own-url.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { type Received, sendRequest } from '../server/send-request.ts'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite({ dataset: smallDataset(3) })
})
afterAll(() => site.stop())

const ask = (url: string, more = ''): Promise<Received> =>
  sendRequest(site.url, { path: `/oembed?url=${encodeURIComponent(url)}${more}` })
const read = async (url: string, more = '') => JSON.parse((await ask(url, more)).text)

const PATHS = ['/claim/claim-0001', '/embed/claim/claim-0001', '/embed/claim/claim-0002']

/** Escapes characters of a slug that need no escape, as some programs do. */
const escapeSome = (path: string, places: readonly number[]): string =>
  [...path]
    .map((character, i) =>
      places.includes(i) && /[a-z\d-]/.test(character) && i > path.lastIndexOf('/')
        ? `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
        : character,
    )
    .join('')

const spellings = fc.record({
  path: fc.constantFrom(...PATHS),
  scheme: fc.constantFrom('http', 'https', 'HTTP', 'HTTPS'),
  slashes: fc.integer({ min: 0, max: 2 }),
  escaped: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 4 }),
  foreign: fc.subarray(['utm_source=mail', 'utm_campaign=caf%E9', 'fbclid=x', 'ref=a%20b']),
  fragment: fc.constantFrom('', '#content', '#'),
})

describe('URL of ours', () => {
  it('is ours in every spelling, with the response of the canonical URL', async () => {
    const { host } = new URL(site.url)
    const canonical = new Map<string, unknown>()
    for (const path of PATHS) canonical.set(path, await read(site.url + path))
    await fc.assert(
      fc.asyncProperty(spellings, async ({ path, scheme, slashes, escaped, foreign, fragment }) => {
        const written = escapeSome(path, escaped) + '/'.repeat(slashes)
        const query = foreign.length === 0 ? '' : `?${foreign.join('&')}`
        const url = `${scheme}://${host}${written}${query}${fragment}`
        const response = await ask(url)
        expect([url, response.status]).toEqual([url, 200])
        expect(JSON.parse(response.text)).toEqual(canonical.get(path))
      }),
      { numRuns: propertyRuns(120) },
    )
  })

  it('keeps its own parameters', async () => {
    const response = await read(`${site.url}/claim/claim-0001/?lang=id&utm_source=x&view=timeline`)
    expect(response.html).toContain('/embed/claim/claim-0001?view=timeline&amp;lang=id')
  })
})

describe('URL of another site', () => {
  it('gets 404', async () => {
    const { host, port } = new URL(site.url)
    for (const url of [
      'https://evil.example/claim/claim-0001',
      `https://evil.example@${host}.evil.example/claim/claim-0001`,
      `http://localhost:${port}/claim/claim-0001`,
      `http://127.0.0.1:${Number(port) - 1}/claim/claim-0001`,
      `ftp://${host}/claim/claim-0001`,
      `//${host}/claim/claim-0001`,
      `${site.url}//claim/claim-0001`,
      `${site.url}/claim//claim-0001`,
      `${site.url}/claim/claim-0001/more`,
      `${site.url}/claim/%zz`,
      site.url,
    ]) {
      expect([url, (await ask(url)).status]).toEqual([url, 404])
    }
  })

  it('is distinguished from ours by host, port and path, for any URL', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.constantFrom('', '/sanad'),
        (url, path) => {
          expect(toOwnUrl(url, `https://a.example${path}`) === null).toBe(true)
          const { pathname, search } = new URL(url)
          const own = toOwnUrl(`http://a.example${path}${pathname}${search}`, `https://a.example${path}`)
          expect(own?.search).toBe(search)
          expect(own?.pathname).toMatch(/^\/$|[^/]$/)
          if (path !== '' && !pathname.startsWith(path)) {
            expect(toOwnUrl(`https://a.example${pathname}`, `https://a.example${path}`)).toBeNull()
          }
        },
      ),
    )
  })
})

describe('oEmbed response', () => {
  const bounds = fc.option(fc.oneof(fc.integer({ min: 1, max: 1300 }), fc.constantFrom(105, 200, 210, 400, 630, 1200)))

  it('never exceeds maxwidth and maxheight, with its thumbnail', async () => {
    await fc.assert(
      fc.asyncProperty(bounds, bounds, async (maxWidth, maxHeight) => {
        const more = `${maxWidth === null ? '' : `&maxwidth=${maxWidth}`}${maxHeight === null ? '' : `&maxheight=${maxHeight}`}`
        const response = await read(`${site.url}/claim/claim-0001`, more)
        const [width, height] = [maxWidth ?? Number.POSITIVE_INFINITY, maxHeight ?? Number.POSITIVE_INFINITY]
        expect(response.width).toBe(Math.min(680, width))
        expect(response.height).toBe(maxHeight === null ? 480 : Math.min(1000, height))
        const fits = width >= 200 && height >= 105
        expect('thumbnail_url' in response).toBe(fits)
        expect('thumbnail_width' in response && 'thumbnail_height' in response).toBe(fits)
        if (!fits) return
        expect(response.thumbnail_width).toBeLessThanOrEqual(width)
        expect(response.thumbnail_height).toBeLessThanOrEqual(height)
        expect(response.thumbnail_width / response.thumbnail_height).toBeCloseTo(1200 / 630, 5)
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('names thumbnails of the size that it gives', async () => {
    for (const maxWidth of [5000, 1199, 500, 250]) {
      const response = await read(`${site.url}/claim/claim-0001`, `&maxwidth=${maxWidth}`)
      const { pathname, search } = new URL(response.thumbnail_url)
      const png = (await sendRequest(site.url, { path: pathname + search })).bytes
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        response.thumbnail_width,
        response.thumbnail_height,
      ])
    }
  })
})
