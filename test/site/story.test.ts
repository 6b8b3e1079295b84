import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallDataset } from '../contracts/small-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const STORY = '/story/x-privacy-2023?lang=en'
const TABS = ['', '&view=list', '&view=matrix', '&view=timeline']
/** Bytes with gzip of a page without pictures and fonts. */
const BUDGET = 60 * 1024

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())
const text = async (path: string, from = site): Promise<string> => (await fetch(`${from.url}${path}`)).text()
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const slugsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<li id="claim-([^"]*)"/g)].map(([, slug = '']) => slug)

describe('tabs of a story', () => {
  it.each(TABS)('show their own content alone, mark themselves, and keep the canonical URL: %s', async (view) => {
    const html = await text(`${STORY}${view}`)
    expect(html).toContain(`<link rel="canonical" href="${site.url}${STORY}">`)
    const tabs = [...html.matchAll(/<a href="([^"]*)"( aria-current="page")?>(Picture|List|Table|Timeline)</g)]
    expect(tabs.map(([, href]) => href)).toEqual(TABS.map((one) => `${STORY}${one}`.replaceAll('&', '&amp;')))
    expect(tabs.findIndex(([, , current]) => current)).toBe(TABS.indexOf(view))
    const kinds = ['<sanad-widget', 'class="site-pager" aria-label', 'sanad-view-matrix', 'sanad-view-timeline']
    expect(kinds.filter((kind) => html.includes(kind))).toEqual([kinds[TABS.indexOf(view)]])
    expect(html).toContain(`hreflang="id" lang="id"`)
    expect(html).toContain(`href="${`/story/x-privacy-2023?lang=id${view}`.replaceAll('&', '&amp;')}"`)
  })

  it.each(TABS)('take at most 60 KB with gzip, and have the title of the article at most twice: %s', async (view) => {
    const html = await text(`${STORY}${view}`)
    const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:css|js)[^"]*)"/g)].map(([, path = '']) => path)
    const all = [html, ...(await Promise.all(assets.map((path) => text(path))))]
    expect(all.reduce((sum, one) => sum + gzipSync(one).length, 0)).toBeLessThanOrEqual(BUDGET)
    expect(main(html).split('The X App Will Collect User Data').length - 1).toBeLessThanOrEqual(2)
  })

  it('lead from each status to the claims with it', async () => {
    const html = await text(STORY)
    const links = [...html.matchAll(/<li><a href="([^"]*&amp;status=([A-Z_]+))"><span>(\d+)<\/span>/g)]
    expect(links.length).toBeGreaterThan(5)
    let total = 0
    for (const [, href = '', name, count] of links) {
      const listed = await text(href.replaceAll('&amp;', '&'))
      expect(href).toContain('view=list')
      const statuses = [...listed.matchAll(/<li id="claim-[^"]*" class="sanad-claim" data-status="([^"]*)"/g)]
      expect(new Set(statuses.map(([, status]) => status))).toEqual(new Set([name]))
      expect(statuses.length).toBe(Math.min(20, Number(count)))
      total += Number(count)
    }
    expect(html).toContain(`${total} claims, one mark each`)
  })

  it('ignore nonsense in their parameters, and refuse a misspelt one', async () => {
    const first = main(await text(STORY))
    for (const query of ['&view=nonsense', '&view=', '&status=DENIED', '&after=zzz', '&limit=x', '&utm_source=a'])
      expect(main(await text(`${STORY}${query}`)), query).toBe(first)
    const list = main(await text(`${STORY}&view=list`))
    for (const query of [
      '&status=NONSENSE',
      '&status=',
      `&after=${'z'.repeat(1500)}`,
      '&after=%3Cb%3E',
      '&after=nothing',
    ])
      expect(main(await text(`${STORY}&view=list${query}`)), query).toBe(list)
    expect((await fetch(`${site.url}${STORY}&view=list&afterr=x`)).status).toBe(400)
    expect((await fetch(`${site.url}${STORY}&view=list&view=matrix`)).status).toBe(400)
  })
})

describe('list of a story', () => {
  it.each([0, 1, 5, 45])('reaches each of %i claims once, by pages', async (count) => {
    const own = await startSite({ dataset: smallDataset(count) })
    try {
      const seen: string[] = []
      let path: string | undefined = '/story/story?lang=en&view=list'
      while (path !== undefined) {
        const html: string = await text(path, own)
        const slugs = slugsIn(html)
        expect(slugs.length).toBeLessThanOrEqual(20)
        seen.push(...slugs)
        path = /<a href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBe(count)
      for (const view of TABS) expect((await fetch(`${own.url}/story/story?lang=en${view}`)).status).toBe(200)
    } finally {
      await own.stop()
    }
  })

  it('counts all claims of a story with more than the picture reads, and links the next page', async () => {
    const own = await startSite({ dataset: smallDataset(420) })
    try {
      const html = await text('/story/story?lang=en&view=list', own)
      expect(html).toContain('420 claims')
      expect(slugsIn(html)).toHaveLength(20)
      expect(html).toContain('rel="next"')
      for (const view of ['', '&view=matrix', '&view=timeline'])
        expect(await text(`/story/story?lang=en${view}`, own), view).toContain('More than 400 claims')
    } finally {
      await own.stop()
    }
  })
})

describe('page of a claim', () => {
  it('names its story in the path, its deciding statement once, and hashes in the details alone', async () => {
    const html = main(await text('/claim/x-sells-user-data?lang=en'))
    expect(html).toMatch(/<li><a href="\/story\/x-privacy-2023\?lang=en">What will X do/)
    expect(html.match(/class="site-tag"/g)).toHaveLength(1)
    const [shown = '', details = ''] = html.split('id="evidence"')
    expect(shown).not.toContain('sha256')
    expect(details).toContain('sha256 4f5ebf71d3c8')
    expect(details).toMatch(/characters \d+–\d+/)
  })

  it('links the names in its sentences, and nothing in a quotation', async () => {
    const html = await text('/claim/x-sells-user-data?lang=en')
    const [, sentence = ''] = /<p class="site-sentence">(.*?)<\/p>/.exec(html) ?? []
    for (const path of ['/entity/x', '/source/article', '/entity/elon-musk'])
      expect(sentence).toContain(`<a href="${path}?lang=en">`)
    for (const [quoted] of html.matchAll(/<blockquote.*?<\/blockquote>/gs)) expect(quoted).not.toContain('<a ')
    for (const [quoted] of sentence.matchAll(/“[^”]*”/g)) expect(quoted).not.toContain('<a ')
  })

  it("draws the newsroom's own steps of a chain apart from those of a document, and says so", async () => {
    const html = await text('/claim/x-uses-biometric-and-related-data-for-xai-mission?lang=en')
    const points = [...html.matchAll(/<li class="(site-point[^"]*)">(.*?)<\/li>/gs)]
    expect(points.length).toBeGreaterThan(1)
    for (const [, kind = '', content = ''] of points)
      expect(content.includes('our judgement')).toBe(/judged/.test(kind))
    expect(html.indexOf('id="descent"')).toBeLessThan(html.indexOf('id="said"'))
    expect(html).toContain('Judgement of Sanad, 1 August 2026')
  })
})
