import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostileDataset } from './hostile-dataset.ts'
import { type StartedSite, startSite } from './start-site.ts'

const VIEWS = ['timeline', 'matrix', 'network'] as const

describe('frames with a chart', () => {
  it.each([1, 60, 400])('stay bounded with %i hostile claims', async (count) => {
    const site = await startSite({ dataset: hostileDataset(count) })
    for (const view of VIEWS) {
      const response = await fetch(`${site.url}/embed/story/story?lang=en&limit=60&view=${view}`)
      expect(response.status).toBe(200)
      const html = await response.text()
      expect(html).not.toMatch(/NaN|Infinity|\[object/)
      expect(html.length).toBeLessThan(450_000)
      expect(html.match(/<text /g)?.length ?? 0).toBeLessThan(200)
    }
    await site.stop()
  })

  describe('in the first story', () => {
    let site: StartedSite
    beforeAll(async () => {
      site = await startSite()
    })
    afterAll(() => site.stop())
    const get = async (query: string): Promise<string> =>
      (await fetch(`${site.url}/embed/story/x-privacy-2023?lang=en&${query}`)).text()

    it.each(VIEWS)('load the style sheet of charts for a %s, and no other frame does', async (view) => {
      expect(await get(`view=${view}`)).toContain('/assets/charts.css?v=')
      expect(await get('view=graph')).not.toContain('/assets/charts.css')
    })

    it('show recordings in a timeline if the URL asks for them alone', async () => {
      const timeline = 'view=timeline&limit=60'
      expect(await get(timeline)).not.toContain('recorded here')
      expect(await get(`${timeline}&recorded=no`)).not.toContain('recorded here')
      expect(await get(`${timeline}&recorded=perhaps`)).not.toContain('recorded here')
      expect(await get(`${timeline}&recorded=yes`)).toContain('recorded here')
      const missed = await fetch(`${site.url}/embed/story/x-privacy-2023?lang=en&view=timeline&Recorded=yes`)
      expect(missed.status).toBe(400)
    })

    it('fold what has no date, with its count, and show no status of a claim beside a speaker', async () => {
      const html = await get('view=timeline&limit=60')
      const count = Number(/No date given in the source: (\d+) statements/.exec(html)?.[1])
      const folded = html.slice(html.indexOf('sanad-undated'))
      expect(folded.split('<li data-status').length - 1).toBe(count)
      // Musk denies that X collects messages; the claim itself is disputed.
      expect(html).toMatch(
        /data-status="DENIED"[\s\S]{0,900}<b>Elon Musk<\/b> gives an assurance that X will not collect/,
      )
      expect(html).not.toContain('data-status="DISPUTED"')
    })

    it('have all people and companies of the story in the network, and who denies what', async () => {
      const html = await get('view=network')
      const drawing = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'))
      for (const name of ['X', 'Elon Musk', 'xAI', 'LinkedIn', 'Bloomberg'])
        expect(drawing).toContain(`aria-label="${name}"`)
      expect(drawing).toMatch(/denies<\/text>/)
      expect(html).toMatch(/<b>members of the public<\/b>/)
      // Each edge of the drawing has its place in the list.
      for (const [, id] of drawing.matchAll(/href="#(edge-\d+)"/g)) expect(html).toContain(`<li id="${id}"`)
    })
  })
})
