import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { drawMatrix } from '../../src/widgets/drawing/draw-matrix.ts'
import { drawTimeline } from '../../src/widgets/drawing/draw-timeline.ts'
import { DRAWING_WIDTH, TYPE } from '../../src/widgets/drawing/graph-measures.ts'
import type { MatrixView, TimelineView, ViewEvent, ViewNode } from '../../src/widgets/view/view.ts'
import { hostileStrings } from '../site/hostile-dataset.ts'
import { EXAMPLE_FRAME } from './example-graph.ts'

const strings = hostileStrings(300)
const textOf = (i: number): string => strings[(i * 7) % strings.length] ?? ''
const statusOf = (i: number) => STATUSES[i % STATUSES.length] ?? 'STATED'
const frameIn = (direction: 'ltr' | 'rtl') => ({
  ...EXAMPLE_FRAME,
  messages: { ...EXAMPLE_FRAME.messages, direction },
})
const OPTIONS = { width: DRAWING_WIDTH, theme: 'light' } as const

function timelineOf(count: number, routine: number, direction: 'ltr' | 'rtl', words = textOf): TimelineView {
  const event = (i: number): ViewEvent => ({
    text: words(i),
    printed: [],
    badge: i % 4 === 0 ? null : { status: statusOf(i), word: words(i + 1) },
    by: i % 4 === 0 ? '' : words(i + 3),
    href: '/claim/x',
    parts: i % 4 === 0 ? [{ words: words(i + 2), events: [] }] : [],
  })
  const all = (length: number) => Array.from({ length }, (_, i) => event(i))
  const group = { isRoutine: false }
  return {
    kind: 'timeline',
    header: frameIn(direction),
    days: [
      {
        date: '2023',
        when: '2023',
        groups: [{ ...group, heads: [{ clock: 'SAID', word: 'a word' }], events: all(count) }],
      },
      {
        date: '2026',
        when: '2026',
        groups: [{ ...group, heads: [{ clock: 'RECORDED', word: 'a word' }], isRoutine: true, events: all(routine) }],
      },
    ],
  }
}

function matrixOf(rows: number, direction: 'ltr' | 'rtl', words = textOf): MatrixView {
  const node = (kind: string, i: number): ViewNode => ({ id: `${kind}:${i}`, label: words(i), href: `/${kind}/${i}` })
  const all = Array.from({ length: rows }, (_, i) => node('DataCategory', i))
  return {
    kind: 'matrix',
    header: frameIn(direction),
    saysAbsent: true,
    entities: [node('Entity', 0), node('Entity', 1)],
    rows: all.map((row) => ({ ...row, narrower: [] })),
    columns: [node('Use', 0)],
    cells: all.map(({ id }, i) => ({
      entity: 'Entity:0',
      row: id,
      column: 'Use:0',
      counts: [{ status: statusOf(i), word: words(i), count: 2 }],
      // The last claim is in the first row too.
      claims: [i, i === rows - 1 ? 0 : i + 1000].map((claim) => ({
        headline: { proposition: words(claim), status: 'A word', by: 'somebody says so' },
        status: statusOf(i),
        href: `/claim/${claim}`,
      })),
    })),
  }
}
const count = (text: string, part: string): number => text.split(part).length - 1
const plain = (i: number): string => `thing ${i}`

describe('picture of a timeline or a matrix', () => {
  it('contains hostile text without markup, in both directions', () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      for (const { drawn, height } of [
        drawTimeline(timelineOf(60, 3, direction), OPTIONS),
        drawMatrix(matrixOf(30, direction), OPTIONS),
      ]) {
        const tags = drawn.markup.replace(/"[^"<>]*"/g, '""').match(/<[a-z]+[^>]*>/g) ?? []
        expect(tags.filter((tag) => !/^<(g|path|rect|circle|text)( [a-zA-Z-]+="")*>$/.test(tag))).toEqual([])
        const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="576" height="${height}">${drawn.markup}</svg>`
        expect(() => new Resvg(svg)).not.toThrow()
        const lines = [...drawn.markup.matchAll(/<text x="(-?[\d.]+)"[^>]* y="(-?[\d.]+)"/g)]
        expect(lines.length).toBeGreaterThan(20)
        for (const [, x, y] of lines) {
          expect(Number(x) >= 0 && Number(x) <= DRAWING_WIDTH).toBe(true)
          expect(Number(y) > 0 && Number(y) <= height).toBe(true)
        }
        expect(count(drawn.markup, 'text-anchor="end"')).toBe(direction === 'rtl' ? count(drawn.markup, '<text') : 0)
      }
    }
  })

  it('states the number of omitted events, and counts recordings in one line', () => {
    const whole = drawTimeline(timelineOf(20, 9, 'ltr', plain), OPTIONS).drawn.markup
    expect(whole).not.toContain('more event')
    expect(whole).toContain('a word · 9 statements')
    const cut = drawTimeline(timelineOf(30, 9, 'ltr', plain), OPTIONS).drawn.markup
    expect(cut).toContain('15 more events: see the whole list')
    expect(cut).not.toContain('a word · 9 statements')
  })

  it('states the number of omitted claims, each once, and marks empty cells', () => {
    const whole = drawMatrix(matrixOf(16, 'ltr', plain), OPTIONS).drawn.markup
    expect(whole).not.toContain('more claim')
    expect(count(whole, 'no claim in this record')).toBe(16)
    // The last two rows have four claims; the first row shows one of them.
    expect(drawMatrix(matrixOf(18, 'ltr', plain), OPTIONS).drawn.markup).toContain('3 more claims: see the whole list')
  })

  it('shortens the name of a data category to the lines of its box', () => {
    const view = matrixOf(1, 'ltr', plain)
    const rows = view.rows.map((row) => ({ ...row, label: 'category '.repeat(60).trim() }))
    const { markup } = drawMatrix({ ...view, rows }, OPTIONS).drawn
    expect(markup.match(/<text [^>]*>[^<]*category[^<]*</g)).toHaveLength(TYPE.label.maxLines)
  })
})
