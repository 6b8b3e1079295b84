import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallDataset } from '../contracts/small-dataset.ts'
import { later } from './later-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite({ now: new Date('2027-06-01T00:00:00Z'), dataset: smallDataset() })
  const { claims, assertions, ...rest } = later()
  const [first] = smallDataset().assertions
  if (!first) throw new Error('The small data set has assertions.')
  await site.open.load(
    { claims, assertions, ...rest },
    { author: 'editor', set: 'test', now: new Date('2027-01-01T00:00:00Z') },
  )
  // A claim that the newsroom had withdrawn before is removed, and with it the only use of its data category.
  const gone = ['claim-0001', 'claim-0003']
  await site.open.load(
    {
      ...rest,
      claims: claims.filter(({ item }) => !gone.includes(item.id)),
      assertions: assertions.filter(({ item }) => !gone.includes(item.claimId)),
      concepts: rest.concepts.filter(({ item }) => item.id !== 'posts'),
      stories: rest.stories.map((story) => ({
        ...story,
        item: { ...story.item, claimIds: story.item.claimIds.filter((id) => !gone.includes(id)) },
      })),
      contentHash: 'latest',
    },
    { author: 'editor', set: 'test', now: new Date('2027-02-01T00:00:00Z') },
  )
})
afterAll(() => site.stop())
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${site.url}${path}`, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

describe('removed page', () => {
  it.each(['/claim/claim-0004', '/embed/claim/claim-0004'])(
    '%s names the claim, the day and the reason of its removal',
    async (path) => {
      const { status, html } = await get(`${path}?lang=en`)
      expect(status).toBe(410)
      expect(html).toContain('No longer in this record: Stated: X collects messages')
      expect(html).toContain('Taken out of this record on 1 January 2027.')
      expect(html).toMatch(/<p>X says in [^<]* that it collects messages\.<\/p>/)
      expect(html).toContain('The record gives no reason for it.')
      expect(html).not.toContain('Seed load')
      expect(html).toContain('<meta name="robots" content="noindex">')
    },
  )

  it('links to the last state, which is served and marked as old', async () => {
    const { html } = await get('/claim/claim-0004?lang=en')
    const [, href = ''] = /<a href="([^"]*asOf=[^"]*)">See it as it stood last/.exec(html) ?? []
    const last = await get(href.replaceAll('&amp;', '&'))
    expect(last.status).toBe(200)
    expect(last.html).toContain('data-notice="PINNED"')
    expect(last.html).toContain('1 January 2027: removed from this record: X collects messages – Stated: X states it')
  })

  it('gives the newsroom’s own reason where there is one', async () => {
    const { html } = await get('/claim/claim-0001?lang=en')
    expect(html).toContain('Taken out of this record on 1 February 2027.')
    expect(html).toContain('taken out of this record: our mistake: read the wrong page')
    expect(html).not.toContain('The record gives no reason')
  })

  it('gives the note of the author of the removal where a person wrote one', async () => {
    const noted = await startSite({
      dataset: smallDataset(),
      wrap: (store) => ({
        ...store,
        revisions: async () =>
          (await store.revisions()).map((one) => (one.author === 'editor' ? { ...one, reason: 'X asked us to' } : one)),
      }),
    })
    await noted.open.load(later(), { author: 'editor', set: 'test', now: new Date('2027-01-01T00:00:00Z') })
    const html = await (await fetch(`${noted.url}/claim/claim-0004?lang=en`)).text()
    await noted.stop()
    expect(html).toContain('Note of the change that took it out: “X asked us to”.')
    expect(html).not.toContain('The record gives no reason')
  })

  it('exists for other kinds than claims, and in Indonesian', async () => {
    const { status, html } = await get('/data/posts?lang=id')
    expect(status).toBe(410)
    expect(html).toContain('Tidak lagi dalam catatan ini: posts')
    expect(html).toContain('Dikeluarkan dari catatan ini pada 1 Februari 2027.')
    expect(html).toContain('<a href="/data/posts?lang=en" hreflang="en"')
  })

  it('may be embedded anywhere, and opens its links outside of the iframe', async () => {
    const { headers, html } = await get('/embed/claim/claim-0004?lang=en')
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *')
    for (const [link] of html.slice(html.indexOf('<main')).matchAll(/<a [^>]*>/g))
      expect(link).toContain('target="_blank" rel="noopener"')
  })
})

describe('page at a date before its first revision', () => {
  it.each(['/claim/claim-0000', '/embed/claim/claim-0000', '/entity/x', '/story/story', '/embed/compare/x,musk'])(
    '%s names the day of the first revision',
    async (path) => {
      const { status, html } = await get(`${path}?lang=en&asOf=2025-06-01T00:00:00Z`)
      expect(status).toBe(404)
      expect(html).toContain('On 1 June 2025 this record had nothing called')
      expect(html).toContain('It was first recorded on 1 January 2026.')
      expect(html).toMatch(/<a href="\/(claim|entity|story)\/[^"?]*\?lang=en"[^>]*>See the current record/)
      expect(html).not.toContain('Nothing in this record is called')
    },
  )

  it('shows a notice on the start page too', async () => {
    const { html } = await get('/?lang=en&asOf=2025-06-01T00:00:00Z')
    expect(html).toContain('data-notice="PINNED">As the record stood on 1 June 2025.')
    expect(html).toContain('<a href="/?lang=en">See the current record</a>')
  })

  it('reports a claim removed since as not yet recorded, and an unknown slug as unknown', async () => {
    expect((await get('/claim/claim-0004?lang=en&asOf=2025-06-01T00:00:00Z')).html).toContain('Not yet recorded')
    const never = await get('/claim/never-was?lang=en&asOf=2025-06-01T00:00:00Z')
    expect(never.html).toContain('Nothing in this record is called “never-was”.')
  })
})

describe('path without a page', () => {
  it.each(['/claim/qqq-zzz', '/entity/mu-sk', '/embed/claim/qqq', '/embed/story/mesages'])(
    '%s offers a search, near names or stories, and a link home',
    async (path) => {
      const { status, html } = await get(`${path}?lang=en`)
      expect(status).toBe(404)
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      expect(main).toMatch(/href="\/search\?lang=en&amp;q=[^"]+"[^>]*>Search for “/)
      expect(main).toMatch(/href="\/\?lang=en"[^>]*>Sanad: Home/)
      expect(main).toMatch(/href="\/(claim|entity|data|story|source)\/[^"]*"/)
      if (!path.startsWith('/embed')) expect(html).toMatch(/<input id="site-q"[^>]* value="[^"]+"/)
      else for (const [link] of main.matchAll(/<a [^>]*>/g)) expect(link).toContain('target="_blank"')
    },
  )

  it('lists the most similar name first', async () => {
    const { html } = await get('/claim/clam-0002?lang=en')
    expect(/<ol class="site-hits">.*?href="([^"]*)"/s.exec(html)?.[1]).toBe('/claim/claim-0002?lang=en')
  })

  it('searches for each beginning of a word, and for the word where that search was cut off', async () => {
    const terms: string[] = []
    const large = await startSite({
      dataset: smallDataset(250),
      wrap: (store) => ({
        ...store,
        thingsWithTerms: (words, ...rest) => {
          terms.push(...words)
          return store.thingsWithTerms(words, ...rest)
        },
      }),
    })
    const html = await (await fetch(`${large.url}/claim/clam-0249?lang=en`)).text()
    await large.stop()
    expect(terms).toEqual(['cla', '024', 'clam'])
    expect(/<ol class="site-hits">.*?href="([^"]*)"/s.exec(html)?.[1]).toBe('/claim/claim-0249?lang=en')
  })

  it.each(['/foo/bar', '/embed/nothing/article', '/embed', '/claim', '/claim/a/b', '/index.php'])(
    '%s is a page for browsers and JSON for programs',
    async (path) => {
      const page = await get(path, { Accept: 'text/html,*/*;q=0.8', 'Accept-Language': 'id' })
      expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
      expect(page.html).toContain('Tidak ada apa-apa di sini')
      expect(page.headers.get('vary')).toContain('Accept')
      const isEmbed = path.startsWith('/embed/')
      expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors ${isEmbed ? '*' : "'none'"}`)
      const data = await get(path)
      expect([data.status, data.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8'])
      expect(JSON.parse(data.html).errors[0].extensions.code).toBe('NOT_FOUND')
    },
  )
})
