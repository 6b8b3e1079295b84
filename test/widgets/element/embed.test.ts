import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { buildBrowserCode } from '../../../scripts/build-browser.ts'
import { describeInBrowser } from '../../browser/launch.ts'
import { type Answer, type Served, serve } from '../../browser/serve.ts'
import { type Watched, watch } from '../../browser/watch.ts'
import { iframeRoutes } from './iframe-fixture.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="450"/>'
/** Posts heights that the host script must ignore, then a valid one. */
const LIAR = `for (const height of [NaN, 99, 10001, 1e9, -500, Infinity, '500', null, [500], { valueOf: 500 }, 432])
  parent.postMessage({ sanad: 'height', height }, '*')
parent.postMessage({ sanad: 'width', height: 700 }, '*'); parent.postMessage('height', '*'); parent.postMessage(null, '*')`
const STRANGER = `parent.postMessage({ sanad: 'height', height: 777 }, '*')`
/** Records each height of the first iframe, and the global names that scripts leave. */
const BEFORE = `window.heights = []; window.names = []
const note = () => { const { height } = document.querySelector('iframe')?.style ?? {}
  if (height && heights.at(-1) !== height) heights.push(height) }
new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true })
names.push(...Object.getOwnPropertyNames(window))`

describeInBrowser('host script', (newPage) => {
  let ours: Served
  let article: Served
  let page: Page
  let watched: Watched

  const figure = (path = '/embed/story/x', inside = linkedPicture()): string =>
    `<figure data-sanad="${ours.origin}${path}" data-title="Who says &quot;what&quot;">${inside}</figure>`
  const linkedPicture = (): string =>
    `<a href="${ours.origin}/story/x"><img src="${ours.origin}/picture.svg" alt="A story: two claims" width="100%"></a>
<figcaption><a href="${ours.origin}/story/x">A story</a></figcaption>`

  async function serveOurs(more: Record<string, Answer | string> = {}): Promise<void> {
    ours = await serve({
      ...(await iframeRoutes()),
      '/embed.v1.js': (await buildBrowserCode())['embed.v1.js'] ?? '',
      '/picture.svg': PICTURE,
      '/embed/liar': '<script src="/liar.js"></script>',
      '/liar.js': LIAR,
      ...more,
    })
  }

  async function open(body: string, scripts = 1): Promise<void> {
    const policy = `default-src 'none'; script-src 'self' ${ours.origin}; frame-src *; img-src *`
    const script = `<script async src="${ours.origin}/embed.v1.js"></script>`
    article = await serve({
      '/': {
        body: `<!doctype html><html lang="en"><title>Article</title><script src="/before.js"></script><body>
<h1>Article</h1>${body}${script.repeat(scripts)}</body></html>`,
        headers: { 'Content-Security-Policy': policy },
      },
      '/before.js': BEFORE,
      '/stranger': '<script src="/stranger.js"></script>',
      '/stranger.js': STRANGER,
    })
    page = await newPage()
    watched = await watch(page)
    await page.goto(`${article.origin}/`)
  }

  afterEach(async () => {
    expect([...watched.errors, ...watched.violations]).toEqual([])
    await page.close()
    await Promise.all([ours.close(), article.close()])
  })

  it('replaces the picture by an iframe, and applies the posted height', async () => {
    await serveOurs()
    await open(figure())
    const attributes = await page.evaluate(
      `Object.fromEntries(['title', 'src', 'loading', 'referrerpolicy', 'sandbox']
        .map((name) => [name, document.querySelector('iframe').getAttribute(name)]))`,
    )
    expect(attributes).toEqual({
      title: 'Who says "what"',
      src: `${ours.origin}/embed/story/x`,
      loading: 'lazy',
      referrerpolicy: 'no-referrer',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
    })
    const children = '[...document.querySelector("figure").children].map((one) => one.localName)'
    expect(await page.evaluate(children)).toEqual(['iframe', 'figcaption'])
    await expect.poll(() => page.evaluate('heights.length')).toBe(1)
    const frame = page.frames()[1]
    const requested = await frame?.evaluate('Math.ceil(document.documentElement.getBoundingClientRect().height)')
    const box = await page.locator('iframe').boundingBox()
    expect(box?.height).toBe(requested)
    const width = await page.evaluate<number>('document.querySelector("figure").clientWidth')
    expect(box?.width).toBe(width)
    await frame?.click('summary')
    await expect.poll(() => page.evaluate('heights.length')).toBe(2)
    expect(ours.requests.every(({ headers }) => !headers.cookie)).toBe(true)
    expect(ours.requests.find(({ path }) => path.startsWith('/embed/story'))?.headers.referer).toBeUndefined()
  })

  it('replaces each figure once, however often it is loaded, and leaves no global name', async () => {
    await serveOurs()
    await open(`${figure()}${figure()}`, 3)
    await expect.poll(() => page.locator('iframe').count()).toBe(2)
    await expect.poll(() => page.frames().length).toBe(3)
    const left = await page.evaluate(
      'Object.getOwnPropertyNames(window).filter((name) => !names.includes(name) && !/^\\d+$/.test(name))',
    )
    expect(left).toEqual([])
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
  })

  it('works without a picture, and leaves unsafe and unrelated figures unchanged', async () => {
    await serveOurs()
    await open(`${figure('/embed/story/x', '<figcaption>Said</figcaption>')}
<figure data-sanad="javascript:parent.hacked=1"><img src="${ours.origin}/picture.svg" alt="x"></figure>
<figure><img src="${ours.origin}/picture.svg" alt="Not ours"></figure>`)
    await expect.poll(() => page.locator('iframe').count()).toBe(1)
    expect(await page.locator('figure').first().innerHTML()).toMatch(/^<iframe .*<figcaption>Said/)
    expect(await page.locator('figure > img').count()).toBe(2)
  })

  it('ignores heights out of range', async () => {
    await serveOurs()
    await open(figure('/embed/liar'))
    await expect.poll(() => page.evaluate('heights')).toEqual(['432px'])
  })

  it('ignores messages from other windows', async () => {
    await serveOurs()
    await open(`${figure()}<iframe src="/stranger" sandbox="allow-scripts" title="stranger"></iframe>
<iframe src="/stranger" title="same origin as the article"></iframe>`)
    await expect.poll(() => page.evaluate('heights.length')).toBe(1)
    await page.evaluate(`postMessage({ sanad: 'height', height: 777 }, '*')`)
    await expect.poll(() => page.frames().length).toBe(4)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(100)
    expect(await page.evaluate('heights')).toHaveLength(1)
    expect(await page.evaluate('heights')).not.toContain('777px')
  })

  it('ignores the iframe after it navigates to another origin', async () => {
    await serveOurs()
    await open(figure())
    await expect.poll(() => page.evaluate('heights.length')).toBe(1)
    await page.evaluate(`window.from = []
addEventListener('message', ({ origin, data }) => from.push([origin, data.height]))
document.querySelector('iframe').removeAttribute('sandbox')
frames[0].location = '/stranger'`)
    await expect.poll(() => page.evaluate('from.at(-1)')).toEqual([article.origin, 777])
    expect(await page.evaluate('heights')).toHaveLength(1)
  })

  it('leaves the linked picture where scripts are off', async () => {
    await serveOurs()
    await open(figure())
    const still = await newPage({ javaScriptEnabled: false })
    await still.goto(`${article.origin}/`)
    expect(await still.locator('iframe').count()).toBe(0)
    expect(await still.getByRole('link', { name: 'A story: two claims' }).isVisible()).toBe(true)
    await still.close()
  })
})
