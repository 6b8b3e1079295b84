import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../browser/launch.ts'
import { type StartedSite, startSite } from './start-site.ts'

/** Counts the elements of a selector: all of them, and those that are drawn. */
const count = (selector: string): string => `(() => {
  const all = [...document.querySelectorAll('${selector}')]
  return [all.length, all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && one.getBoundingClientRect().height > 0).length]
})()`

describeInBrowser('print style', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each([
    ['/embed/story/x-privacy-2023?lang=en', ['blockquote', '.sanad-source']],
    ['/embed/network/x?lang=id', ['.sanad-source']],
    ['/claim/x-sells-user-data?lang=en', ['blockquote', '.site-when time', '.sanad-source']],
  ])('%s prints every quote with its date and source, open or closed on the screen', async (path, selectors) => {
    const page = await newPage()
    await page.goto(`${site.url}${path}`)
    await page.emulateMedia({ media: 'print' })
    for (const selector of selectors) {
      const [all] = await page.evaluate<readonly [number, number]>(count(selector))
      expect(all).toBeGreaterThan(0)
      await expect.poll(async () => [selector, await page.evaluate(count(selector))]).toEqual([selector, [all, all]])
    }
    await page.close()
  })

  it('is closed on the screen, so that the list stays short', async () => {
    const page = await newPage()
    await page.goto(`${site.url}/embed/story/x-privacy-2023?lang=en`)
    const [all, visible] = await page.evaluate<readonly [number, number]>(count('blockquote'))
    expect(all).toBeGreaterThan(10)
    expect(visible).toBe(0)
    await page.close()
  })

  it.each([
    ['/story/x-privacy-2023?lang=en', 6],
    ['/story/x-privacy-2023?lang=id&view=list', 6],
    ['/story/x-privacy-2023?lang=en&view=matrix', 6],
    ['/story/x-privacy-2023?lang=id&view=timeline', 6],
    ['/claim/x-sells-user-data?lang=id', 6],
    ['/claim/x-collects-dm-contents?lang=en', 6],
  ])('prints %s on at most %i pages of A4', async (path, most) => {
    const page = await newPage()
    await page.goto(`${site.url}${path}`)
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(printed.length).toBeGreaterThan(0)
    expect(printed.length).toBeLessThanOrEqual(most)
    await page.close()
  })

  it('prints more pages than the list alone', async () => {
    const page = await newPage()
    await page.goto(`${site.url}/embed/story/x-privacy-2023?lang=en`)
    const pagesOf = async (): Promise<number> =>
      ((await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length
    const whole = await pagesOf()
    await page.evaluate("document.querySelectorAll('details').forEach((one) => one.remove())")
    expect(whole).toBeGreaterThan(await pagesOf())
    await page.close()
  })
})
