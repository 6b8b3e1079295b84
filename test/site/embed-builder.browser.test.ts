import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { type Served, serve } from '../browser/serve.ts'
import { type Watched, watch } from '../browser/watch.ts'
import { type StartedSite, startSite } from './start-site.ts'

describeInBrowser('embed builder', (newPage) => {
  let site: StartedSite
  let host: Served
  let watched: Watched
  beforeAll(async () => {
    site = await startSite()
    host = await serve({
      '/editor': '<!doctype html><textarea autofocus></textarea><button>Publish</button><article></article>',
    })
  })
  afterAll(async () => {
    await host.close()
    await site.stop()
  })

  async function open(query: string, scripts: boolean): Promise<Page> {
    const page = await newPage({ javaScriptEnabled: scripts, viewport: { width: 900, height: 900 } })
    watched = await watch(page)
    await page.goto(`${site.url}/embed/new?lang=en${query}`)
    return page
  }
  const preview = (page: Page): Promise<string | null> => page.getAttribute('#preview', 'src')
  const close = async (page: Page): Promise<void> => {
    expect([...watched.errors, ...watched.violations]).toEqual([])
    await page.close()
  }

  it.each([true, false])('makes a comparison of two names typed in one search (scripts: %s)', async (scripts) => {
    const page = await open('&theme=dark', scripts)
    await page.fill('#what', 'x roll20')
    if (!scripts) await page.locator('#builder').getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: 'Compare X and Roll20' }).click()
    await page.locator('#preview').waitFor()
    expect(await preview(page)).toBe('/embed/compare/x,roll20?lang=en&theme=dark')
    await close(page)
  })

  it.each([true, false])('adds entities to a comparison one by one (scripts: %s)', async (scripts) => {
    const page = await open('&what=roll20&limit=9&width=760', scripts)
    await page.getByRole('link', { name: 'compare with others' }).first().click()
    await page.locator('#preview').waitFor()
    expect(await preview(page)).toBe('/embed/compare/roll20?lang=en&limit=9')
    await page.fill('#add', 'twitter')
    if (!scripts) await page.getByRole('button', { name: 'Show' }).click()
    await page.locator('#added a').first().click()
    await page.locator('#preview').waitFor()
    expect(await preview(page)).toBe('/embed/compare/roll20,x?lang=en&limit=9')
    expect(await page.getAttribute('#preview', 'width')).toBe('760')
    expect(await page.inputValue('#add')).toBe('')
    await close(page)
  })

  it('leads from a story to a working embed on another page in four actions', async () => {
    const page = await newPage({
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1200, height: 900 },
    })
    await page.goto(`${site.url}/story/x-privacy-2023?lang=en`)
    let actions = 0
    const act = async (action: () => Promise<void>): Promise<void> => {
      actions += 1
      await action()
    }
    await act(() => page.locator('main a[href^="/embed/new?what="]').first().click())
    const copy = page.locator('[data-copy=snippet-figure]')
    await copy.waitFor()
    expect((await copy.boundingBox())?.y).toBeLessThan(900)
    await act(() => copy.click())
    await expect.poll(() => copy.textContent()).toBe('Copied')
    const editor = await page.context().newPage()
    // A page without a network scheme, such as about:blank, may not frame anything of ours.
    await editor.goto(`${host.origin}/editor`)
    await editor.evaluate(`document.querySelector('button').onclick = () => {
      const parsed = document.createRange().createContextualFragment(document.querySelector('textarea').value)
      document.querySelector('article').append(parsed)
    }`)
    await editor.locator('textarea').focus()
    await act(() => editor.keyboard.press('Control+V'))
    await act(() => editor.getByRole('button', { name: 'Publish' }).click())
    const frame = editor.frameLocator('article iframe')
    const title = "What will X do with its users' data?"
    await frame.getByRole('heading', { level: 1, name: title }).waitFor({ state: 'visible' })
    await expect.poll(() => frame.getByText('X may collect biometric data').first().isVisible()).toBe(true)
    const read = `document.documentElement.scrollHeight - innerHeight`
    const inner = editor.frames().find((one) => one.url().startsWith(`${site.url}/embed/story/`))
    await expect.poll(() => inner?.evaluate(read)).toBe(0)
    expect(actions).toBe(4)
    await page.close()
  })

  it('keeps the preview beside the options in sight', async () => {
    const page = await open('&what=story/x-privacy-2023', true)
    await page.setViewportSize({ width: 1200, height: 700 })
    await page.locator('[name=width]').last().scrollIntoViewIfNeeded()
    const [options, frame] = await Promise.all(
      ['.site-options', '#preview'].map((one) => page.locator(one).boundingBox()),
    )
    expect(options?.x ?? 0).toBeGreaterThan((frame?.x ?? 0) + (frame?.width ?? 0))
    expect(frame?.y ?? 1000).toBeLessThan(350)
    await close(page)
  })

  it.each([true, false])('leads from the last option on a phone to the preview (scripts: %s)', async (scripts) => {
    const page = await open('&what=story/x-privacy-2023', scripts)
    await page.setViewportSize({ width: 360, height: 700 })
    await page.getByRole('button', { name: 'Show' }).click()
    const top = 'document.querySelector("#preview")?.getBoundingClientRect().top ?? 1000'
    await expect.poll(async () => Math.abs(await page.evaluate<number>(top))).toBeLessThan(200)
    await close(page)
  })

  it.each([true, false])('has only options that apply to a single claim (scripts: %s)', async (scripts) => {
    const page = await open('&what=claim/x-sells-user-data', scripts)
    expect(await page.locator('[name=status]').first().isVisible()).toBe(false)
    expect(await page.locator('[name=limit]').isVisible()).toBe(false)
    expect(await page.locator('[name=theme]').first().isVisible()).toBe(true)
    await close(page)
  })

  it.each([true, false])('names near things where nothing matches (scripts: %s)', async (scripts) => {
    const page = await open('', scripts)
    await page.fill('#what', 'linkdin')
    if (!scripts) await page.locator('#builder').getByRole('button', { name: 'Search' }).click()
    await page.locator('#found').getByRole('link', { name: 'LinkedIn', exact: true }).click()
    await page.locator('#preview').waitFor()
    expect(await preview(page)).toBe('/embed/entity/linkedin?lang=en')
    await close(page)
  })

  it('chooses a segment by arrow keys', async () => {
    const page = await open('&what=story/x-privacy-2023', true)
    await page.locator('[name=theme][value=auto]').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => preview(page)).toBe('/embed/story/x-privacy-2023?lang=en&theme=light')
    await close(page)
  })

  it.each([320, 760, 1200])('has field, snippets, preview and options in the order of Tab, at %s px', async (width) => {
    const page = await open('&what=story/x-privacy-2023', true)
    await page.setViewportSize({ width, height: 700 })
    await page.locator('#what').focus()
    const passed = new Set<string>()
    for (let i = 0; i < 60 && !passed.has('limit'); i += 1) {
      passed.add(await page.evaluate<string>('document.activeElement.id || document.activeElement.name'))
      await page.keyboard.press('Tab')
    }
    const walked = ['what', 'snippet-figure', 'preview', 'view', 'status', 'limit']
    expect([...passed].filter((one) => walked.includes(one))).toEqual(walked)
    // Below each other in one column, then in the next one, as they are read.
    const places = await page.evaluate<number[]>(
      `${JSON.stringify(walked)}.map((one) => document.querySelector('[id="' + one + '"], [name=' + one + ']').getBoundingClientRect()).map(({ x, y }) => (x > innerWidth / 2 ? 1e5 : 0) + scrollY + y)`,
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    expect(await axeViolations(page)).toEqual([])
    await close(page)
  })

  it('shows results directly below the field, and announces their number', async () => {
    const page = await open('', true)
    const said = page.evaluate<string>(`new Promise((done) => {
  const region = document.querySelector('#found-count')
  new MutationObserver(() => done(region.getAttribute('role') + ': ' + region.textContent)).observe(region, { childList: true })
})`)
    await page.fill('#what', 'selling')
    expect(await said).toMatch(/^status: \d+ results?$/)
    const [field, first, result] = await Promise.all(
      ['#what', '#found a', '#result'].map((one) => page.locator(one).first().boundingBox()),
    )
    expect((first?.y ?? 0) - (field?.y ?? 0)).toBeLessThan(160)
    expect(result?.y).toBeGreaterThan(first?.y ?? 0)
    expect(await axeViolations(page)).toEqual([])
    await page.fill('#what', 'qqqq')
    await expect.poll(() => page.textContent('#found-count')).toContain('Nothing contains all these words')
    expect(await page.locator('#found a').count()).toBe(0)
    await close(page)
  })

  it('offers a comparison only for an entity', async () => {
    const page = await open('&what=claim/x-sells-user-data', true)
    expect(await page.locator('#add').isVisible()).toBe(false)
    await page.fill('#what', 'entity/x')
    await page.locator('#add').waitFor()
    expect(await page.locator('#add').isVisible()).toBe(true)
    await close(page)
  })
})
