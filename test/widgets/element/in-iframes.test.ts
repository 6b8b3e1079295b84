import type { Frame, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { axeViolations } from '../../browser/axe.ts'
import { describeInBrowser } from '../../browser/launch.ts'
import { type Served, serve } from '../../browser/serve.ts'
import { type Watched, watch } from '../../browser/watch.ts'
import { type IframeShape, serveIframe } from './iframe-fixture.ts'

interface Message {
  readonly origin: string
  readonly data: unknown
}

const RECORDER = `window.got = []
addEventListener('message', ({ origin, data }) => got.push({ origin, data }))`
const SECRET = 'a1b2c3d4e5'

/** The widget's iframe in a page of another origin that records the messages it gets. */
describeInBrowser('widget in an iframe', (newPage) => {
  let page: Page
  let host: Served
  let framed: Served
  let watched: Watched

  async function open(address: string, sandbox: string | null, shape: IframeShape = {}): Promise<Frame> {
    framed = await serveIframe(shape)
    const attributes = sandbox === null ? '' : `sandbox="${sandbox}"`
    host = await serve({
      '/': `<!doctype html><html lang="en"><title>Article</title><script src="/recorder.js"></script><body>
<iframe ${attributes} src="${framed.origin}/embed/story/x${address}" width="660" height="400" title="A story"></iframe>`,
      '/recorder.js': RECORDER,
    })
    page = await newPage()
    watched = await watch(page)
    await page.goto(`${host.origin}/`)
    const frame = page.frames()[1]
    if (!frame) throw new Error('The frame is not there.')
    await frame.waitForSelector('[data-id] a[tabindex="0"]')
    return frame
  }

  const got = (): Promise<readonly Message[]> => page.evaluate<readonly Message[]>('got')
  const data = async (): Promise<readonly unknown[]> => (await got()).map((message) => message.data)

  afterEach(async () => {
    expect([...watched.errors, ...watched.violations]).toEqual([])
    await page.close()
    await Promise.all([host.close(), framed.close()])
  })

  it('posts its height in every dialect, and again only after a change', async () => {
    const frame = await open(`?childId=pym-1#?secret=${SECRET}`, null)
    const height = await frame.evaluate<number>('Math.ceil(document.documentElement.getBoundingClientRect().height)')
    await expect
      .poll(data)
      .toEqual([
        { sanad: 'height', height, id: '/embed/story/x' },
        { message: 'height', value: height, secret: SECRET },
        { sentinel: 'amp', type: 'embed-size', height },
        `pymxPYMxpym-1xPYMxheightxPYMx${height}`,
        JSON.stringify({ src: frame.url(), context: 'iframe.resize', height }),
      ])
    await frame.click('details summary')
    await expect.poll(async () => (await data()).length).toBe(10)
    expect(await frame.evaluate('document.documentElement.getBoundingClientRect().height')).toBeGreaterThan(height)
  })

  it('posts in the dialects of WordPress and pym only with their secret or child id', async () => {
    await open('', null)
    await expect.poll(async () => (await data()).length).toBe(3)
    expect(JSON.stringify(await data())).not.toMatch(/secret|pym/)
  })

  it('includes an open detail card in its height, and excludes it after closing', async () => {
    const frame = await open('', null)
    const ownHeights = async (): Promise<readonly number[]> =>
      page.evaluate<readonly number[]>('got.filter(({ data }) => data.sanad).map(({ data }) => data.height)')
    const [before = 0] = await ownHeights()
    await frame.evaluate('document.querySelector("#list").style.display = "none"')
    await expect.poll(async () => (await ownHeights()).length).toBe(2)
    await frame.click('[data-id="Claim:sells"] a')
    await expect.poll(async () => (await ownHeights()).length).toBe(3)
    await frame.press('body', 'Escape')
    await expect.poll(async () => (await ownHeights()).length).toBe(4)
    const [, without = 0, floating = 0, after = 0] = await ownHeights()
    expect(without).toBeLessThan(before)
    expect(floating).toBeGreaterThan(without)
    expect(after).toBe(without)
  })

  it('works in WordPress, in a sandbox with an opaque origin', async () => {
    const frame = await open(`#?secret=${SECRET}`, 'allow-scripts')
    expect(await frame.evaluate('self.origin')).toBe('null')
    await expect.poll(async () => (await got())[1]).toMatchObject({ origin: 'null', data: { message: 'height' } })
    await frame.focus('[data-id="Claim:sells"] a')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await frame.getByRole('dialog').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await axeViolations(frame)).toEqual([])
    expect(await page.context().cookies()).toEqual([])
  })

  it("posts its height again after WordPress's ready message with the secret", async () => {
    await open(`#?secret=${SECRET}`, 'allow-scripts')
    await expect.poll(async () => (await data()).length).toBe(4)
    await page.evaluate(`frames[0].postMessage({ message: 'ready', secret: 'anotherone' }, '*')`)
    await page.evaluate(`frames[0].postMessage({ message: 'ready', secret: '${SECRET}' }, '*')`)
    await expect.poll(async () => (await data()).length).toBe(8)
    await page.waitForTimeout(100)
    expect(await data()).toHaveLength(8)
  })

  it('asks WordPress to follow internal links directly, and others through their page', async () => {
    const frame = await open(`#?secret=${SECRET}`, 'allow-scripts')
    const links = async (): Promise<readonly unknown[]> =>
      page.evaluate<readonly unknown[]>('got.filter(({ data }) => data.message === "link").map(({ data }) => data)')
    await frame.click('#claim-sells .sanad-line a')
    await frame.click('#claim-sells summary')
    await frame.click('#claim-sells details a')
    await frame.click('[data-id="Use:sell"] a')
    await frame.getByRole('dialog').getByRole('link', { name: 'Sell data' }).click()
    await page.keyboard.press('Escape')
    const at = (path: string): object => ({ message: 'link', value: path, secret: SECRET })
    await expect
      .poll(links)
      .toEqual([
        at(`${framed.origin}/claim/sells`),
        at('https://sanad.example/story/x'),
        at(`${framed.origin}/Use/sell`),
      ])
    await frame.focus('.sanad-skip')
    await page.keyboard.press('Enter')
    expect(frame.url()).toMatch(/#list$/)
    await frame.click('#claim-trains .sanad-line a')
    await expect.poll(async () => (await links()).at(-1)).toEqual(at(`${framed.origin}/claim/trains`))
  })

  it('opens links in a new tab where its sandbox allows only popups', async () => {
    const frame = await open('', 'allow-scripts allow-popups allow-popups-to-escape-sandbox')
    const popup = page.context().waitForEvent('page')
    await frame.click('#claim-sells .sanad-line a')
    const tab = await popup
    await tab.waitForURL(`${framed.origin}/claim/sells`)
    expect(await page.evaluate('got.some(({ data }) => data.message === "link")')).toBe(false)
  })

  it('posts nothing outside of an iframe', async () => {
    await open('', null)
    await page.evaluate(RECORDER)
    await page.goto(`${framed.origin}/embed/story/x#?secret=${SECRET}`)
    await page.evaluate(RECORDER)
    await page.click('#claim-sells summary')
    await page.waitForTimeout(100)
    expect(await got()).toEqual([])
  })
})
