import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../browser/launch.ts'
import { inLanguage, LANGUAGES, openPage } from './open-page.ts'
import { type StartedSite, startSite } from './start-site.ts'

/** Pages with drawings: cards, a network, a timeline, a card of one claim. */
const DRAWN = [
  '/story/x-privacy-2023',
  '/story/roll20-personal-data',
  '/story/x-privacy-2023?view=timeline',
  '/story/x-privacy-2023?view=network',
  '/entity/x',
  '/entity/elon-musk?view=timeline',
  '/claim/x-collects-dm-contents',
]

/** Texts that leave the box of their node, and neighbours on a line that overlap, in tenths of a pixel of the layout. */
const FAULTS = `[...document.querySelectorAll('.sanad-svg g:has(> a > .sanad-box)')].flatMap((node) => {
  const box = node.querySelector('.sanad-box').getBoundingClientRect()
  const texts = [...node.querySelectorAll('text')].map((one) => ({ text: one.textContent, rect: one.getBoundingClientRect() }))
  const outside = texts.filter(({ rect }) => rect.left < box.left - 0.5 || rect.right > box.right + 0.5)
  const overlapping = texts.filter(({ rect }, i) => texts.some((other, j) => j > i
    && Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left) > 0.5
    && Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top) > rect.height / 2))
  return [...outside, ...overlapping].map(({ text }) => text)
})`
const USED = `[...new Set([...document.querySelectorAll('.sanad-svg text')].map((one) => getComputedStyle(one).fontFamily.split(',')[0]))].sort()`

describeInBrowser('fonts of drawings on pages', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each(DRAWN)('the texts of %s stay within their boxes, and apart from each other', async (path) => {
    for (const language of LANGUAGES) {
      for (const width of [1200, 760]) {
        const page = await openPage(newPage, site, inLanguage(path, language), { width })
        await page.evaluate('document.fonts.ready.then(() => null)')
        expect([path, language, width, await page.evaluate(FAULTS)]).toEqual([path, language, width, []])
        await page.close()
      }
    }
  })

  it('are those of the page on wide pages, and those of embeds on narrow ones and in embeds', async () => {
    const open = async (path: string, width: number): Promise<unknown> => {
      const page = await openPage(newPage, site, inLanguage(path, 'en'), { width })
      const used = await page.evaluate(USED)
      await page.close()
      return used
    }
    expect(await open('/story/x-privacy-2023', 1200)).toEqual(['"Drawing Sans"', '"Drawing Serif"'])
    expect(await open('/story/x-privacy-2023', 680)).toEqual(['Arimo', 'Georgia'])
    expect(await open('/embed/story/x-privacy-2023', 760)).toEqual(['Arimo', 'Georgia'])
  })
})
