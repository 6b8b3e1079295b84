import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { type StartedSite, startSite } from './start-site.ts'

describeInBrowser('matrix view', (browser) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  async function open(path: string, width: number): Promise<Page> {
    const page = await browser().newPage({ viewport: { width, height: 900 } })
    await page.goto(`${site.url}${path}`)
    return page
  }

  it('is a list per category on a phone: everything within the screen, every use named', async () => {
    const page = await open('/embed/compare/x,roll20?lang=en', 320)
    const outside = await page.evaluate(
      "[...document.querySelectorAll('.sanad-matrix *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth).length",
    )
    expect(outside).toBe(0)
    expect(await page.locator('.sanad-matrix thead').isVisible()).toBe(false)
    const cells = await page.evaluate<readonly (readonly [string, number])[]>(
      "[...document.querySelectorAll('.sanad-matrix td:has(li)')].map((one) => [getComputedStyle(one, '::before').content, one.getBoundingClientRect().width])",
    )
    expect(cells.length).toBeGreaterThan(8)
    for (const [use, width] of cells) {
      expect(use).toMatch(/^"Use: .+"$/)
      expect(width).toBeGreaterThan(250)
    }
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  it('groups companies by category, and marks a company without a claim', async () => {
    const page = await open('/embed/compare/x,roll20?lang=en', 760)
    expect(await page.locator('.sanad-matrix table').count()).toBe(1)
    const groups = await page.evaluate<readonly (readonly string[])[]>(
      "[...document.querySelectorAll('.sanad-matrix tbody')].map((one) => [...one.querySelectorAll('th[scope=row]')].map((head) => head.textContent))",
    )
    for (const group of groups) expect(group).toEqual(['X', 'Roll20'])
    expect(
      await page.locator('.sanad-matrix td.sanad-none', { hasText: 'no claim in this record' }).count(),
    ).toBeGreaterThan(3)
    const columns = await page.evaluate<number>(
      "new Set([...document.querySelectorAll('.sanad-matrix td:has(.sanad-cell)')].map((one) => Math.round(one.getBoundingClientRect().left))).size",
    )
    expect(columns).toBeLessThanOrEqual(await page.locator('.sanad-matrix thead th').count())
    await page.close()
  })

  it('scrolls with its categories in view, and shows that there is more', async () => {
    const page = await open('/embed/compare/x,roll20?lang=en', 600)
    const box = page.locator('.sanad-scroll')
    expect(await box.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true)
    expect(await box.evaluate((one) => getComputedStyle(one).backgroundImage)).toContain('linear-gradient')
    expect(await box.getAttribute('role')).toBe('region')
    expect(await box.getAttribute('aria-label')).toBe('Data by use: X · Roll20')
    const heads = page.locator('.sanad-matrix :is(.sanad-of,.sanad-whose)')
    const places = (): Promise<readonly number[]> =>
      heads.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x)))
    const before = await places()
    await box.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => box.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0)
    await box.evaluate((one) => one.scrollBy(300, 0))
    // A shared border between two cells may shift a cell by half a pixel.
    for (const [i, x] of (await places()).entries()) expect(Math.abs(x - (before[i] ?? 0))).toBeLessThanOrEqual(1)
    await page.close()
  })

  it('shows most of its cells without scrolling', async () => {
    const page = await open('/embed/compare/x,roll20?lang=en', 760)
    const share = await page.evaluate<number>(
      "(() => { const cells = [...document.querySelectorAll('.sanad-matrix td:has(li)')]; return cells.filter((one) => one.getBoundingClientRect().right <= innerWidth).length / cells.length })()",
    )
    expect(share).toBeGreaterThan(0.5)
    await page.close()
  })

  it('for a story lists only parties with claims, and puts narrower categories on a separate line', async () => {
    const page = await open('/embed/story/x-privacy-2023?lang=en&view=matrix', 760)
    expect(await page.locator('.sanad-matrix td.sanad-none').count()).toBe(0)
    const small = page.locator('.sanad-of small').first()
    expect(await small.evaluate((one) => getComputedStyle(one).display)).toBe('block')
    await page.close()
  })
})
