import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type StartedSite, startSite } from './start-site.ts'

let site: StartedSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.stop())

const TOPICS = ['story/x-privacy-2023', 'entity/x', 'claim/x-sells-user-data', 'data/biometric', 'compare/x,roll20']

async function positions(topic: string, query = 'lang=en') {
  const response = await fetch(`${site.url}/export/${topic}.positions.json?${query}`)
  return { status: response.status, body: JSON.parse(await response.text()) }
}

/** Place of an element in px, by the translations of the elements around it. */
function offsetOf(element: XmlElement): readonly [x: number, y: number] {
  const [, x = '0', y = '0'] = /^translate\((\S+) (\S+)\)/.exec(element.attr('transform')?.value ?? '') ?? []
  const [outerX, outerY] = element.parent ? offsetOf(element.parent) : [0, 0]
  return [Number(x) + outerX, Number(y) + outerY]
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** Texts and boxes of the drawing in an SVG, with places from the upper left corner of the drawing. */
async function drawn(topic: string, query = 'lang=en') {
  const svg = await (await fetch(`${site.url}/image/${topic}.svg?view=graph&${query}`)).text()
  const document = XmlDocument.fromString(svg)
  const names = { s: 'http://www.w3.org/2000/svg' }
  const [drawing] = document.find('//s:svg[contains(@class, "sanad-picture")]', names)
  if (drawing === undefined) throw new Error(`${topic} has no picture.`)
  const [left, top] = offsetOf(drawing as XmlElement)
  const all = (path: string) =>
    drawing.find(path, names).map((node) => {
      const element = node as XmlElement
      const [x, y] = offsetOf(element)
      const own = (name: string): number => Number(element.attr(name)?.value ?? 0)
      return {
        // Marks of direction are for the renderer of PNG.
        text: element.content.replace(/[\u202B\u202C\u2068\u2069]/g, ''),
        x: rounded(x - left + own('x')),
        y: rounded(y - top + own('y')),
        width: own('width'),
        height: own('height'),
        anchor: element.attr('text-anchor')?.value ?? 'start',
        size: own('font-size'),
        fill: element.attr('fill')?.value,
      }
    })
  const found = { texts: all('.//s:text'), boxes: all('.//s:g/s:a/s:rect') }
  document.dispose()
  return found
}

describe.each(TOPICS)('/export/%s.positions.json', (topic) => {
  it('has the texts and boxes of the SVG, at the same places', async () => {
    const [{ status, body }, svg] = [await positions(topic), await drawn(topic)]
    expect(status).toBe(200)
    expect(svg.texts.length).toBeGreaterThan(3)
    const place = ({ text, x, y, anchor, size }: (typeof svg.texts)[number]) =>
      JSON.stringify([text, x, y, anchor, size])
    expect(body.texts.map(place).sort()).toEqual(svg.texts.map(place).sort())
    const box = ({ x, y, width, height }: (typeof svg.boxes)[number]) => JSON.stringify([x, y, width, height])
    expect(body.nodes.map(box).sort()).toEqual(svg.boxes.map(box).sort())
    const colour = ({ colour }: { colour: string }): string => body.colours[colour].light
    expect(body.texts.map(colour).sort()).toEqual(svg.texts.map(({ fill }) => fill).sort())
  })

  it('has status, headline and every statement of each claim that it shows', async () => {
    const { body } = await positions(topic)
    const shown: readonly string[] = body.nodes.flatMap(({ claim }: { claim: string | null }) => claim ?? [])
    expect(shown.length).toBeGreaterThan(0)
    for (const slug of shown) {
      const claim = body.claims.find((one: { claim: string }) => one.claim === slug)
      expect(claim.headline).toMatch(/^\p{L}+.*: .+ – .+/u)
      expect(claim.status).toMatch(/^[A-Z]+$/)
      for (const statement of claim.statements) {
        expect(Object.keys(statement)).toEqual(
          expect.arrayContaining(['stance', 'claimant', 'source', 'quote', 'attribution']),
        )
      }
    }
  })
})

describe('positions', () => {
  it('are those of the chosen statuses and number of claims', async () => {
    const query = 'lang=id&status=DENIED,DISPUTED&limit=3'
    const [{ body }, svg] = [await positions('story/x-privacy-2023', query), await drawn('story/x-privacy-2023', query)]
    expect(body.texts.map(({ text }: { text: string }) => text).sort()).toEqual(
      svg.texts.map(({ text }) => text).sort(),
    )
    expect(body.nodes.filter(({ claim }: { claim: string | null }) => claim !== null).length).toBeLessThanOrEqual(3)
  })

  it.each([
    ['story/x-privacy-2023', 'lang=en&status=MAYBE', 400, 'status'],
    ['story/x-privacy-2023', 'lang=en&limit=0', 400, 'limit'],
    ['story/x-privacy-2023', 'lang=en&theme=dark', 400, 'theme'],
    ['story/nothing', 'lang=en', 404, 'nothing of that name'],
  ])('for %s?%s are refused with %i', async (topic, query, expected, words) => {
    const { status, body } = await positions(topic, query)
    expect(status).toBe(expected)
    expect(body.errors[0].message).toContain(words)
  })
})
