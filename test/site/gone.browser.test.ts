import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations, OTHER_THEME } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { serve } from '../browser/serve.ts'
import { smallDataset } from '../contracts/small-dataset.ts'
import { later } from './later-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const PAST = 'asOf=2026-12-01T00:00:00Z'

describeInBrowser('site with removed claims', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite({ now: new Date('2027-06-01T00:00:00Z'), dataset: smallDataset() })
    await site.open.load(later(), { author: 'editor', set: 'test', now: new Date('2027-01-01T00:00:00Z') })
  })
  afterAll(() => site.stop())

  it.each([
    '/claim/claim-0004?lang=en',
    '/embed/claim/claim-0004?lang=id',
    '/claim/claim-0001?lang=id',
    `/claim/claim-0001?lang=en&${PAST}`,
    `/story/story?lang=id&${PAST}`,
    '/embed/story/story?lang=en',
    '/embed/data/messages?lang=en&view=matrix',
    '/claim/claim-0000?lang=en&asOf=2020-01-01T00:00:00Z',
    '/embed/claim/clam-000?lang=en',
    '/foo/bar',
  ])('%s has no axe violation, and fits a phone', async (path) => {
    const page = await newPage({ viewport: { width: 320, height: 900 } })
    await page.goto(`${site.url}${path}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeViolations(page, colorScheme === 'light' ? 'everything' : OTHER_THEME)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    }
    await page.close()
  })

  it('embed of a removed claim opens its last state in a new tab, in the sandbox of our own snippet', async () => {
    const frame = `<iframe src="${site.url}/embed/claim/claim-0004?lang=en" title="gone" width="600" height="600" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`
    const article = await serve({ '/': `<!doctype html><title>Article</title>${frame}` })
    const page = await newPage()
    await page.goto(`${article.origin}/`)
    const inside = page.frameLocator('iframe')
    const opened = page.context().waitForEvent('page')
    await inside.getByText('See it as it stood last').click()
    const tab = await opened
    await tab.waitForLoadState()
    expect(tab.url()).toContain(`${site.url}/claim/claim-0004?lang=en&asOf=`)
    expect(await tab.locator('[data-notice=PINNED]').first().textContent()).toContain('As the record stood')
    const searched = page.context().waitForEvent('page')
    await inside.getByText('Search for').click()
    const search = await searched
    await search.waitForLoadState()
    expect(await search.locator('#find').inputValue()).toBe('claim 0004')
    await page.close()
    await article.close()
  })
})
