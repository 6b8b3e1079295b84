import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { createCache } from '../../src/cache/create-cache.ts'
import { createPngRenderer } from '../../src/server/workers/render-png.ts'
import { drawGraph } from '../../src/widgets/drawing/draw-graph.ts'
import { layoutGraph } from '../../src/widgets/drawing/layout-graph.ts'
import { CLOSE } from '../../src/widgets/drawing/picture-measures.ts'
import { socialCard } from '../../src/widgets/drawing/social-card.ts'
import { fc, propertyRuns } from '../property-runs.ts'
import { hostileStrings } from '../site/hostile-dataset.ts'
import { EXAMPLE_FRAME, exampleCard, exampleGraph } from './example-graph.ts'

const header = EXAMPLE_FRAME
const { messages } = header

describe('status of a card', () => {
  const view = exampleGraph(2, 3, 1, 4)
  const options = { width: 680, idPrefix: '' }

  it('is one text with its by-line on a page, and a text of its own in a picture', () => {
    const onPage = drawGraph(view, { ...options, concrete: null })?.markup ?? ''
    const picture = drawGraph(view, { ...options, concrete: 'light' })?.markup ?? ''
    expect(onPage.match(/ <tspan [^>]*font-weight="400"/g)).toHaveLength(3)
    expect(picture).not.toContain('<tspan')
    const words = (markup: string): string =>
      markup
        .replace(/<[^>]*>/g, ' ')
        .replace(/\p{Cf}/gu, '')
        .replace(/\s+/g, ' ')
    expect(words(picture)).toContain(words(onPage).trim())
  })
})

describe('columns of a drawing', () => {
  it('are inside the drawing, without overlap, deterministic, and mirrored for right-to-left', () => {
    const sizes = fc.tuple(fc.nat(12), fc.nat(20), fc.nat(8), fc.nat())
    fc.assert(
      fc.property(sizes, ([data, cards, uses, seed]) => {
        const view = exampleGraph(data, cards, uses, seed)
        const placed = layoutGraph(view, { width: 680, rtl: false, spacing: CLOSE })
        expect(layoutGraph(view, { width: 680, rtl: false, spacing: CLOSE })).toEqual(placed)
        for (const [i, a] of placed.nodes.entries()) {
          expect(a.x >= 0 && a.x + a.width <= 680 && a.y >= 0 && a.y + a.height <= placed.height).toBe(true)
          for (const b of placed.nodes.slice(i + 1)) {
            const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
            expect(apart).toBe(true)
          }
        }
        const mirrored = layoutGraph(view, { width: 680, rtl: true, spacing: CLOSE })
        for (const [i, a] of placed.nodes.entries()) {
          expect(mirrored.nodes[i]?.x).toBeCloseTo(680 - a.x - a.width, 5)
        }
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('contain hostile text without markup', () => {
    const strings = hostileStrings(1000)
    const view = exampleGraph(20, 60, 10, 7, (i) => strings[(i * 7) % strings.length] ?? '')
    const drawn = drawGraph(view, { width: 680, idPrefix: '', concrete: 'light' })
    const tags = (drawn?.markup ?? '').replace(/"[^"<>]*"/g, '""').match(/<[a-z]+[^>]*>/g) ?? []
    expect(tags.filter((tag) => !/^<(svg|title|g|a|path|rect|text)( [a-zA-Z-]+="")*>$/.test(tag))).toEqual([])
    expect(() => new Resvg(drawn?.markup ?? '')).not.toThrow()
  })

  it('give null for an empty graph', () => {
    expect(drawGraph(exampleGraph(0, 0, 0, 1), { width: 680, idPrefix: '', concrete: null })).toBeNull()
  })
})

describe('pictures', () => {
  const { render } = createPngRenderer(createCache({ maxBytes: 16 * 1024 * 1024 }))
  const pixels = async (svg: string): Promise<Buffer> => render(svg, 1200)

  it.each([
    ['Latin', 'Data that is not public'],
    ['Arabic', 'بيانات غير عامة'],
  ])('render %s text', async (_, title) => {
    const empty = socialCard({ ...header, title: '' }, [], 0).markup
    const titled = socialCard({ ...header, title }, [], 0).markup
    const [without, with_] = await Promise.all([pixels(empty), pixels(titled)])
    expect(with_.subarray(1, 4).toString()).toBe('PNG')
    expect(with_.readUInt32BE(16)).toBe(1200)
    expect(with_.readUInt32BE(20)).toBe(630)
    expect(with_.length).toBeGreaterThan(without.length + 1000)
  })

  it('state the number of omitted claims', () => {
    const cards = Array.from({ length: 9 }, (_, i) => ({
      ...exampleCard(i, 'a claim'),
      headline: { proposition: 'a claim', status: 'Stated', by: 'X states it', agents: null },
      contradiction: null,
      shorter: [],
      said: null,
    }))
    expect(socialCard(header, cards, 3).markup).toContain(messages.ui.more(8))
  })

  it('omit claimants as complete names, and count the omitted ones', () => {
    const voice = (i: number): string => `the article “A title that goes on for quite a while, number ${i}”`
    const line = (names: number): string =>
      `— ${[...Array.from({ length: names }, (_, i) => voice(i)), ...(names < 4 ? [`+${4 - names}`] : [])].join(', ')}`
    const card = { ...exampleCard(0, 'a claim'), shorter: [3, 2, 1, 0].map(line), said: null }
    const words = (by: string): string =>
      socialCard(header, [{ ...card, headline: { proposition: 'a claim', status: 'Stated', by, agents: null } }], 0)
        .markup.replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
    expect(words(line(4))).toContain(`${line(2)} `)
    expect(words(line(1))).toContain(`${line(1)} `)
    expect(words(line(4))).not.toContain('…')
  })

  it('have the sentences of an annotation that fit whole', () => {
    const contradiction = `Those who speak for it contradict each other. ${'A second sentence goes on and on, '.repeat(9)}and ends.`
    const headline = { proposition: 'a claim', status: 'Disputed', by: 'X states it', agents: null }
    const card = { ...exampleCard(0, 'a claim'), headline, contradiction, assessment: null, shorter: [], said: null }
    const { markup } = socialCard(header, [card, card], 0)
    expect(markup).toContain('>Those who speak for it contradict each other.<')
    expect(markup).not.toContain('…')
  })

  it('are rejected for invalid SVG, and the renderer goes on', async () => {
    await expect(render('<svg', 100)).rejects.toThrow()
    expect((await render('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 9)).length).toBeGreaterThan(
      50,
    )
  })
})
