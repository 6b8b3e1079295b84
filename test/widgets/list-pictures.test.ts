import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { drawMatrix } from '../../src/widgets/drawing/draw-matrix.ts'
import { drawNetwork } from '../../src/widgets/drawing/draw-network.ts'
import { drawTimeline } from '../../src/widgets/drawing/draw-timeline.ts'
import { DRAWING_WIDTH } from '../../src/widgets/drawing/drawing-width.ts'
import type { MatrixView, ViewNode } from '../../src/widgets/view/view.ts'
import { hostileStrings } from '../site/hostile-dataset.ts'
import { exampleNetwork, exampleTimeline } from './example-charts.ts'
import { EXAMPLE_FRAME } from './example-graph.ts'

const strings = hostileStrings(300)
const textOf = (i: number): string => strings[(i * 7) % strings.length] ?? ''
const statusOf = (i: number) => STATUSES[i % STATUSES.length] ?? 'STATED'
const frameIn = (direction: 'ltr' | 'rtl') => ({
  ...EXAMPLE_FRAME,
  messages: { ...EXAMPLE_FRAME.messages, direction },
})
const OPTIONS = { width: DRAWING_WIDTH, theme: 'light' } as const

function matrixOf(rows: number, direction: 'ltr' | 'rtl', words = textOf): MatrixView {
  const node = (kind: string, i: number): ViewNode => ({ id: `${kind}:${i}`, label: words(i), href: `/${kind}/${i}` })
  const all = Array.from({ length: rows }, (_, i) => node('DataCategory', i))
  return {
    kind: 'matrix',
    header: frameIn(direction),
    saysAbsent: true,
    entities: [node('Entity', 0), node('Entity', 1)],
    rows: all.map((row) => ({ ...row, isNarrower: false })),
    columns: [node('Use', 0)],
    cells: all.map(({ id }, i) => ({
      entity: 'Entity:0',
      row: id,
      column: 'Use:0',
      counts: [{ status: statusOf(i), word: words(i), count: 2 }],
      // The last claim is in the first row too.
      claims: [i, i === rows - 1 ? 0 : i + 1000].map((claim) => ({
        headline: { proposition: words(claim), status: 'A word', by: 'somebody says so', agents: null },
        use: '',
        status: statusOf(i),
        href: `/claim/${claim}`,
      })),
    })),
  }
}
const count = (text: string, part: string): number => text.split(part).length - 1
const plain = (i: number): string => `thing ${i}`

describe('picture of a timeline, a matrix or a network', () => {
  it('contains hostile text without markup, in both directions', () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      for (const { drawn, height } of [
        drawTimeline({ ...exampleTimeline(60, 1, textOf), header: frameIn(direction) }, OPTIONS),
        drawTimeline({ ...exampleTimeline(9, 2, textOf), header: frameIn(direction) }, OPTIONS),
        drawNetwork({ ...exampleNetwork(30, 3, textOf), header: frameIn(direction) }, { ...OPTIONS, idPrefix: '' }),
        drawMatrix(matrixOf(30, direction), OPTIONS),
      ].flatMap((one) => one ?? [])) {
        const tags = drawn.markup.replace(/"[^"<>]*"/g, '""').match(/<[a-z]+[^>]*>/g) ?? []
        expect(tags.filter((tag) => !/^<(g|path|rect|circle|text)( [a-zA-Z-]+="")*>$/.test(tag))).toEqual([])
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="576" height="${height}">${drawn.markup}</svg>`
        expect(() => new Resvg(svg)).not.toThrow()
        const lines = [...drawn.markup.matchAll(/<text x="(-?[\d.]+)"[^>]* y="(-?[\d.]+)"/g)]
        expect(lines.length).toBeGreaterThan(5)
        expect(count(drawn.markup, 'text-anchor="end"')).toBe(direction === 'rtl' ? count(drawn.markup, '<text') : 0)
      }
    }
  })

  it('states the number of omitted claims, each once, and an entity without claims once below the table', () => {
    const whole = drawMatrix(matrixOf(16, 'ltr', plain), OPTIONS).drawn.markup
    expect(whole).not.toContain('more claim')
    expect(count(whole, 'The record has no claim on what')).toBe(1)
    // The last two rows have four claims; the first row shows one of them.
    expect(drawMatrix(matrixOf(18, 'ltr', plain), OPTIONS).drawn.markup).toContain('3 more claims: see the whole list')
  })

  it('shortens the name of a data category to two lines', () => {
    const view = matrixOf(1, 'ltr', plain)
    const rows = view.rows.map((row) => ({ ...row, label: 'category '.repeat(60).trim() }))
    const { markup } = drawMatrix({ ...view, rows }, OPTIONS).drawn
    expect(markup.match(/<text [^>]*>[^<]*category[^<]*</g)).toHaveLength(2)
  })
})
