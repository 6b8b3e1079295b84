import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeViolations } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { heightOf, inLanguage, LANGUAGES, MAX_HEIGHT, openPage, overflow } from './open-page.ts'
import { type StartedSite, startSite } from './start-site.ts'

const STORY = '/story/x-privacy-2023?lang=en'
const SCREENS = 3 * 900

describeInBrowser('page of a story', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())
  const open = (path: string, scripts = true) => openPage(newPage, site, path, { width: 1200, scripts })

  it('has tabs without a script and by keyboard, and pages of at most 6,000 px', async () => {
    const page = await open(STORY, false)
    expect((await page.locator('#list').boundingBox())?.y).toBeLessThan(SCREENS)
    for (const name of ['Picture', 'List', 'Table', 'Timeline']) {
      const tab = page.getByRole('link', { name, exact: true })
      await tab.focus()
      await page.keyboard.press('Enter')
      await page.locator(`.site-tabs a[aria-current]:text-is("${name}")`).waitFor()
      expect(await heightOf(page)).toBeLessThanOrEqual(MAX_HEIGHT)
    }
    await page.close()
  })

  it.each(['/entity/elon-musk', '/entity/xai', '/story/roll20', '/claim/x-sells-user-data'])(
    'is no higher than 6,000 px at a width of 1,200, nor is %s',
    async (path) => {
      const page = await open(inLanguage(path, 'en'))
      for (const language of LANGUAGES) {
        await page.goto(`${site.url}${inLanguage(path, language)}`)
        expect([language, (await heightOf(page)) <= MAX_HEIGHT]).toEqual([language, true])
      }
      await page.close()
    },
  )

  it.each(['&view=list', '&view=matrix', '&view=timeline'])(
    'has no axe violation at 320 and 1,200 px: %s',
    async (view) => {
      const page = await open(`${STORY}${view}`)
      for (const width of [1200, 320]) {
        await page.setViewportSize({ width, height: 900 })
        await page.emulateMedia({ colorScheme: 'light' })
        expect(await axeViolations(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await axeViolations(page, 'colours')).toEqual([])
      }
      await page.close()
    },
  )

  it('prints on at most six pages, and its citation can be copied', async () => {
    const page = await open(STORY)
    expect(await page.getByRole('button', { name: 'Copy' }).isVisible()).toBe(true)
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length).toBeLessThanOrEqual(6)
    await page.close()
  })
})
