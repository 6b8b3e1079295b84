import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { FRAME_WIDTHS, FRAMES, inLanguage, LANGUAGES, openPage, overflow, PAGE_WIDTHS, PAGES } from './open-page.ts'
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
        for (const width of FRAMES.includes(path) ? FRAME_WIDTHS : PAGE_WIDTHS) {
          await page.setViewportSize({ width, height: 900 })
          await page.emulateMedia({ colorScheme: 'light' })
          expect(await axeViolations(page)).toEqual([])
          expect(await overflow(page)).toBe(0)
          // The dark theme changes colours, which are the same in both languages.
          if (language !== LANGUAGES[0]) continue
          await page.emulateMedia({ colorScheme: 'dark' })
          expect(await axeViolations(page, 'colours')).toEqual([])
        }
        await page.context().close()
      }
    },
  )
})
