import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../browser/launch.ts'
import { type Served, serve } from '../browser/serve.ts'
import { type StartedSite, startSite } from './start-site.ts'
import { filterLikeWordPress } from './wordpress.ts'

const LAST = '.sanad-foot p:last-child'

/** Host articles without our script, so that the reported height of the embed is ignored. */
describeInBrowser('embed in an iframe of fixed height', (newPage) => {
  let site: StartedSite
  let host: Served
  beforeAll(async () => {
    site = await startSite()
    const oembed = async (path: string, more = ''): Promise<string> => {
      const response = await fetch(`${site.url}/oembed?url=${encodeURIComponent(`${site.url}${path}`)}${more}`)
      return (await response.json()).html
    }
    const story = '/story/x-privacy-2023?lang=en'
    const builder = await (await fetch(`${site.url}/embed/new?lang=en&what=story/x-privacy-2023`)).text()
    const [, iframe = ''] = /data-snippet="iframe">(.*?)<\/textarea>/s.exec(builder) ?? []
    const page = (body: string): string =>
      `<!doctype html><html lang="en"><title>An article</title><style>iframe{max-width:100%}</style><body><h1>An article</h1>${body}<p>More.</p></body></html>`
    host = await serve({
      '/ghost': page(await oembed(story)),
      '/low': page(await oembed(story, '&maxheight=300')),
      '/wordpress': page(filterLikeWordPress(await oembed(story, '&maxheight=1000')) ?? ''),
      '/iframe': page(unescaped(iframe)),
      '/old': page(unescaped(iframe).replace('frame-sizing', 'not-known-to-older-browsers')),
    })
  })
  afterAll(async () => {
    await host.close()
    await site.stop()
  })

  const unescaped = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')

  async function open(path: string, scripts = true): Promise<Page> {
    const page = await newPage({ viewport: { width: 760, height: 1300 }, javaScriptEnabled: scripts })
    await page.goto(`${host.origin}${path}`)
    await page.locator('iframe').scrollIntoViewIfNeeded()
    await page.frameLocator('iframe').locator(LAST).waitFor()
    return page
  }

  it.each([
    ['/ghost', true],
    ['/ghost', false],
    ['/low', true],
    ['/wordpress', true],
    ['/old', true],
  ])('%s (scripts: %s) scrolls with the wheel to its last line', async (path, scripts) => {
    const page = await open(path, scripts)
    const box = await page.locator('iframe').boundingBox()
    if (!box) throw new Error('The frame is not there.')
    const last = page.frameLocator('iframe').locator(LAST)
    const isInside = async (): Promise<boolean> => {
      const at = await last.boundingBox()
      return at !== null && at.y >= box.y - 1 && at.y + at.height <= box.y + box.height + 1
    }
    expect(await isInside()).toBe(false)
    await page.mouse.move(box.x + box.width / 2, box.y + Math.min(150, box.height / 2))
    const scrolled = async (): Promise<boolean> => {
      await page.mouse.wheel(0, 800)
      return isInside()
    }
    await expect.poll(scrolled, { timeout: 10_000 }).toBe(true)
    await page.close()
  })

  it('is as high as its content where the browser supports it, without our script', async () => {
    const page = await open('/iframe')
    const iframe = page.frames()[1]
    await expect
      .poll(async () => {
        const inside = await iframe?.evaluate<number>('document.documentElement.scrollHeight')
        return Math.abs((inside ?? 0) - ((await page.locator('iframe').boundingBox())?.height ?? 0))
      })
      .toBeLessThan(4)
    expect((await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(1400)
    await page.close()
  })
})
