import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../browser/launch.ts'
import { watch } from '../browser/watch.ts'
import { expectNothingForeign, heightOf, inLanguage, LANGUAGES, MAX_HEIGHT, openPage, PAGES } from './open-page.ts'
import { type StartedSite, startSite } from './start-site.ts'

/**
 * Layout shifts to two decimals, as Lighthouse shows them. On a busy machine the browser paints a document before it has parsed
 * all of it, and the end of a line that is painted so may move by a few pixels: 0.003 at most.
 */
const SHIFTS = 'Math.round(window.shifts * 100) / 100'
/** Sums the layout shifts of a page from its first paint on. */
const WATCH_SHIFTS = `window.shifts = 0
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shifts += one.value }).observe({ type: 'layout-shift', buffered: true })`

/** Responses come from the server, as they do for the first page that a reader opens. */
async function disableCache(page: Page): Promise<void> {
  await (await page.context().newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true })
}

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement.textContent.trim() || document.activeElement.getAttribute("name")')

describeInBrowser('layout of pages', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each(PAGES)(
    '%s asks no other origin, breaks no policy, has its own fonts, and nothing on it moves',
    async (path) => {
      for (const [language, width] of [
        ['en', 1200],
        ['id', 360],
      ] as const) {
        const page = await newPage({ viewport: { width, height: 900 } })
        const watched = await watch(page)
        await disableCache(page)
        await page.addInitScript(WATCH_SHIFTS)
        await page.goto(`${site.url}${inLanguage(path, language)}`, { waitUntil: 'networkidle' })
        await expectNothingForeign(page, watched, site.url)
        expect(watched.requests.filter((url) => url.includes('.woff2')).length).toBeGreaterThanOrEqual(2)
        expect(
          await page.evaluate(
            "document.fonts.check('16px Newsreader') && document.fonts.check('16px \"Public Sans\"')",
          ),
        ).toBe(true)
        expect([path, await page.evaluate(SHIFTS)]).toEqual([path, 0])
        await page.setViewportSize({ width: 1200, height: 900 })
        expect(await heightOf(page)).toBeLessThanOrEqual(MAX_HEIGHT)
        await page.close()
      }
    },
  )

  it.each(['/story/x-privacy-2023', '/embed/new?what=claim/x-sells-user-data'])(
    '%s keeps the room of its copy buttons while its script loads',
    async (path) => {
      for (const width of [1200, 360]) {
        const page = await newPage({ viewport: { width, height: 900 } })
        await page.addInitScript(WATCH_SHIFTS)
        let release = (): void => undefined
        const released = new Promise<void>((resolve) => {
          release = resolve
        })
        await page.route(/\.js/, (route) => released.then(() => route.continue()))
        await page.goto(`${site.url}${inLanguage(path, 'id')}`, { waitUntil: 'commit' })
        const painted = "performance.getEntriesByType('paint').length"
        await expect.poll(() => page.evaluate<number>(painted)).toBeGreaterThan(0)
        expect(await page.locator('button[data-copy]:visible').count()).toBe(0)
        release()
        await page.locator('button[data-copy]').first().waitFor()
        await page.waitForLoadState('networkidle')
        expect([path, width, await page.evaluate(SHIFTS)]).toEqual([path, width, 0])
        await page.close()
      }
    },
  )

  it('loads no font in an embed', async () => {
    const page = await newPage()
    const fonts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fonts.push(request.url())
    })
    await page.goto(`${site.url}/embed/story/x-privacy-2023?lang=en`, { waitUntil: 'networkidle' })
    expect(fonts).toEqual([])
    await page.close()
  })

  it('has a header that Tab walks through: skip link, name, sections, search, language', async () => {
    const page = await openPage(newPage, site, '/claim/x-sells-user-data?lang=en', { width: 1200 })
    const walked: string[] = []
    for (let i = 0; i < 20 && walked.at(-1) !== 'ID Bahasa Indonesia'; i += 1) {
      await page.keyboard.press('Tab')
      walked.push(await focused(page))
    }
    expect(walked.slice(0, 3)).toEqual(['Skip to the content', 'Sanad', 'Stories'])
    expect(walked.slice(-3)).toEqual(['q', 'Search', 'ID Bahasa Indonesia'])
    expect(walked).toContain('Embed')
    expect(await page.locator('.site-nav [aria-current]:visible').allTextContents()).toEqual(['Stories'])
    await page.close()
  })

  it.each(LANGUAGES)('has a menu and a search on a phone without a script, in %s', async (language) => {
    const page = await openPage(newPage, site, `/claim/x-sells-user-data?lang=${language}`, {
      width: 320,
      scripts: false,
    })
    const entries = page.locator('.site-menu nav a')
    expect(await entries.first().isVisible()).toBe(false)
    await page.locator('.site-menu summary').click()
    for (const entry of await entries.all()) expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(24)
    await page.locator('.site-menu summary').click()
    await page.locator('#site-q').click()
    expect((await page.locator('#site-q').boundingBox())?.width).toBeGreaterThan(250)
    await page.keyboard.type('biometric')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=biometric/)
    await page.close()
  })

  it('shows a ring around everything that has the focus', async () => {
    const page = await openPage(newPage, site, '/?lang=en', { width: 1200 })
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press('Tab')
      const width = await page.evaluate('parseFloat(getComputedStyle(document.activeElement).outlineWidth)')
      expect([await focused(page), width]).toEqual([await focused(page), 3])
    }
    await page.close()
  })
})
