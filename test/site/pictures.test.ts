import { Resvg } from '@resvg/resvg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_VIEWER } from '../../src/domain/viewer.ts'
import { fontFiles } from '../../src/fonts/fonts.ts'
import { MESSAGES, messagesIn } from '../../src/messages/all-messages.ts'
import { parseEmbed } from '../../src/pages/embed/embed-request.ts'
import type { PageContext } from '../../src/pages/page.ts'
import { cardPicture, widgetPicture } from '../../src/pages/pictures.ts'
import { TOKENS } from '../../src/widgets/tokens.ts'
import { linksIn } from '../../src/widgets/view/links.ts'
import { recordedInstant } from './recorded-instant.ts'
import { NOW, type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const context = (): PageContext => ({
  store: site.open.store,
  viewer: PUBLIC_VIEWER,
  messages: messagesIn('en'),
  asOf: null,
  links: linksIn('en', null),
  now: NOW,
  publicUrl: 'https://sanad.example',
  assets: {
    style: '',
    picture: '',
    charts: '',
    site: '',
    icon: '',
    fonts: [],
    widget: '',
    builder: '',
    embed: '',
    page: '',
  },
  draw: () => Promise.resolve(null),
})
const storyRequest = (query: string) => parseEmbed('story', 'x-privacy-2023', new URLSearchParams(query))
const textOf = (svg: string): string =>
  svg
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

describe('picture of a widget', () => {
  it('names omitted claims, revision date, permalink and attributions', async () => {
    const live = textOf((await widgetPicture(storyRequest('lang=en&limit=12'), context()))?.svg.markup ?? '')
    expect(live).toContain('Last changed 1 August 2026.')
    expect(live).toMatch(/12 of \d+ claims\. Disputed \d+ · Denied \d+/)
    expect(live).toContain('Sanad · https://sanad.example/story/x-privacy-2023?lang=en')
    expect(live).toContain('Captures by Open Terms Archive')
    const pinned = await widgetPicture(storyRequest('lang=id&asOf=2026-11-01T00:00:00Z&status=STATED'), context())
    const words = textOf(pinned?.svg.markup ?? '')
    expect(words).toContain('Menurut catatan per 1 November 2026.')
    expect(words).toMatch(
      /Hanya klaim yang dinyatakan yang ditampilkan\. \d+ klaim lain tidak, di antaranya 1 diperselisihkan\b/,
    )
  })

  it('draws a timeline as an axis, a matrix as marks, and a network as its edges', async () => {
    const words = async (query: string): Promise<string> =>
      textOf((await widgetPicture(storyRequest(`lang=en&${query}`), context()))?.svg.markup ?? '')
    const timeline = await words('view=timeline&limit=30')
    expect(timeline).toMatch(/said in force from then document captured .* X's privacy policy: \d+ statements/)
    expect(timeline).toContain('https://sanad.example/story/x-privacy-2023?lang=en')
    expect(await words('view=matrix')).toMatch(/Collects .* Biometric data X 1 1/)
    expect(await words('view=network')).toMatch(/denies 2 claims .* Bloomberg .* LinkedIn/)
    expect(await words('view=matrix&status=RETRACTED')).not.toContain('collects')
  })

  it('draws the left strokes of boxes completely', async () => {
    const picture = await widgetPicture(storyRequest('lang=en&limit=12'), context())
    const { width, height, pixels } = new Resvg(picture?.svg.markup ?? '', {
      fitTo: { mode: 'width', value: picture?.width ?? 0 },
      font: { fontFiles: [...fontFiles()], loadSystemFonts: false },
    }).render()
    /** Colours of one column of pixels, as hex. */
    const column = (x: number): ReadonlySet<string> => {
      const colours = new Set<string>()
      for (let y = 0; y < height; y += 1) {
        const index = (y * width + x) * 4
        colours.add(`#${pixels.subarray(index, index + 3).toString('hex')}`)
      }
      return colours
    }
    // A box begins 20 px from the left, its stroke half a pixel before, at two dots per pixel.
    expect(column(39)).toContain(TOKENS.colours.control.light)
    expect(column(40)).toContain(TOKENS.colours.control.light)
    expect(column(36)).toEqual(new Set([TOKENS.colours.surface.light, TOKENS.colours.raised.light]))
  })
})

describe('card for social networks', () => {
  it.each(MESSAGES)(
    'shows a claim in the mouth of its first voice, with its status and by-line, in $name',
    async ({ tag }) => {
      const request = parseEmbed('claim', 'x-sells-user-data', new URLSearchParams({ lang: tag }))
      const svg = (await cardPicture(request, context()))?.svg.markup ?? ''
      const words = textOf(svg)
      expect(words).toContain(
        tag === 'en'
          ? "Stated not to X says that it does not sell its users' data"
          : 'Dinyatakan tidak X menyatakan bahwa pihaknya tidak menjual data penggunanya',
      )
      expect(words).toMatch(tag === 'en' ? /thinks? it does; .*no evidence yet; not yet confirmed/ : /belum ada bukti/)
      expect(svg).toContain('stroke-dasharray="1.4,6.6"')
      // The lowest line of the sentence is in the lower half, so the card is filled.
      const lowest = Math.max(
        ...[...svg.matchAll(/<text[^>]* y="(\d+)"[^>]*>/g)].map(([, y]) => Number(y)).filter((y) => y < 560),
      )
      expect(lowest).toBeGreaterThan(380)
    },
  )

  it('for a comparison has claims of each party', async () => {
    const request = parseEmbed('compare', 'x,roll20', new URLSearchParams('lang=en'))
    const words = textOf((await cardPicture(request, context()))?.svg.markup ?? '')
    expect(words).toMatch(/ X (will|may|collects|sells|uses|shares)/)
    expect(words).toMatch(/ Roll20 (may|does|collects|sells|uses|shares)/)
    const graph = textOf((await widgetPicture({ ...request, view: 'graph', limit: 4 }, context()))?.svg.markup ?? '')
    expect(graph).toMatch(/Roll20 (may|does|collects|sells|uses|shares)/)
  })

  it('counts the remaining claims, and keeps the title of a story with one claim', async () => {
    const several = textOf((await cardPicture(storyRequest('lang=id'), context()))?.svg.markup ?? '')
    expect(several).toMatch(/\d+ klaim lagi/)
    const one = textOf((await cardPicture(storyRequest('lang=en&status=CONFIRMED'), context()))?.svg.markup ?? '')
    expect(one).toContain("What will X do with its users' data?")
    expect(one).toContain('Only claims that are confirmed are shown.')
  })
})

describe('preview of a page on other sites', () => {
  const get = async (path: string): Promise<string> => (await fetch(`${site.url}${path}`)).text()
  const oembed = async (path: string) =>
    JSON.parse(await get(`/oembed?url=${encodeURIComponent(`${site.url}${path}`)}`))

  it('is pinned where the page is', async () => {
    const path = '/story/x-privacy-2023?lang=en&asOf=2026-11-01T00:00:00Z'
    const recorded = encodeURIComponent(await recordedInstant(site, '2026-11-01T00:00:00Z'))
    expect((await oembed(path)).thumbnail_url).toBe(
      `${site.url}/card/story/x-privacy-2023.png?lang=en&asOf=${recorded}`,
    )
    expect(await get(path)).toContain(
      `property="og:image" content="${site.url}/card/story/x-privacy-2023.png?lang=en&amp;asOf=${recorded}"`,
    )
    expect((await oembed('/story/x-privacy-2023?lang=en')).thumbnail_url).not.toContain('asOf')
  })

  it('is the hedged sentence of a claim instead of the description of the site', async () => {
    const { html } = await oembed('/claim/x-sells-user-data?lang=en')
    expect(html).toMatch(
      /<blockquote[^>]*><a[^>]*>Stated not to: X sells its users&#39; data – X says it does not .* — X says .* that it does not sell its users&#39; data.* there is no evidence yet that X does, and that it is not yet confirmed/,
    )
    expect(html).not.toContain('Who said what')
    const builder = await get('/embed/new?lang=en&what=claim/x-sells-user-data')
    expect(builder).toContain('alt=&quot;Stated not to: X sells its users&amp;#39; data – X says it does not')
  })
})
