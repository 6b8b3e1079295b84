import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { type StartedSite, startSite } from './start-site.ts'

interface Signals {
  readonly status: string
  /** The word of the badge; in a timeline, the sentence of the item that has the signs. */
  readonly word: string
  readonly icon: string | null
  readonly colour: string
  /** The line of the badge, or of its list item. */
  readonly bar: string
  readonly barWidth: number
}

const READ = `[...document.querySelectorAll('.sanad-status')].filter((one) => one.checkVisibility()).map((one) => {
  const item = one.closest('.sanad-claim') ? one.closest('[data-status]:not(.sanad-status)') : one
  const bar = getComputedStyle(item, '::before')
  return { status: one.dataset.status, word: (one.matches('strong') ? one : one.parentElement).textContent, icon: one.querySelector('svg[aria-hidden=true] path')?.getAttribute('d') ?? null,
    colour: getComputedStyle(one).color, bar: bar.backgroundImage + bar.backgroundColor + bar.width, barWidth: parseFloat(bar.width) }
})`

describeInBrowser('status badge outside of drawings', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  async function open(path: string, width: number, colours: 'active' | 'none' = 'none'): Promise<Page> {
    const page = await newPage({ viewport: { width, height: 900 }, forcedColors: colours })
    await page.goto(`${site.url}${path}`)
    // Claims after the first few, and events of one day, are folded.
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    return page
  }

  it.each([
    '/embed/story/x-privacy-2023?lang=en&limit=60',
    '/embed/claim/x-sells-user-data?lang=id',
    '/embed/story/x-privacy-2023?lang=id&view=timeline',
    '/embed/compare/x,xai?lang=en',
    '/embed/network/x?lang=en',
    '/claim/x-collects-dm-contents?lang=en',
    '/?lang=en&q=x',
  ])('has word, icon, colour and line on a phone: %s', async (path) => {
    const page = await open(path, 320)
    const found = await page.evaluate<readonly Signals[]>(READ)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) {
      expect(one.word).not.toBe('')
      expect(one.icon).not.toBeNull()
      expect(one.barWidth).toBeGreaterThan(1)
    }
    for (const signal of ['icon', 'colour', 'bar'] as const) {
      const bySignal = new Map(found.map((one) => [one[signal], one.status]))
      // The sides of these statuses share a colour, and differ by icon, line and word.
      const shared = (status: string): string =>
        signal === 'colour' ? status.replace(/^(REPORTED|ALLEGED|SPECULATED)_NOT$/, '$1') : status
      expect(bySignal.size).toBe(new Set(found.map(({ status }) => shared(status))).size)
    }
    await page.close()
  })

  it('keeps distinct lines in forced colours', async () => {
    const page = await open('/embed/story/x-privacy-2023?lang=en&limit=60', 320, 'active')
    const found = await page.evaluate<readonly Signals[]>(READ)
    const lines = new Map(found.map(({ status, bar }) => [status, bar]))
    expect(lines.size).toBeGreaterThan(3)
    expect(new Set(lines.values()).size).toBe(lines.size)
    for (const bar of lines.values()) expect(bar).not.toMatch(/^nonergba\(0, 0, 0, 0\)/)
    await page.close()
  })

  it('has its line in the detail card too', async () => {
    const page = await open('/embed/story/x-privacy-2023?lang=en&limit=60', 760)
    await page.locator('svg .sanad-card.sanad-s-denied a').first().click()
    const bar = await page.evaluate(
      "getComputedStyle(document.querySelector('.sanad-detail'), '::before').backgroundImage",
    )
    expect(bar).toContain('radial-gradient')
    expect(await page.locator('.sanad-detail .sanad-status svg').count()).toBe(1)
    await page.close()
  })

  it('has a distinct line for every status', async () => {
    const page = await open('/?lang=en', 600)
    const bars = await page.evaluate<readonly string[]>(`${JSON.stringify(STATUSES)}.map((status) => {
      const one = Object.assign(document.createElement('strong'), { className: 'sanad-status' })
      one.dataset.status = status
      document.body.append(one)
      const { backgroundImage, backgroundColor, width } = getComputedStyle(one, '::before')
      return (backgroundImage + (backgroundImage === 'none' && backgroundColor ? ' solid' : '') + width).replaceAll(/rgb\\([^)]*\\)/g, 'colour')
    })`)
    expect(new Set(bars).size).toBe(STATUSES.length)
    await page.close()
  })

  it('is the act of a speaker in a network, with icon, line and word on every edge', async () => {
    const page = await open('/embed/network/x?lang=en', 760)
    const cards = page.locator('svg .sanad-edge')
    expect(await cards.count()).toBeGreaterThan(3)
    for (const card of await cards.all()) {
      expect(await card.locator('a path').count()).toBe(1)
      expect(await card.locator('.sanad-line').count()).toBeGreaterThan(0)
      expect(await card.locator('.sanad-t-status').first().textContent()).toMatch(/^\p{L}/u)
      const target = await card.locator('a').getAttribute('href')
      expect(await page.locator(`li${target} a[href*="/claim/"]`).count()).toBeGreaterThan(0)
    }
    expect(await page.locator('.sanad-edges').textContent()).toContain(
      'Elon Musk says that X will bring out a better and cooler competitor to LinkedIn',
    )
    await page.close()
  })
})
