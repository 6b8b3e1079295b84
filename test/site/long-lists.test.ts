import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const MANY = 2000
/** Time for the load of all claims in milliseconds. */
const LOAD_MS = 120_000
/** Bytes of a page with gzip. */
const MAX_GZIP = 60 * 1024
const HOSTILE = `<script>alert(1)</script>"'&${'ß'.repeat(270)}`

let site: StartedSite
beforeAll(async () => {
  const all = smallDataset(MANY)
  const renamed = all.entities.map((one) =>
    one.item.id === 'x'
      ? { ...one, item: { ...one.item, names: one.item.names.map((n) => ({ ...n, value: HOSTILE })) } }
      : one,
  )
  site = await startSite({ dataset: { ...all, entities: renamed } })
}, LOAD_MS)
afterAll(() => site.stop())
const read = async (path: string): Promise<string> => {
  const response = await fetch(`${site.url}${path}`)
  expect(response.status, path).toBe(200)
  return response.text()
}
const nextIn = (html: string): string | undefined =>
  /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
const claimsIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/\/claim\/(claim-\d+)\?/g)].map(([, id]) => String(id))),
]

describe('page with 2,000 claims', () => {
  it.each([
    ['/entity/x?lang=en', 'Says (2000)'],
    ['/entity/x?lang=en&view=about', 'Said about (2000)'],
    ['/data/messages?lang=en', '1000 claims'],
    ['/source/policy?lang=id', '2000 klaim'],
  ])('is bounded, has the number of all, and leads on to other claims: %s', async (path, total) => {
    const first = await read(path)
    expect(first).toContain(total)
    expect(gzipSync(first).length).toBeLessThan(MAX_GZIP)
    const next = nextIn(first) ?? expect.fail()
    const second = await read(next)
    expect(gzipSync(second).length).toBeLessThan(MAX_GZIP)
    const listed = claimsIn(second)
    expect(listed.length).toBeGreaterThanOrEqual(15)
    if (!path.startsWith('/entity/x?lang=en')) expect(listed.filter((id) => claimsIn(first).includes(id))).toEqual([])
    expect(second).toContain(total)
  })

  it('escapes a name of 300 characters wherever it stands', async () => {
    for (const path of [
      '/entity/x?lang=en',
      '/entities?lang=en',
      '/compare?lang=en',
      '/search?lang=en&q=ss',
      '/data/messages?lang=en',
    ])
      expect(await read(path), path).not.toContain('<script>alert')
  })

  it('has lists of all kinds, which ignore a cursor that is none', async () => {
    for (const list of ['stories', 'entities', 'data', 'sources']) {
      const plain = await read(`/${list}?lang=en`)
      expect(await read(`/${list}?lang=en&after=%F0%9F%92%A9`), list).toBe(plain)
      expect((await fetch(`${site.url}/${list}?lang=en&aftr=x`)).status, list).toBe(400)
    }
  })
})

describe('search page', () => {
  it('groups results by kind, has further pages of a kind, and is served at its former URL too', async () => {
    const html = await read('/search?lang=en&q=messages')
    expect(html).toContain('<h2 id="found-claim">Claims</h2>')
    expect(html).toContain('<h2 id="found-datacategory">Kinds of data</h2>')
    expect(html).toContain('More than 1000 results')
    expect(await read('/?lang=en&q=messages')).toBe(html)
    const more = await read('/search?lang=en&q=messages&kind=claim')
    const then = /href="([^"]*from=50[^"]*)"/.exec(more)?.[1]?.replaceAll('&amp;', '&') ?? expect.fail()
    expect(claimsIn(more)).toHaveLength(50)
    expect(claimsIn(await read(then)).filter((id) => claimsIn(more).includes(id))).toEqual([])
    expect(gzipSync(more).length).toBeLessThan(MAX_GZIP)
  })

  it('ignores a kind and a place that it does not have', async () => {
    const html = await read('/search?lang=en&q=musk')
    for (const rest of ['&kind=nonsense', '&from=3', '&kind=constructor', '&kind=&from=-1'])
      expect(await read(`/search?lang=en&q=musk${rest}`), rest).toBe(html)
    expect(await read('/search?lang=en&q=messages&kind=claim&from=9999')).not.toContain('rel="next"')
  })

  it('has near names with the reason where nothing is found, and lists to start from without words', async () => {
    expect(await read('/search?lang=en&q=musc')).toContain('One letter different from “musc”')
    for (const q of ['', '%20', '???', 'zzzzzz'])
      expect(await read(`/search?lang=en&q=${q}`)).toContain('Browse by kind')
  })
})
