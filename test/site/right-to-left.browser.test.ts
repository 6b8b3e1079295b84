import { afterAll, beforeAll, expect, it } from 'vitest'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { en, type Messages } from '../../src/messages/en.ts'
import { embedPage } from '../../src/pages/embed/embed-page.ts'
import { parseEmbed } from '../../src/pages/embed/embed-request.ts'
import { chartCss } from '../../src/widgets/css/chart-css.ts'
import { pictureCss, widgetCss } from '../../src/widgets/css/widget-css.ts'
import { drawView } from '../../src/widgets/drawing/draw-view.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { axeViolations, OTHER_THEME } from '../browser/axe.ts'
import { describeInBrowser } from '../browser/launch.ts'
import { type Served, serve } from '../browser/serve.ts'
import { NOW, type StartedSite, startSite } from './start-site.ts'

/** Replaces every message with Arabic words, for a right-to-left language. */
function inArabic<T>(value: T, key = ''): T {
  if (key === 'tag' || key === 'predicates') return value
  if (key === 'direction') return 'rtl' as T
  if (typeof value === 'string') return (value === '' ? '' : 'نص عربي قصير') as T
  if (typeof value === 'function')
    return ((...given: unknown[]) => `نص ${given.filter((one) => typeof one !== 'object').join(' ')}`) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inArabic(one, name)])) as T
}
const ARABIC: Messages = { ...inArabic(en), tag: 'ar' }
const VIEWS = ['graph', 'timeline', 'matrix', 'network']

describeInBrowser('right-to-left language', (newPage) => {
  let site: StartedSite
  let served: Served
  beforeAll(async () => {
    site = await startSite()
    const draw = drawView
    const assets = {
      icon: '/i',
      fonts: [],
      style: '/s.css',
      charts: '/c.css',
      picture: '/p.css',
      site: '/t.css',
      widget: '/assets/w.js?v=1',
      builder: '/assets/b.js?v=1',
      embed: '/assets/e.js?v=1',
      page: '/assets/p.js?v=1',
    }
    const context = {
      store: site.open.store,
      viewer: PUBLIC_VIEWER,
      messages: ARABIC,
      asOf: null,
      links: linksIn(ARABIC.tag, null),
      now: NOW,
      publicUrl: 'http://127.0.0.1:1',
      assets,
      draw,
    }
    const framed = async (kind: 'story' | 'entity', slug: string, view: string): Promise<string> => {
      const request = parseEmbed(kind, slug, new URLSearchParams({ view, limit: '6' }))
      return (await embedPage({ ...request, messages: ARABIC }, context)).html
    }
    const pages = await Promise.all(
      VIEWS.map(async (view) => [`/${view}`, await framed('story', 'x-privacy-2023', view)] as const),
    )
    served = await serve({
      ...Object.fromEntries(pages),
      '/entity': await framed('entity', 'xai', 'graph'),
      '/s.css': widgetCss(),
      '/c.css': chartCss(),
      '/p.css': pictureCss(),
      '/assets/w.js': '',
      '/i': '',
    })
  })
  afterAll(async () => {
    await served.close()
    await site.stop()
  })

  it.each(VIEWS)('has no axe violation in its %s view, at any width, in both themes', async (view) => {
    const page = await newPage({ viewport: { width: 320, height: 900 } })
    await page.goto(`${served.origin}/${view}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const width of [320, 600, 760]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate('document.dir')).toBe('rtl')
        expect(await axeViolations(page, colorScheme === 'light' ? 'everything' : OTHER_THEME)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
          0,
        )
      }
    }
    await page.close()
  })

  it('draws data on the right and uses on the left', async () => {
    const page = await newPage({ viewport: { width: 760, height: 900 } })
    await page.goto(`${served.origin}/entity`)
    const x = (place: string): Promise<number> =>
      page.evaluate(`document.querySelector('svg .sanad-${place} .sanad-box').getBoundingClientRect().x`)
    expect(await x('data')).toBeGreaterThan(await x('card'))
    expect(await x('card')).toBeGreaterThan(await x('use'))
    await page.close()
  })

  it('draws the first of two speakers on the right', async () => {
    const page = await newPage({ viewport: { width: 760, height: 900 } })
    await page.goto(`${served.origin}/graph`)
    const x = (column: number): Promise<number> =>
      page.evaluate(`document.querySelector('svg [data-column="${column}"]').getBoundingClientRect().x`)
    expect(await x(0)).toBeGreaterThan(await x(1))
    await page.close()
  })
})
