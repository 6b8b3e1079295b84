import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { type StartedSite, startSite } from './start-site.ts'

describeInBrowser('matrix view', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  async function open(path: string, width: number, javaScriptEnabled = true): Promise<Page> {
    const page = await newPage({ viewport: { width, height: 900 }, javaScriptEnabled })
    await page.goto(`${site.url}${path}`)
    return page
  }
  const STORY = '/embed/story/x-privacy-2023?lang=en&view=matrix'

  it('is a block per category on a phone: everything within the screen, every use and status named', async () => {
    const page = await open('/embed/compare/x,roll20?lang=en', 320)
    const outside = await page.evaluate(
      "[...document.querySelectorAll('.sanad-matrix *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth).length",
    )
    expect(outside).toBe(0)
    expect(await page.locator('.sanad-matrix thead').first().isVisible()).toBe(false)
    const cells = page.locator('.sanad-matrix > table .sanad-cell summary')
    expect(await cells.count()).toBeGreaterThan(8)
    for (const cell of await cells.all()) {
      expect(await cell.locator('.sanad-use').isVisible()).toBe(true)
      expect(await cell.locator('.sanad-word').first().isVisible()).toBe(true)
    }
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

  it('groups companies by category, and states once where a company has no claim', async () => {
    const page = await open('/embed/compare/x,roll20?lang=en', 760)
    const groups = await page.evaluate<readonly (readonly string[])[]>(
      "[...document.querySelectorAll('.sanad-matrix tbody')].map((one) => [...one.querySelectorAll('th[scope=row]')].map((head) => head.textContent))",
    )
    const withoutClaim = (name: string): number => groups.filter((group) => !group.includes(name)).length
    expect(groups.every((group) => group.length > 0)).toBe(true)
    for (const [i, name] of ['X', 'Roll20'].entries()) {
      const line = page.locator('.sanad-absent').nth(i)
      expect(await line.locator('summary').textContent()).toBe(
        `The record has no claim on what ${name} does with ${withoutClaim(name)} of these ${groups.length} kinds of data`,
      )
      expect(await line.locator('li').count()).toBe(withoutClaim(name))
      expect(await page.locator('.sanad-matrix > table th[scope=row]', { hasText: name }).count()).toBeGreaterThan(1)
    }
    await page.close()
  })

  it('states once that a company has no claim at all, and keeps the name of the other', async () => {
    const page = await open('/embed/compare/x,linkedin?lang=en', 760)
    expect(await page.locator('.sanad-absent').allTextContents()).toEqual([
      'The record has no claim on what LinkedIn does with any of these kinds of data.',
    ])
    expect(new Set(await page.locator('.sanad-matrix th[scope=row]').allTextContents())).toEqual(new Set(['X']))
    await page.close()
  })

  it.each([STORY, '/embed/compare/x,roll20?lang=id'])('fits 600 px with all columns of %s', async (path) => {
    const page = await open(path, 600)
    const right = await page.evaluate<number>(
      "Math.max(...[...document.querySelectorAll('.sanad-matrix td, .sanad-matrix th')].map((one) => one.getBoundingClientRect().right))",
    )
    expect(right).toBeLessThanOrEqual(600)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(600)
    expect(await page.locator('.sanad-matrix thead').first().locator('th').count()).toBeGreaterThan(8)
    await page.close()
  })

  it('begins with "Collects", and has no row for a party without a claim in a story', async () => {
    const page = await open(STORY, 760)
    expect(await page.locator('.sanad-matrix thead th').first().textContent()).toBe('Collects')
    expect(await page.locator('.sanad-absent').count()).toBe(0)
    await page.close()
  })

  it.each([true, false])('opens one cell at a time by keyboard, with its claims (scripts: %s)', async (scripts) => {
    const page = await open(STORY, 600, scripts)
    const cells = page.locator('.sanad-matrix > table .sanad-cell')
    await cells.nth(0).locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await cells.nth(0).locator('.sanad-panel').isVisible()).toBe(true)
    expect(await cells.nth(0).locator('.sanad-panel a').count()).toBeGreaterThan(0)
    await cells.nth(1).locator('summary').focus()
    await page.keyboard.press('Space')
    expect(await cells.nth(0).locator('.sanad-panel').isVisible()).toBe(false)
    const panel = await cells.nth(1).locator('.sanad-panel').boundingBox()
    expect(panel?.x).toBeGreaterThanOrEqual(0)
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(600)
    if (scripts) expect(await axeViolations(page)).toEqual([])
    await page.close()
  })
})
