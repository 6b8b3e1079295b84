import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSeeds } from '../../src/ingest/read-seeds.ts'
import { boundSlug } from '../../src/pages/bound-slug.ts'
import { loadDataset } from '../../src/store/write/load-dataset.ts'
import { fc } from '../property-runs.ts'
import { type StartedApp, startApp } from '../server/start-app.ts'

const NOW = new Date('2026-11-01T00:00:00Z')
const KIB = 1024
/** Near the length limit of a URL. */
const LONG = 3800
const long = (piece: string): string => piece.repeat(LONG / piece.length)

let app: StartedApp
beforeAll(async () => {
  app = await startApp()
  const read = await readSeeds('seeds', { now: NOW })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems[0]))
  await loadDataset(app.engine, read.dataset, { author: 'test', set: 'test', now: NOW })
})
afterAll(() => app.stop())

async function read(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(app.server.url + path, { redirect: 'manual', headers: { Accept: 'text/html' } })
  return { status: response.status, text: await response.text() }
}

describe('long URL', () => {
  it.each([
    `/claim/${long('x-')}?lang=en`,
    `/claim/${long('data-use-')}?lang=id`,
    `/entity/${long('x')}?lang=en`,
    `/compare?lang=en&entities=${long('x')}`,
    `/compare?lang=en&entities=${Array.from({ length: 500 }, (_, i) => `e${i}`)}`,
    `/embed/compare/${long('x')}?lang=en`,
    `/embed/claim/${long('x')}?lang=en`,
    `/claim/x-sells-user-data?lang=en&asOf=${long('9')}`,
    `/claim/x-sells-user-data?lang=en&asOf=2026-11-02T00:00:00.${long('9')}Z`,
    `/nothing/${long('x')}`,
    `/embed/nothing/${long('x')}`,
    `/export/claim/${long('x')}.jsonld?lang=en`,
    `/export/story/${long('x')}.positions.json?lang=en`,
    `/export/story/x-privacy-2023.positions.json?lang=en&limit=${long('9')}`,
    `/export/claims.csv?lang=en&claimant=${long('x-')}`,
    `/export/claims.csv?lang=en&about=${long('x,')}`,
    `/export/dossier.md?lang=en&assertedFrom=${long('9')}`,
    `/export/${long('x')}.csv?lang=en`,
    `/feed/claim/${long('x')}.atom?lang=en`,
    `/sitemap/claim-${long('9')}.xml`,
    `/reconcile/${long('x')}`,
    `/reconcile?lang=en&queries=${long('[')}`,
    `/reconcile?lang=en&queries={"q":{"query":"x","type":"${long('x')}"}}`,
    `/reconcile?lang=en&extend={"ids":["x"],"properties":[{"id":"${long('x')}"}]}`,
    `/reconcile/suggest/entity?lang=en&prefix=${long('x')}`,
    `/reconcile/flyout/entity?lang=en&id=entity/${long('x')}`,
    `/reconcile/preview?lang=en&id=claim/${long('x')}`,
    `/reconcile/propose?lang=en&type=${long('x')}`,
    `/mcp/${long('x')}`,
    `/card/claim/${long('x')}.png?lang=en`,
    `/oembed?url=http://127.0.0.1:4000/claim/x?asOf=${long('9')}`,
  ])('is rejected in 10 KB that do not repeat it: %s', async (path) => {
    const { status, text } = await read(path)
    expect([400, 404]).toContain(status)
    expect(Buffer.byteLength(text)).toBeLessThan(10 * KIB)
    expect(text).not.toMatch(/(x-|data-use-|data\+use\+|x|9){201}/)
  })

  it.each([
    `/embed/new?lang=en&what=story/x-privacy-2023&status=${long('a,')}`,
    `/embed/new?lang=en&what=story/x-privacy-2023&status=${Array.from({ length: 700 }, (_, i) => `s${i}`)}`,
    `/embed/new?lang=en&what=story/x-privacy-2023&view=${long('a')}&theme=${'b'.repeat(90)}`,
    `/embed/new?lang=en&what=data&z=${long('a')}`,
    `/embed/new?lang=en&what=data&status=${long('a,')}`,
    `/embed/new?lang=en&what=compare/${long('x,')}`,
    `/?lang=en&q=${long('data+use+')}`,
  ])('is answered in 32 KB: %s', async (path) => {
    const { status, text } = await read(path)
    expect(status).toBe(200)
    expect(Buffer.byteLength(text)).toBeLessThan(32 * KIB)
  })

  it.each([
    ['/?lang=en&q=', 200],
    ['/embed/new?lang=en&what=', 300],
    ['/embed/new?lang=en&what=entity/x&add=', 200],
  ])('is cut at a character boundary: %s', async (path, max) => {
    const { status, text } = await read(path + encodeURIComponent(`${'a'.repeat(max - 1)}😀`))
    expect(status).toBe(200)
    expect(text).not.toContain('\ufffd')
  })
})

describe('list in a URL', () => {
  it('shows the same page with repeats as without', async () => {
    for (const [repeated, once] of [
      ['/embed/compare/x,,linkedin,?lang=en', '/embed/compare/x,linkedin?lang=en'],
      [
        '/embed/story/x-privacy-2023?lang=en&status=STATED,DENIED,stated&status=DENIED',
        '/embed/story/x-privacy-2023?lang=en&status=STATED,DENIED',
      ],
    ] as const) {
      expect(await read(repeated)).toEqual(await read(once))
    }
  })

  it.each([
    '/compare?lang=en&entities=x,x',
    `/compare?lang=en&entities=${'x,'.repeat(1000)}linkedin`,
    '/embed/compare/x,x?lang=en',
    '/embed/compare/x,linkedin,%78?lang=en',
    '/embed/compare/x,%20x?lang=en',
    '/compare?lang=en&entities=x,+x',
    '/card/compare/x,x.png?lang=en',
    '/image/compare/x,x.svg?lang=en',
    '/export/compare/x,x.jsonld?lang=en',
    '/oembed?url=SITE/embed/compare/x,x',
    '/oembed?url=SITE/compare?entities=x%252Cx',
  ])('is refused where it compares a thing with itself: %s', async (path) => {
    const { status, text } = await read(path.replace('SITE', 'http://127.0.0.1:4000'))
    expect([status, text]).toEqual([400, expect.stringMatching(/(“|")x(”|") stands more than once/)])
    expect(text).toContain('Name each entity once.')
  })

  it('has each slug once and at most twenty slugs, for any input', () => {
    const slugs = fc.array(fc.oneof(fc.string(), fc.constantFrom('x', 'linkedin', 'x'.repeat(300))), { maxLength: 60 })
    fc.assert(
      fc.property(slugs, (written) => {
        const bound = boundSlug('compare', written.join(','))
        const found = bound === '' ? [] : bound.split(',')
        expect(new Set(found).size).toBe(found.length)
        expect(found.length).toBeLessThanOrEqual(20)
        for (const slug of found) expect(slug.length).toBeLessThanOrEqual(200)
        expect(boundSlug('compare', bound)).toBe(bound)
      }),
    )
  })
})
