import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeInBrowser } from '../browser/launch.ts'
import { serveInPieces } from '../browser/serve-in-pieces.ts'
import { inLanguage } from './open-page.ts'
import { type StartedSite, startSite } from './start-site.ts'

/** Sums the layout shifts of a page, and names what moved. */
const WATCH_SHIFTS = `window.shifts = { sum: 0, moved: [] }
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    window.shifts.sum += value
    for (const { node } of sources) window.shifts.moved.push((node?.nodeName ?? '') + '.' + (node?.className ?? ''))
  }
}).observe({ type: 'layout-shift', buffered: true })`
/** Resolves after the next frame: that which is in the document by now is shown. */
const NEXT_FRAME = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

const PATHS = [
  '/embed/new?what=claim/x-sells-user-data',
  '/embed/new?what=story/x-privacy-2023',
  '/compare?entities=x,xai',
  '/story/x-privacy-2023',
  '/entity/x',
]
/** Two sizes cut a page at different places. */
const VISITS = [
  { bytes: 3500, language: 'en', width: 1200 },
  { bytes: 1700, language: 'id', width: 360 },
]

describeInBrowser('pages that arrive in pieces', (newPage) => {
  let site: StartedSite
  beforeAll(async () => {
    site = await startSite()
  })
  afterAll(() => site.stop())

  it.each(PATHS)('keep what they have shown in its place: %s', async (path) => {
    for (const { bytes, language, width } of VISITS) {
      const page = await newPage({ viewport: { width, height: 900 } })
      await page.addInitScript(WATCH_SHIFTS)
      let begun: Promise<unknown> = Promise.resolve()
      let pieces = 0
      const shown = async (): Promise<void> => {
        pieces += 1
        await begun
        await page.evaluate(NEXT_FRAME)
      }
      const slow = await serveInPieces(site.url, { bytes, shown })
      begun = page.goto(`${slow.origin}${inLanguage(path, language)}`, { waitUntil: 'commit' })
      await begun
      await page.waitForLoadState('load')
      const { sum, moved } = await page.evaluate<{ sum: number; moved: string[] }>('window.shifts')
      expect([width, sum <= 0.01 ? [] : moved]).toEqual([width, []])
      expect(pieces).toBeGreaterThan(3)
      await page.close()
      await slow.stop()
    }
  })
})
