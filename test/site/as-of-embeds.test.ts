import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smallDataset } from '../contracts/small-dataset.ts'
import { later } from './later-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

/** An instant after the revision of 1 June. Links name the instant of that revision. */
const PINNED = '/embed/story/story?lang=en&asOf=2026-12-01T00:00:00Z'

describe('embed in an article', () => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite({ now: new Date('2027-06-01T00:00:00Z'), dataset: smallDataset() })
  })
  afterAll(() => site.stop())
  const html = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()

  it('shows when a live widget last changed, and no change notice without changes', async () => {
    expect(await html('/embed/story/story?lang=en')).toMatch(/data-notice="LIVE">Last changed \d+ \w+ 2026\./)
    const pinned = await html(PINNED)
    expect(pinned).toContain('data-notice="PINNED">As the record stood on 1 June 2026.')
    expect(pinned).not.toContain('data-notice="CHANGED"')
  })

  it('shows changes and removals since the instant of a pinned widget', async () => {
    const before = await html(PINNED)
    await site.open.load(later(), { author: 'editor', set: 'test', now: new Date('2027-01-01T00:00:00Z') })
    await new Promise((resolve) => setTimeout(resolve, 600))
    const after = await html(PINNED)
    expect(after).toContain('3 claims have changed since this was published: see the current record.')
    expect(after.match(/data-notice="RETRACTED"/g)).toHaveLength(2)
    const list = (text: string): readonly string[] => [...text.matchAll(/<li id="claim-[^"]*"/g)].map(([item]) => item)
    expect(list(after)).toEqual(list(before))
    const live = await html('/embed/story/story?lang=en')
    expect(list(live)).not.toContain('<li id="claim-claim-0004"')
    expect(live).toContain('Last changed 1 January 2027.')
  })

  it.each([
    '/embed/story/story?lang=en',
    '/embed/entity/x?lang=en&view=timeline',
    '/embed/compare/x,musk?lang=en',
    '/story/story?lang=en',
    '/entity/x?lang=en',
    '/source/policy?lang=en',
    '/data/messages?lang=en',
  ])('shows removals with day and link in the live %s', async (path) => {
    const live = await html(path)
    expect(live).toContain(
      '<a href="/claim/claim-0004?lang=en">1 January 2027: removed from this record: X collects messages – Stated: X states it</a>',
    )
    const withdrawn =
      '<a href="/claim/claim-0001?lang=en">1 January 2027: our mistake, taken out of this record: that X says that it collects posts — read the wrong page</a>'
    if (!path.includes('messages')) expect(live).toContain(withdrawn)
    else expect(live).not.toContain(withdrawn)
  })

  it('shows removals in Indonesian too, and on the page of a claim', async () => {
    expect(await html('/embed/story/story?lang=id')).toContain(
      '1 Januari 2027: dihapus dari catatan ini: X mengumpulkan',
    )
    expect(await html('/claim/claim-0001?lang=en')).toMatch(/data-notice="RETRACTED">.*read the wrong page/)
    expect(await html('/claim/claim-0002?lang=en')).not.toContain('data-notice="RETRACTED"')
  })

  it.each(['/story/story', '/entity/x', '/source/policy', '/data/posts', '/claim/claim-0001'])(
    'marks the pinned page %s as an old state, and shows later changes',
    async (path) => {
      const page = await html(`${path}?lang=en&asOf=2026-12-01T00:00:00Z`)
      expect(page).toContain('data-notice="PINNED">As the record stood on 1 June 2026.')
      expect(page).toMatch(/data-notice="CHANGED"><a href="[^"?]*\?lang=en">/)
      expect(page).toMatch(/data-notice="RETRACTED">.*read the wrong page/)
      const past = 'asOf=2026-06-01T00%3A00%3A00Z'
      const main = page
        .slice(page.indexOf('<main'), page.indexOf('</main>'))
        .replace(/<p class="sanad-notice".*?<\/p>/g, '')
      const own = [...main.matchAll(/href="(\/(?:claim|source|entity|data|story)\/[^"]*)"/g)].map(([, href]) => href)
      expect(own.length).toBeGreaterThan(0)
      for (const href of own) expect(href).toContain('asOf=2026-')
      expect(page).toContain(`<link rel="canonical" href="${site.url}${path}?lang=en">`)
      expect(page).toContain(`href="${path}?lang=id&amp;${past}"`)
    },
  )

  it('keeps the instant in the links of a pinned embed, and links to the current page', async () => {
    const frame = await html(`${PINNED}&limit=2`)
    const story = '/story/story?lang=en&amp;asOf=2026-06-01T00%3A00%3A00Z'
    for (const words of ['A story', 'Read in full at Sanad']) expect(frame).toContain(`<a href="${story}">${words}</a>`)
    expect(frame).toContain(`<a href="${story}&amp;view=list">See all 5 claims</a>`)
    expect(frame).toMatch(/class="sanad-proposition" href="\/claim\/[^"]*asOf=/)
    expect(frame).toContain('<a href="/story/story?lang=en">')
    const unchanged = await html('/embed/claim/claim-0003?lang=en&asOf=2026-12-01T00:00:00Z')
    expect(unchanged).toContain('<a href="/claim/claim-0003?lang=en">See the current record</a>')
  })

  it('has the same notices with few claims as its page', async () => {
    const noticesIn = (text: string): readonly string[] =>
      [...text.matchAll(/data-notice="(?:CHANGED|RETRACTED|LIVE)">(?:<a[^>]*>)?([^<]*)/g)]
        .map(([, words = '']) => words)
        .sort()
    for (const asOf of ['', '&asOf=2026-12-01T00:00:00Z']) {
      const page = noticesIn(await html(`/story/story?lang=en${asOf}`))
      expect(page.length).toBeGreaterThan(1)
      for (const few of ['&limit=1', '&status=DISPUTED', '&view=network'])
        expect(noticesIn(await html(`/embed/story/story?lang=en${few}${asOf}`))).toEqual(page)
    }
  })

  it('keeps the history of a withdrawn assertion', async () => {
    const page = await html('/claim/claim-0001?lang=en')
    const [, history = ''] = /<ol class="site-history">(.*?)<\/ol>/.exec(page) ?? []
    expect(history.replace(/<[^>]*>/g, '')).toMatch(
      /^recorded 1 January 2026: X says that it collects [^·]* · Privacy Policy · 1 January 2027: taken out of this record: our mistake: read the wrong page$/,
    )
  })
})
