import { describe, expect, it } from 'vitest'
import { STANDING_NAMES, type StandingName } from '../../src/domain/standing.ts'
import { en } from '../../src/messages/en.ts'
import { chooseEdges } from '../../src/widgets/drawing/choose-edges.ts'
import { drawNetwork } from '../../src/widgets/drawing/draw-network.ts'
import { drawTimeline } from '../../src/widgets/drawing/draw-timeline.ts'
import { DRAWING_WIDTH } from '../../src/widgets/drawing/drawing-width.ts'
import { createInk } from '../../src/widgets/drawing/ink.ts'
import { measureText } from '../../src/widgets/drawing/measure-text.ts'
import { networkKey } from '../../src/widgets/drawing/network-key.ts'
import { LABEL_SIZE } from '../../src/widgets/drawing/place-captions.ts'
import { crowds, placeLens } from '../../src/widgets/drawing/place-lens.ts'
import { placeNetwork } from '../../src/widgets/drawing/place-network.ts'
import { placeAxis, scaleOf } from '../../src/widgets/drawing/place-timeline.ts'
import { hostileStrings } from '../site/hostile-dataset.ts'
import { exampleNetwork, exampleTimeline } from './example-charts.ts'

const OPTIONS = { width: DRAWING_WIDTH, theme: 'light', idPrefix: '' } as const
const SEEDS = Array.from({ length: 24 }, (_, i) => i)
const strings = hostileStrings(300)
const hostile = (i: number): string => strings[(i * 7) % strings.length] ?? ''
const long = (i: number): string => `name ${i} `.repeat(60).slice(0, 300)

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5

/** Returns the pairs that overlap, and the boxes outside of the chart. */
function faults(boxes: readonly Box[]): number {
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)))
  const outside = boxes.filter(({ x, width }) => x < -0.5 || x + width > DRAWING_WIDTH + 0.5)
  return pairs.length + outside.length
}

function labelBoxes(count: number, seed: number, words?: (i: number) => string): readonly Box[] {
  const { marks } = exampleTimeline(count, seed, words)
  const scale = scaleOf(marks, DRAWING_WIDTH)
  const size = { width: DRAWING_WIDTH, language: 'en' }
  const axis = placeAxis(marks, scale, { ...size, top: 30, moreWords: (more) => `${more} more` })
  let top = axis.y + 60
  const lenses = (axis.counts.length > 0 ? [] : crowds(marks, scale)).map((stretch) => {
    const lens = placeLens(marks, stretch, scale, { ...size, top })
    top = lens.y + 60
    return lens
  })
  return [axis, ...lenses].flatMap(({ captions }) =>
    captions.map(({ x, y, width }) => ({ x, y: y - LABEL_SIZE, width, height: LABEL_SIZE })),
  )
}

describe('labels of a timeline', () => {
  it.each([1, 2, 5, 12, 40, 120])('never overlap and never run out, with %i marks on random days', (count) => {
    for (const seed of SEEDS) {
      expect([seed, faults(labelBoxes(count, seed))]).toEqual([seed, 0])
      expect([seed, faults(labelBoxes(count, seed, long))]).toEqual([seed, 0])
    }
  })

  it('are drawn for most of five marks, so that the test above compares some', () => {
    expect(labelBoxes(5, 3).length).toBeGreaterThan(2)
  })
})

describe('timeline', () => {
  it('is null without a date, and stays bounded from one mark to 400', () => {
    expect(drawTimeline({ ...exampleTimeline(0, 1) }, OPTIONS)).toBeNull()
    for (const count of [1, 60, 400]) {
      const drawn = drawTimeline(exampleTimeline(count, 6), OPTIONS)
      expect(drawn?.height).toBeLessThan(900)
      expect(drawn?.drawn.markup.length).toBeLessThan(60_000)
      expect(drawn?.drawn.markup).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  it('is the same for the same marks', () => {
    expect(drawTimeline(exampleTimeline(30, 5), OPTIONS)).toEqual(drawTimeline(exampleTimeline(30, 5), OPTIONS))
  })

  it('counts the marks of each stretch of time where there are too many to draw', () => {
    const { marks } = exampleTimeline(400, 2)
    const axis = placeAxis(marks, scaleOf(marks, DRAWING_WIDTH), {
      width: DRAWING_WIDTH,
      language: 'en',
      top: 0,
      moreWords: String,
    })
    expect(axis.marks).toEqual([])
    expect(axis.counts.length).toBeGreaterThan(10)
    expect(axis.counts.length).toBeLessThanOrEqual(49)
  })
})

describe('network', () => {
  it.each([1, 4, 12, 60, 400])(
    'never lets a label, a box or an edge meet another one, with %i random edges',
    (count) => {
      for (const seed of SEEDS) {
        for (const words of [undefined, hostile, long]) {
          const { boxes, edges, height } = placeNetwork(exampleNetwork(count, seed, words), DRAWING_WIDTH)
          const labels = edges.map(({ x, width, labelY, labelHeight }) => ({
            x: x - width / 2,
            y: labelY,
            width,
            height: labelHeight,
          }))
          expect([seed, faults([...boxes, ...labels])]).toEqual([seed, 0])
          expect(edges.length).toBeLessThanOrEqual(12)
          expect(height).toBeLessThan(6000)
          // Every edge ends at its own boxes.
          for (const { x, fromKey, toKey, edge } of edges) {
            const [from, to] = [fromKey, toKey].map((key) => boxes.find((box) => box.key === key))
            expect([from?.node.id, to?.node.id]).toEqual([edge.from, edge.to])
            for (const box of [from, to]) expect(x > (box?.x ?? 0) && x < (box?.x ?? 0) + (box?.width ?? 0)).toBe(true)
          }
        }
      }
    },
  )

  it('is null without an edge, and has every party that the limit has room for', () => {
    expect(drawNetwork(exampleNetwork(0, 1), OPTIONS)).toBeNull()
    for (const seed of SEEDS) {
      const view = exampleNetwork(60, seed)
      const shown = new Set(chooseEdges(view).flatMap(({ from, to }) => [from, to]))
      const spoken = new Set(view.edges.flatMap(({ from, to }) => [from, to]))
      expect(shown).toEqual(spoken)
    }
  })

  it('has a key with the line, the icon and the verb of each kind of act once, in lines that fit', () => {
    const ink = createInk({ width: DRAWING_WIDTH, theme: null, rtl: false })
    const drawn = (acts: readonly StandingName[]) =>
      networkKey(acts, { width: DRAWING_WIDTH, top: 100 }, ink, en).drawn.markup
    const keyOf = (acts: readonly StandingName[]) =>
      drawn(acts).matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)/g)
    // The group has the colours that its verb is written in.
    expect(drawn(['DENIED'])).toMatch(/^<g class="sanad-s-denied">.*denies<\/text> <\/g>$/s)
    expect([...keyOf(['STATED_NOT', 'REPORTED', 'DENIED', 'DENIED'])].map(([, , , verb]) => verb)).toEqual([
      'denies',
      'states that it is not the case',
      'reports',
    ])
    const placed = [...keyOf(STANDING_NAMES)].map(([, x, y, verb = '']) => ({
      x: Number(x),
      y: Number(y) - 13,
      width: measureText(verb, { size: 13, weight: 'regular' }),
      height: 16,
    }))
    expect(placed).toHaveLength(STANDING_NAMES.length)
    expect(faults(placed)).toBe(0)
  })

  it('states the number of edges that only the list has', () => {
    expect(drawNetwork(exampleNetwork(30, 2), OPTIONS)?.drawn.markup).toContain('18 more lines are in words below.')
    expect(drawNetwork(exampleNetwork(30, 2), OPTIONS)).toEqual(drawNetwork(exampleNetwork(30, 2), OPTIONS))
  })
})
