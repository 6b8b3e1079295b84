import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../browser/launch.ts'
import { type Served, serve } from '../browser/serve.ts'
import { watch } from '../browser/watch.ts'
import { type StartedSite, startSite } from './start-site.ts'
import { filterLikeWordPress } from './wordpress.ts'

describeInBrowser('embed on a host page of another origin', (newPage) => {
  let site: StartedSite
  let host: Served
  beforeAll(async () => {
    site = await startSite()
    const [figure, iframe] = await snippets('story/x-privacy-2023&limit=5')
    const [other] = await snippets('claim/x-sells-user-data')
    const address = encodeURIComponent(`${site.url}/claim/x-collects-dm-contents`)
    const oembed = await (await fetch(`${site.url}/oembed?url=${address}`)).json()
    const page = (body: string): string =>
      `<!doctype html><html lang="en"><title>An article</title><body><h1>An article</h1>${body}</body></html>`
    host = await serve({
      '/two': page(`${figure}${other}`),
      '/iframe': page(iframe ?? ''),
      '/wordpress': page(filterLikeWordPress(oembed.html) ?? ''),
    })
  })
  afterAll(async () => {
    await host.close()
    await site.stop()
  })

  /** Snippets of the builder, unescaped as a newsroom would paste them. */
  async function snippets(what: string): Promise<readonly string[]> {
    const html = await (await fetch(`${site.url}/embed/new?lang=en&what=${what}`)).text()
    const unescaped = (text: string): string =>
      text
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
    return [...html.matchAll(/<textarea[^>]*>(.*?)<\/textarea>/gs)].map(([, text]) => unescaped(String(text)))
  }

  it('shows two widgets, each as high as its content', async () => {
    const page = await newPage({ viewport: { width: 700, height: 900 } })
    const watched = await watch(page)
    await page.goto(`${host.origin}/two`)
    await expect.poll(() => page.locator('iframe').count()).toBe(2)
    await page.locator('iframe').last().scrollIntoViewIfNeeded()
    for (const index of [0, 1]) {
      const frame = page.frames().filter((one) => one.url().includes('/embed/'))[index]
      await expect.poll(() => frame?.locator('figure').count()).toBe(1)
      const inside = (): Promise<number> =>
        frame?.evaluate('document.documentElement.scrollHeight') ?? Promise.resolve(0)
      await expect
        .poll(async () =>
          Math.abs(((await page.locator('iframe').nth(index).boundingBox())?.height ?? 0) - (await inside())),
        )
        .toBeLessThan(24)
    }
    expect(watched.violations).toEqual([])
    expect(watched.errors).toEqual([])
    expect(watched.requests.filter((one) => !one.startsWith(site.url) && !one.startsWith(host.origin))).toEqual([])
    await page.close()
  })

  it('shows a linked picture with alternative text where scripts are off', async () => {
    const page = await newPage({ javaScriptEnabled: false })
    await page.goto(`${host.origin}/two`)
    const image = page.locator('figure[data-sanad] img').first()
    expect(await image.getAttribute('alt')).toContain("What will X do with its users' data?")
    expect(await page.evaluate("document.querySelector('img').naturalWidth").catch(() => null)).not.toBe(0)
    expect(await page.locator('figure a').first().getAttribute('href')).toContain('/story/x-privacy-2023')
    await page.close()
  })

  it.each(['/iframe', '/wordpress'])(
    'can be read and opened inside %s, whose sandbox has an opaque origin',
    async (path) => {
      const page = await newPage()
      const watched = await watch(page)
      await page.goto(`${host.origin}${path}`)
      const frame = page.frameLocator('iframe')
      await expect.poll(() => frame.locator('.sanad-claims').count()).toBe(1)
      const fold = frame.locator('.sanad-fold > summary')
      if (await fold.isVisible()) await fold.click()
      // A single claim is open from the start.
      const isOpen = (await frame.locator('details.sanad-said[open]').count()) > 0
      if (!isOpen) await frame.locator('details.sanad-said summary').first().click()
      expect(await frame.locator('blockquote').first().isVisible()).toBe(true)
      expect(watched.violations).toEqual([])
      expect(watched.errors).toEqual([])
      await page.close()
    },
  )

  it.each(['/iframe', '/two'])('opens the links of the frame of %s in a new tab, in its own sandbox', async (path) => {
    // The figure becomes a frame by a script; the frame of the other snippet needs none.
    const page = await newPage({
      javaScriptEnabled: path === '/two',
      viewport: { width: 760, height: 900 },
    })
    await page.goto(`${host.origin}${path}`)
    await expect.poll(() => page.locator('iframe').count()).toBeGreaterThan(0)
    expect(await page.locator('iframe').first().getAttribute('sandbox')).not.toContain('allow-top-navigation')
    const frame = page.frameLocator('iframe').first()
    for (const link of ['figcaption h1 a', '.sanad-tabs a', '.sanad-foot a']) {
      const [opened] = await Promise.all([page.context().waitForEvent('page'), frame.locator(link).first().click()])
      await opened.waitForURL(/story\/x-privacy-2023/)
      await opened.close()
    }
    // A filter stays in the frame, and a card leads to its item in the list.
    await frame.locator('.sanad-strip a').first().click()
    await expect.poll(() => frame.locator('.sanad-strip [aria-current]').count()).toBe(1)
    expect(page.context().pages()).toHaveLength(1)
    await page.close()
  })

  it.each([true, false])('shows the figure without the margins of a browser, with scripts: %s', async (scripts) => {
    const page = await newPage({ javaScriptEnabled: scripts })
    await page.goto(`${host.origin}/two`)
    expect(await page.evaluate("getComputedStyle(document.querySelector('figure[data-sanad]')).margin")).toBe('0px')
    await page.close()
  })

  it('opens the panel of a kind of data first, which leads to its page', async () => {
    const page = await newPage({ viewport: { width: 760, height: 900 } })
    await page.goto(`${site.url}/embed/story/x-privacy-2023?lang=en`)
    const node = page.locator('svg .sanad-data a').first()
    await node.focus()
    const dimmed = page.locator('svg .sanad-dim')
    await expect.poll(() => dimmed.count()).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.count()).toBe(1)
    expect(await dialog.locator('.sanad-proposition').count()).toBeGreaterThan(0)
    expect(await dialog.locator('a').first().getAttribute('href')).toMatch(/^\/data\//)
    await page.keyboard.press('Escape')
    expect(await dialog.count()).toBe(0)
    await page.close()
  })

  it('opens the detail of a card from the drawing by keyboard, and restores the focus', async () => {
    const page = await newPage({ viewport: { width: 760, height: 900 } })
    await page.goto(`${site.url}/embed/story/x-privacy-2023?lang=en`)
    const card = page.locator('svg .sanad-card a').first()
    await card.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect.poll(() => dialog.count()).toBe(1)
    expect(await dialog.locator('blockquote').count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    expect(await dialog.count()).toBe(0)
    expect(await page.evaluate("document.activeElement.closest('[data-id]')?.dataset.id")).toMatch(/^Claim:/)
    await page.close()
  })
})
