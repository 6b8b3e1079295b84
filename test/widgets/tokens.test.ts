import { describe, expect, it } from 'vitest'
import { STANDING_NAMES } from '../../src/domain/standing.ts'
import { MESSAGES } from '../../src/messages/all-messages.ts'
import { ICONS } from '../../src/widgets/icons.ts'
import { type Colour, THEMES, TOKENS } from '../../src/widgets/tokens.ts'
import { statusProperty, tokensCss } from '../../src/widgets/tokens-css.ts'

const TEXT_CONTRAST = 6
const LINE_CONTRAST = 3
/** Edges of data and uses repeat the fill, which is a signal of its own. */
const EDGE_CONTRAST = 2
/** Lines of statuses on the background of a page. */
const STATUS_LINE_CONTRAST = { light: 6, dark: 5 }

const { colours, statuses, lines } = TOKENS

describe.each(THEMES)('%s theme', (theme) => {
  const of = (name: Colour): string => colours[name][theme]
  const lowest = (colour: string, behind: readonly string[]): number =>
    Math.min(...behind.map((other) => contrast(colour, other)))
  const surfaces = (['surface', 'paper', 'band', 'raised', 'card', 'subject', 'data', 'use'] as const).map(of)
  const fills = STANDING_NAMES.map((status) => statuses[status].fill[theme])

  it.each(['text', 'muted', 'link'] as const)('has readable %s on every surface', (name) => {
    expect(lowest(of(name), [...surfaces, ...fills])).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  })

  it.each(STANDING_NAMES)('has readable words and visible lines of %s', (status) => {
    const behind = [of('surface'), of('raised'), of('card'), statuses[status].fill[theme]]
    expect(lowest(statuses[status].text[theme], behind)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    expect(lowest(statuses[status].line[theme], behind)).toBeGreaterThanOrEqual(LINE_CONTRAST)
    const lineOnPaper = contrast(statuses[status].line[theme], of('paper'))
    expect(Number(lineOnPaper.toFixed(1))).toBeGreaterThanOrEqual(STATUS_LINE_CONTRAST[theme])
  })

  it.each(['data', 'use'] as const)('has readable words on %s, and a visible edge', (name) => {
    expect(contrast(of(`${name}-text`), of(name))).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    expect(contrast(of(`${name}-edge`), of('paper'))).toBeGreaterThanOrEqual(EDGE_CONTRAST)
  })

  it('has readable highlighted text, and visible controls', () => {
    expect(contrast(of('text'), of('mark'))).toBeGreaterThanOrEqual(TEXT_CONTRAST)
    for (const name of ['control', 'focus'] as const) {
      expect(lowest(of(name), [...surfaces, ...fills])).toBeGreaterThanOrEqual(LINE_CONTRAST)
    }
  })
})

it('contrast matches known values', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe('statuses without colour', () => {
  const unlike = (values: readonly unknown[]): void =>
    expect(new Set(values.map((v) => JSON.stringify(v))).size).toBe(STANDING_NAMES.length)

  it('differ by their line', () => unlike(STANDING_NAMES.map((status) => lines[status])))
  it('differ by their icon', () => unlike(STANDING_NAMES.map((status) => ICONS[status].path)))
  it.each(MESSAGES)('differ by their word in $name', ({ statuses }) =>
    unlike(STANDING_NAMES.map((status) => statuses[status])),
  )
})

describe('style sheet of the tokens', () => {
  const css = tokensCss()

  it('has every colour of every status', () => {
    for (const status of STANDING_NAMES) {
      for (const part of ['text', 'line', 'fill'] as const)
        expect(css).toContain(`${statusProperty(status, part)}:${TOKENS.statuses[status][part].light};`)
    }
  })

  it('follows the device unless the root overrides it, in print and in forced colours', () => {
    expect(css).toContain('@media (prefers-color-scheme:dark){:root:not([data-theme=light])')
    expect(css).toContain(':root[data-theme=dark]')
    expect(css).toContain('@media print')
    expect(css).toContain('--status-denied-text:CanvasText')
  })
})

/** WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of relative luminance. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((index) => {
    const c = Number.parseInt(colour.slice(index, index + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
