import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { axeViolations } from '../../browser/axe.ts'
import { describeInBrowser } from '../../browser/launch.ts'
import type { Served } from '../../browser/serve.ts'
import { type Watched, watch } from '../../browser/watch.ts'
import { serveIframe } from './iframe-fixture.ts'

const SELLS = '[data-id="Claim:sells"] a'
const USE = '[data-id="Use:sell"] a'
const TRAINS = '[data-id="Claim:trains"] a'
const focusedClass = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.className')
const focusedId = (page: Page): Promise<string | null> =>
  page.evaluate<string | null>('document.activeElement.closest("[data-id]")?.dataset.id ?? null')

describeInBrowser('detail card', (newPage) => {
  let page: Page
  let served: Served
  let watched: Watched

  async function open(): Promise<void> {
    served = await serveIframe()
    page = await newPage()
    watched = await watch(page)
    await page.goto(`${served.origin}/embed/story/x`)
  }

  afterEach(async () => {
    expect([...watched.errors, ...watched.violations]).toEqual([])
    await page.close()
    await served.close()
  })

  it.each(['Enter', ' '])(
    'opens by the key "%s" with the content of the list item, and restores the focus on Escape',
    async (key) => {
      await open()
      await page.focus(SELLS)
      expect(await page.getAttribute(SELLS, 'aria-haspopup')).toBe('dialog')
      await page.keyboard.press(key)
      const card = page.getByRole('dialog', { name: 'Stated Denied. Messages are sold.' })
      expect(await focusedClass(page)).toBe('sanad-detail sanad-claim')
      expect(await card.getByText('We may use what you post.').isVisible()).toBe(true)
      expect(await card.getByText('https://source.example/policy').isVisible()).toBe(true)
      expect(await card.getAttribute('data-status')).toBe('STATED')
      expect(page.url()).not.toContain('#')
      expect(await axeViolations(page)).toEqual([])
      await page.keyboard.press('Tab')
      expect(await focusedClass(page)).toBe('sanad-close')
      await page.keyboard.press('Escape')
      expect(await card.count()).toBe(0)
      expect(await focusedId(page)).toBe('Claim:sells')
    },
  )

  it('opens on a click below its opener, once, and closes by its button', async () => {
    await open()
    await page.click(SELLS)
    await page.click(TRAINS)
    const card = page.getByRole('dialog')
    expect(await card.count()).toBe(1)
    expect(await card.getAttribute('aria-label')).toContain('Posts train models')
    const [top, bottom] = await page.evaluate<readonly number[]>(
      `[document.querySelector('.sanad-detail').getBoundingClientRect().top,
        document.querySelector('[data-id="Claim:trains"]').getBoundingClientRect().bottom]`,
    )
    expect(Math.abs((top ?? 0) - (bottom ?? 99))).toBeLessThan(2)
    expect(await page.locator('.sanad-lit[data-id="Claim:trains"]').count()).toBe(1)
    await page.getByRole('button', { name: 'Close the card' }).click()
    expect(await card.count()).toBe(0)
    expect(await focusedId(page)).toBe('Claim:trains')
  })

  it('repeats no id, and leaves the list unchanged', async () => {
    await open()
    const list = await page.locator('#list').innerHTML()
    await page.click(SELLS)
    const ids = await page.evaluate<readonly string[]>('[...document.querySelectorAll("[id]")].map((one) => one.id)')
    expect(new Set(ids).size).toBe(ids.length)
    expect(await page.locator('#list').innerHTML()).toBe(list)
  })

  it('lets the focus leave, and closes on Escape from outside too', async () => {
    await open()
    await page.click(SELLS)
    await page.focus('#list a')
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await focusedId(page)).toBe('Claim:sells')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Escape')
    expect(await focusedId(page)).toBe('Claim:trains')
  })

  it.each(['Control', 'Shift'] as const)('leaves clicks with %s to the browser', async (modifier) => {
    await open()
    const popup = page.context().waitForEvent('page')
    await page.click(SELLS, { modifiers: [modifier] })
    expect((await popup).url()).toMatch(/#claim-sells$|about:blank/)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it.each(['Enter', ' '])(
    'opens for a use by the key "%s" with its link and the claims that lead to it',
    async (key) => {
      await open()
      await page.focus(USE)
      expect(await page.getAttribute(USE, 'aria-haspopup')).toBe('dialog')
      await page.keyboard.press(key)
      const card = page.getByRole('dialog', { name: 'Sell data' })
      expect(await card.locator('.sanad-claims > li').allTextContents()).toEqual(['Stated Denied. Messages are sold.'])
      expect(await card.locator('details').count()).toBe(0)
      expect(await axeViolations(page)).toEqual([])
      const popup = page.context().waitForEvent('page')
      await card.getByRole('link', { name: 'Sell data' }).click()
      await (await popup).waitForURL('**/Use/sell')
    },
  )

  it('opens for data with every claim about it', async () => {
    await open()
    await page.click('[data-id="DataCategory:posts"] a')
    const card = page.getByRole('dialog', { name: 'Public posts' })
    expect(await card.locator('.sanad-claims > li').count()).toBe(2)
    await page.keyboard.press('Escape')
    expect(await focusedId(page)).toBe('DataCategory:posts')
  })
})
