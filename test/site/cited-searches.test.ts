import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { messagesIn } from '../../src/messages/all-messages.ts'
import { LATE, smallDataset } from '../contracts/small-dataset.ts'
import { later } from './later-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const NEXT = new Date('2027-01-01T10:30:00Z')
const read = async (site: StartedSite, path: string): Promise<string> => {
  const response = await fetch(new URL(path, site.url))
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}
/** Text of the citation on a page. */
const citationOf = (html: string): string =>
  (/<p id="citation"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '').replaceAll('<wbr>', '').replaceAll('&amp;', '&')
const addressOf = (html: string): string => /https?:\/\/\S+?(?=\s\(|,)/.exec(citationOf(html))?.[0] ?? 'no address'

const SEARCHES = [
  '/search?lang=en&q=messages',
  '/search?lang=id&q=messages&kind=claim',
  '/search?lang=en&q=nothinglike',
]
const LISTS = ['/stories?lang=en', '/entities?lang=en', '/data?lang=id', '/sources?lang=en']

describe('cited search or list', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite({ now: new Date('2027-06-01T00:00:00Z'), dataset: smallDataset() })
  })
  afterAll(() => site.stop())

  it('has its revision and its instant, also without results', async () => {
    const { ui } = messagesIn('en')
    const found = await read(site, '/search?lang=en&q=messages')
    expect(found).toContain('As the database stood on 1 June 2026, 00:00 UTC (revision 2).')
    expect(found).toContain(`<h2>${ui.exports.citeSearch}</h2>`)
    const nothing = await read(site, '/search?lang=en&q=nothinglike')
    expect(nothing).toContain('Nothing found, as the database stood on 1 June 2026, 00:00 UTC (revision 2).')
    expect(citationOf(nothing)).toBe(
      `Sanad, search for “nothinglike”: nothing found, as the database stood on 1 June 2026, 00:00 UTC (revision 2), ${site.url}/search?lang=en&q=nothinglike&asOf=${encodeURIComponent(LATE)} (read 1 June 2027).`,
    )
    expect(await read(site, '/search?lang=id&q=nothinglike')).toContain(
      'Tidak ada yang ditemukan, menurut keadaan basis data pada 1 Juni 2026, 00.00 UTC (revisi 2).',
    )
    const list = await read(site, '/entities?lang=en')
    expect(list).toContain(`<h2>${ui.exports.citeList}</h2>`)
    expect(citationOf(list)).toContain('list “People & companies”: 2 entries, as the database stood on 1 June 2026')
    for (const html of [found, nothing, list]) expect(html).toMatch(/<script src="\/assets\/page/)
  })

  it('is read at an earlier revision where the page is pinned', async () => {
    const html = await read(site, '/search?lang=en&q=musk&asOf=2026-03-01')
    expect(html).toContain('As the database stood on 1 January 2026, 00:00 UTC (revision 1).')
    expect(addressOf(html)).toContain('asOf=2026-01-01T00%3A00%3A00Z')
  })

  it('has an address that shows the same bytes after a later publication', async () => {
    const addresses = await Promise.all([...SEARCHES, ...LISTS].map(async (path) => addressOf(await read(site, path))))
    const before = await Promise.all(addresses.map((address) => read(site, address)))
    const live = await Promise.all([...SEARCHES, ...LISTS].map((path) => read(site, path)))
    await site.open.load(later(), { author: 'editor', set: 'test', now: NEXT })
    // Live pages may show the revision before for a moment.
    await new Promise((resolve) => setTimeout(resolve, 600))
    const [after, now] = await Promise.all([
      Promise.all(addresses.map((address) => read(site, address))),
      Promise.all([...SEARCHES, ...LISTS].map((path) => read(site, path))),
    ])
    expect(after).toEqual(before)
    for (const [i, html] of now.entries()) {
      expect(html).not.toBe(live[i])
      expect(html).toMatch(/\((?:revision|revisi) 3\)/)
    }
  })
})

describe('empty database', () => {
  it('is named plainly by lists and searches, which have no citation', async () => {
    const nothing = { entities: [], concepts: [], sources: [], claims: [], assertions: [], relations: [] }
    const dataset: Dataset = { ...smallDataset(), ...nothing, assessments: [], stories: [], renames: [] }
    const site = await startSite({ dataset, fill: async () => undefined })
    for (const path of ['/search?lang=en&q=messages', '/entities?lang=en', '/stories?lang=en']) {
      const html = await read(site, path)
      expect(html).toContain(messagesIn('en').ui.exports.empty)
      expect(citationOf(html)).toBe('')
    }
    await site.stop()
  })
})
