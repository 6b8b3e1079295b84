import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { axeViolations } from '../../browser/axe.ts'
import { describeInBrowser } from '../../browser/launch.ts'
import type { Served } from '../../browser/serve.ts'
import { type Watched, watch } from '../../browser/watch.ts'
import { type IframeShape, serveIframe } from './iframe-fixture.ts'

const focusedId = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.activeElement.closest('[data-id]')?.dataset.id ?? document.activeElement.tagName`)
const withClass = (page: Page, name: string): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(
    `[...document.querySelectorAll('.${name}')].map((one) => one.dataset.id ?? one.dataset.from + '>' + one.dataset.to)`,
  )
const node = (id: string): string => `[data-id="${id}"] a`

describeInBrowser('drawing', (newPage) => {
  const opened: { page: Page; served: Served; watched: Watched }[] = []

  async function open(shape: IframeShape = {}, options = {}): Promise<Page> {
    const served = await serveIframe(shape)
    const page = await newPage(options)
    const watched = await watch(page)
    await page.goto(`${served.origin}/embed/story/x`)
    opened.push({ page, served, watched })
    return page
  }

  /** Tabs from the top of the page: title, skip link, drawing. */
  async function tabIn(page: Page): Promise<void> {
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab')
  }

  async function walk(page: Page, ...keys: readonly string[]): Promise<readonly string[]> {
    const ids: string[] = []
    for (const key of keys) {
      await page.keyboard.press(key)
      ids.push((await focusedId(page)).replace(/^\w+:/, ''))
    }
    return ids
  }

  afterEach(async () => {
    for (const { page, served, watched } of opened.splice(0)) {
      expect(watched.errors).toEqual([])
      expect(watched.violations).toEqual([])
      expect(watched.requests.filter((url) => !url.startsWith(served.origin))).toEqual([])
      await page.close()
      await served.close()
    }
  })

  describe('by keyboard', () => {
    it('is one tab stop, and remembers the focused node', async () => {
      const page = await open()
      await tabIn(page)
      expect(await focusedId(page)).toBe('DataCategory:posts')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('!!document.activeElement.closest(".sanad-claims")')).toBe(true)
      await page.keyboard.press('Shift+Tab')
      expect(await focusedId(page)).toBe('DataCategory:messages')
      expect(await page.locator('[data-id] a[tabindex="0"]').count()).toBe(1)
    })

    it('moves the focus within a column and along edges, and stops at the ends', async () => {
      const page = await open()
      await tabIn(page)
      expect(await walk(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp')).toEqual([
        'messages',
        'biometric',
        'biometric',
        'messages',
      ])
      expect(await walk(page, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')).toEqual(
        ['sells', 'sell', 'sell', 'sells', 'messages', 'messages'],
      )
      expect(await walk(page, 'ArrowRight', 'Home', 'End', 'Home')).toEqual(['sells', 'feeds', 'sells', 'feeds'])
      expect(await walk(page, 'Alt+ArrowDown', 'Shift+End', 'x')).toEqual(['feeds', 'feeds', 'feeds'])
    })

    it('follows the shortest of several edges', async () => {
      const page = await open()
      await page.focus(node('Use:train'))
      expect(await walk(page, 'ArrowLeft', 'ArrowLeft')).toEqual(['trains', 'biometric'])
      await page.focus(node('DataCategory:posts'))
      expect(await walk(page, 'ArrowRight')).toEqual(['feeds'])
    })

    it('mirrors the arrow keys for right-to-left', async () => {
      const page = await open({ direction: 'rtl' })
      await tabIn(page)
      expect(await walk(page, 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowDown')).toEqual([
        'posts',
        'feeds',
        'mission',
        'feeds',
        'trains',
      ])
    })

    it('never scrolls the host page', async () => {
      const page = await open({}, { viewport: { width: 640, height: 200 } })
      await page.focus(node('Use:sell'))
      const before = await page.evaluate('scrollY')
      for (const key of ['ArrowDown', 'ArrowRight', 'End']) await page.keyboard.press(key)
      // Chromium scrolls with a delay.
      await page.waitForTimeout(300)
      expect(await page.evaluate('scrollY')).toBe(before)
    })
  })

  describe('paths', () => {
    const TRAINS = ['Claim:trains', 'DataCategory:posts', 'DataCategory:biometric', 'Use:train']

    it('are highlighted on hover and on focus, and other nodes are dimmed', async () => {
      const page = await open()
      expect(await withClass(page, 'sanad-dim')).toEqual([])
      await page.hover(node('Claim:trains'))
      const lit = await withClass(page, 'sanad-lit')
      expect(lit.filter((id) => !id.includes('>')).sort()).toEqual([...TRAINS].sort())
      expect(lit.filter((id) => id.includes('>'))).toEqual([
        'DataCategory:posts>Claim:trains',
        'DataCategory:biometric>Claim:trains',
        'Claim:trains>Use:train',
      ])
      expect(await withClass(page, 'sanad-dim')).toHaveLength(9 + 7 - lit.length)
      await page.mouse.move(5, 5)
      expect(await withClass(page, 'sanad-dim')).toEqual([])
      await page.focus(node('Claim:trains'))
      expect(await withClass(page, 'sanad-lit')).toEqual(lit)
      await page.evaluate('document.activeElement.blur()')
      expect(await withClass(page, 'sanad-lit')).toEqual([])
    })

    it('follow one direction: from data to cards and uses, never back to other data', async () => {
      const page = await open()
      await page.focus(node('DataCategory:biometric'))
      const lit = (await withClass(page, 'sanad-lit')).filter((id) => !id.includes('>'))
      expect(lit.sort()).toEqual(['Claim:trains', 'DataCategory:biometric', 'Use:train'])
      await page.focus(node('DataCategory:posts'))
      const more = (await withClass(page, 'sanad-lit')).filter((id) => !id.includes('>'))
      expect(more.sort()).toEqual(['Claim:feeds', 'Claim:trains', 'DataCategory:posts', 'Use:mission', 'Use:train'])
    })
  })

  describe('in other environments', () => {
    it('keeps the state of two widgets on one page separate', async () => {
      const page = await open({ widgets: [{ idPrefix: 'a-' }, { idPrefix: 'b-' }] })
      const second = page.locator('sanad-widget').nth(1)
      await second.locator(node('Claim:sells')).click()
      expect(await page.locator('sanad-widget').first().locator('.sanad-detail, .sanad-dim').count()).toBe(0)
      await expect.poll(() => second.locator('.sanad-detail').count()).toBe(1)
      expect(await page.locator('[data-id] a[tabindex="0"]').count()).toBe(2)
      expect(await axeViolations(page)).toEqual([])
      await page.keyboard.press('Escape')
      expect(await page.locator('.sanad-detail').count()).toBe(0)
    })

    it('links to the list where scripts are off', async () => {
      const page = await open({}, { javaScriptEnabled: false })
      await page.click(node('Claim:sells'))
      expect(page.url()).toMatch(/#claim-sells$/)
      expect(await page.locator('li:target').textContent()).toContain('Messages are sold')
      expect(await page.locator('[tabindex], .sanad-detail').count()).toBe(0)
    })

    it('works in forced colours', async () => {
      const page = await open({}, { forcedColors: 'active' })
      expect(await page.evaluate('matchMedia("(forced-colors: active)").matches')).toBe(true)
      await tabIn(page)
      await page.keyboard.press('ArrowRight')
      expect(await page.evaluate('getComputedStyle(document.activeElement.querySelector("rect")).outlineStyle')).toBe(
        'solid',
      )
      await page.keyboard.press('Enter')
      expect(await page.getByRole('dialog').isVisible()).toBe(true)
      expect(await axeViolations(page)).toEqual([])
    })

    it('has no animation, with and without reduced motion', async () => {
      for (const reducedMotion of ['reduce', 'no-preference']) {
        const page = await open({}, { reducedMotion })
        await page.focus(node('Claim:sells'))
        await page.keyboard.press('Enter')
        expect(await page.evaluate('document.getAnimations().length')).toBe(0)
      }
    })
  })
})
