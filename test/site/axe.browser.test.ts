import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { FRAMES, inLanguage, LANGUAGES, openPage, overflow, PAGES, THEMES, WIDTHS } from './open-page.ts'
import { type StartedSite, startSite } from './start-site.ts'

describeInBrowser('accessibility of pages and embeds', (browser) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each([...FRAMES, ...PAGES])(
    '%s has no axe violation, in both languages and themes, at three widths',
    async (path) => {
      for (const language of LANGUAGES) {
        const page = await openPage(browser(), site, inLanguage(path, language), { width: 320 })
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme })
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 })
            expect(await axeViolations(page)).toEqual([])
            expect(await overflow(page)).toBe(0)
          }
        }
        await page.context().close()
      }
    },
  )
})
