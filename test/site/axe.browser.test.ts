import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { FRAME_WIDTHS, FRAMES, inLanguage, LANGUAGES, overflow, PAGE_WIDTHS, PAGES } from './open-page.ts'
import { type StartedSite, startSite } from './start-site.ts'

/** Widths of a page: all in the first language and in CI, otherwise the narrowest, which shows words that are too long. */
function widthsOf(path: string, language: string): readonly number[] {
  const widths = FRAMES.includes(path) ? FRAME_WIDTHS : PAGE_WIDTHS
  return process.env.CI || language === LANGUAGES[0] ? widths : widths.slice(0, 1)
}

describeInBrowser('accessibility of pages and embeds', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each([...FRAMES, ...PAGES])(
    '%s has no axe violation, in both languages and themes, at three widths',
    async (path) => {
      const page = await newPage()
      for (const language of LANGUAGES) {
        await page.setViewportSize({ width: 320, height: 900 })
        await page.goto(`${site.url}${inLanguage(path, language)}`)
        for (const width of widthsOf(path, language)) {
          await page.setViewportSize({ width, height: 900 })
          await page.emulateMedia({ colorScheme: 'light' })
          expect(await axeViolations(page)).toEqual([])
          expect(await overflow(page)).toBe(0)
          // The dark theme changes colours, which are the same in both languages.
          if (language !== LANGUAGES[0]) continue
          await page.emulateMedia({ colorScheme: 'dark' })
          expect(await axeViolations(page, 'colours')).toEqual([])
        }
      }
    },
  )
})
