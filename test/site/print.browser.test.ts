import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../browser/launch.ts'
import { type StartedSite, startSite } from './start-site.ts'

/** Counts the elements of a selector: all of them, and those that are drawn. */
const count = (selector: string): string => `(() => {
  const all = [...document.querySelectorAll('${selector}')]
  return [all.length, all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && one.getBoundingClientRect().height > 0).length]
})()`

describeInBrowser('print style', (browser) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each([
    ['/embed/story/x-privacy-2023?lang=en', true],
    ['/embed/network/x?lang=id', true],
    ['/claim/x-sells-user-data?lang=en', true],
  ])('%s prints every quote with its date and source, open or closed on the screen', async (path, scripts) => {
    const context = await browser().newContext({ javaScriptEnabled: scripts })
    const page = await context.newPage()
    await page.goto(`${site.url}${path}`)
    await page.emulateMedia({ media: 'print' })
    for (const selector of ['blockquote', '.sanad-who time', '.sanad-source']) {
      const [all] = await page.evaluate<readonly [number, number]>(count(selector))
      expect(all).toBeGreaterThan(0)
      await expect.poll(async () => [selector, await page.evaluate(count(selector))]).toEqual([selector, [all, all]])
    }
    await context.close()
  })

  it('is closed on the screen, so that the list stays short', async () => {
    const page = await browser().newPage()
    await page.goto(`${site.url}/embed/story/x-privacy-2023?lang=en`)
    const [all, visible] = await page.evaluate<readonly [number, number]>(count('blockquote'))
    expect(all).toBeGreaterThan(10)
    expect(visible).toBe(0)
    await page.close()
  })

  it('prints more pages than the list alone', async () => {
    const page = await browser().newPage()
    await page.goto(`${site.url}/embed/story/x-privacy-2023?lang=en`)
    const pagesOf = async (): Promise<number> =>
      ((await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
    const whole = await pagesOf()
    await page.evaluate("document.querySelectorAll('details').forEach((one) => one.remove())")
    expect(whole).toBeGreaterThan(await pagesOf())
    await page.close()
  })
})
