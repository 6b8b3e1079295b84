import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../browser/launch.ts'
import { watch } from '../browser/watch.ts'
import { hostileDataset } from './hostile-dataset.ts'
import { expectNothingForeign, FRAMES, inLanguage, type OpenOptions, openPage, overflow } from './open-page.ts'
import { type StartedSite, startSite } from './start-site.ts'

describeInBrowser('pages and embeds', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  const open = (path: string, options: OpenOptions): Promise<Page> => openPage(newPage, site, path, options)

  // Pages are watched for it where their layout is, because to load them takes most of the time.
  it.each(FRAMES)('%s requests nothing from other hosts and breaks no policy', async (path) => {
    const page = await newPage({ viewport: { width: 760, height: 900 } })
    const watched = await watch(page)
    await page.goto(`${site.url}${inLanguage(path, 'en')}`)
    await page.waitForLoadState('networkidle')
    await expectNothingForeign(page, watched, site.url)
    await page.close()
  })

  it('is complete without scripts: every node of the drawing links to its list item', async () => {
    const page = await open('/embed/story/x-privacy-2023?lang=en', { width: 760, scripts: false })
    const links = page.locator('svg .sanad-card a')
    const count = await links.count()
    expect(count).toBe(12)
    for (let i = 0; i < count; i += 1) {
      const target = await links.nth(i).getAttribute('href')
      expect(await page.locator(String(target)).count()).toBe(1)
    }
    // The list is folded beside a picture, and a link to an item opens it.
    expect(await page.locator('details.sanad-said summary').first().isVisible()).toBe(false)
    await links.first().click()
    const item = page.locator(String(await links.first().getAttribute('href')))
    expect(await item.locator('blockquote').isVisible()).toBe(true)
    expect(await item.locator('.sanad-said p').isVisible()).toBe(false)
    await item.locator('.sanad-said summary').click()
    expect(await item.locator('.sanad-said p').isVisible()).toBe(true)
    await page.close()
  })

  it.each([
    '/embed/story/x-privacy-2023?lang=id',
    '/embed/network/x?lang=en',
    '/embed/story/x-privacy-2023?lang=en&view=timeline&limit=60',
  ])('has no text below 12 px in the drawing of %s, at any width that shows it', async (path) => {
    const page = await open(path, { width: 320 })
    let shown = 0
    for (let width = 320; width <= 880; width += 20) {
      await page.setViewportSize({ width, height: 900 })
      const sizes = await page.evaluate<readonly number[]>(
        "[...document.querySelectorAll('.sanad-svg text')].filter((one) => one.checkVisibility()).map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)",
      )
      if (sizes.length > 0) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
      shown += sizes.length > 0 ? 1 : 0
      // The list is visible with and without the drawing.
      expect(await page.locator('#list').isVisible()).toBe(true)
      expect(await overflow(page)).toBe(0)
    }
    expect(shown).toBeGreaterThan(14)
    await page.close()
  })

  it.each([
    ['en', 1310],
    ['id', 1495],
  ])(
    'has a picture of twelve claims in an article column of 600 px that is not long, in %s',
    async (language, most) => {
      const page = await open(`/embed/story/x-privacy-2023?lang=${language}`, { width: 600 })
      expect(await page.locator('svg .sanad-card').count()).toBe(12)
      expect(await page.evaluate('document.body.scrollHeight')).toBeLessThanOrEqual(most)
      const nodes = await page
        .locator('svg .sanad-node:not(.sanad-card)')
        .evaluateAll((all) => all.map((one) => [one.getAttribute('aria-label'), one.textContent]))
      // A line ends after a word, or after its hyphen.
      for (const [label, lines] of nodes) expect(lines?.trim().replace(/\s+/g, ' ').replace(/- /g, '-')).toBe(label)
      await page.close()
    },
  )

  it('counts every status of the story above the picture, each with a link that filters', async () => {
    const page = await open('/embed/story/x-privacy-2023?lang=en', { width: 760 })
    const cells = page.locator('.sanad-strip a')
    const counts = await cells.locator('b').allTextContents()
    const all = counts.reduce((sum, count) => sum + Number(count), 0)
    expect(await page.locator('.sanad-tabs p').textContent()).toBe(`12 of ${all} claims. See all`)
    const denied = page.locator('.sanad-strip [data-status=DENIED] a')
    const count = Number(await denied.locator('b').textContent())
    await denied.click()
    await page.waitForURL(/status=DENIED/)
    expect(await page.locator('svg .sanad-card').count()).toBe(count)
    expect(await page.locator('.sanad-strip a').count()).toBe(counts.length)
    await page.locator('.sanad-strip [aria-current]').click()
    await page.waitForURL((url) => !url.search.includes('status='))
    expect(await page.locator('svg text', { hasText: 'no use stated' }).count()).toBe(0)
    await page.close()
  })

  it('shows five claims on a phone, then the others without a script, then the link to all', async () => {
    const page = await open('/embed/story/x-privacy-2023?lang=en', { width: 360, scripts: false })
    const shown = page.locator('.sanad-fold > .sanad-claims > li')
    const others = page.locator('.sanad-rest > .sanad-claims > li')
    expect(await shown.count()).toBe(5)
    expect(await shown.last().isVisible()).toBe(true)
    expect(await others.first().isVisible()).toBe(false)
    await page.getByText('Show 7 more').click()
    expect(await others.count()).toBe(7)
    expect(await others.last().isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: /^See all \d+ claims$/ }).isVisible()).toBe(true)
    await page.close()
  })

  it('shows the list instead of the drawing on a phone', async () => {
    const page = await open('/embed/story/x-privacy-2023?lang=id', { width: 320 })
    expect(await page.locator('.sanad-drawing').isVisible()).toBe(false)
    expect(await page.locator('.sanad-claims').first().isVisible()).toBe(true)
    await page.close()
  })

  it('can be printed and read in forced colours', async () => {
    const page = await open('/story/x-privacy-2023?lang=en', { width: 760, scheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
    expect(await page.locator('.site-search').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' })
    const text = await page.evaluate("getComputedStyle(document.querySelector('svg .sanad-t-text')).fill")
    const link = await page.evaluate("getComputedStyle(document.querySelector('svg .sanad-t-muted')).fill")
    expect([text, link]).not.toContain('rgb(185, 193, 202)')
    await page.close()
  })

  it('follows the theme of the URL over that of the device', async () => {
    const page = await open('/embed/claim/x-sells-user-data?lang=en&theme=dark', { width: 600, scheme: 'light' })
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe('rgb(255, 255, 255)')
    await page.close()
  })
})

describeInBrowser('site with hostile text', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite({ dataset: hostileDataset(400) })
  })
  afterAll(() => site.stop())

  it.each([
    '/?lang=en&q=pwned',
    '/story/story?lang=en',
    '/claim/claim-0000?lang=id',
    '/source/source?lang=en',
    '/entity/x?lang=id',
    '/embed/story/story?lang=en&limit=60',
    '/embed/story/story?lang=en&limit=60&view=timeline',
    '/embed/story/story?lang=en&view=matrix',
  ])('%s runs no script and overflows nowhere', async (path) => {
    const page = await newPage({ viewport: { width: 320, height: 900 } })
    const watched = await watch(page)
    let dialogs = 0
    page.on('dialog', async (dialog) => {
      dialogs += 1
      await dialog.dismiss()
    })
    await page.goto(`${site.url}${path}`)
    for (const width of [320, 760]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    }
    expect(await page.evaluate('typeof window.pwned')).toBe('undefined')
    expect(dialogs).toBe(0)
    expect(watched.violations).toEqual([])
    expect(watched.requests.filter((address) => !address.startsWith(site.url))).toEqual([])
    await page.close()
  })

  it.each([0, 1, 12, 60])('draws a story of %i claims without overlap', async (limit) => {
    const page = await newPage({ viewport: { width: 760, height: 900 } })
    const status = limit === 0 ? '&status=RETRACTED' : `&limit=${limit}`
    await page.goto(`${site.url}/embed/story/story?lang=en${status}`)
    expect(await page.locator('.sanad-claims > li').count()).toBe(limit)
    const boxes = await page.evaluate<readonly { x: number; y: number; width: number; height: number }[]>(
      "[...document.querySelectorAll('svg .sanad-node .sanad-box')].map((box) => { const { x, y, width, height } = box.getBoundingClientRect(); return { x, y, width, height } })",
    )
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart).toBe(true)
      }
    }
    await page.close()
  })
})
