import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../src/domain/claim-status-types.ts'
import { MESSAGES } from '../../src/messages/catalogue.ts'
import { ICONS } from '../../src/widgets/icons.ts'
import { THEMES, TOKENS, tokensCss } from '../../src/widgets/tokens.ts'

const TEXT_CONTRAST = 6
const LINE_CONTRAST = 3

describe.each(THEMES)('the %s theme', (theme) => {
  const { surface, text, line, status } = TOKENS.palettes[theme]

  it.each(Object.entries(text))('has %s text that can be read on every surface', (_, colour) => {
    const behind = [...Object.values(surface), ...Object.values(status).map(({ fill }) => fill)]
    expect(Math.min(...behind.map((b) => contrast(colour, b)))).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  })

  it.each(STATUSES)('has words and lines of %s that can be seen', (name) => {
    const { text: word, line: stroke, fill } = status[name]
    for (const behind of [surface.page, surface.card, fill]) {
      expect(contrast(word, behind)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
      expect(contrast(stroke, behind)).toBeGreaterThanOrEqual(LINE_CONTRAST)
    }
  })

  it('has borders that can be seen', () => {
    for (const behind of Object.values(surface))
      for (const stroke of Object.values(line)) expect(contrast(stroke, behind)).toBeGreaterThanOrEqual(LINE_CONTRAST)
  })
})

it('knows contrast', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe('statuses without colour', () => {
  const unlike = (values: readonly unknown[]): void =>
    expect(new Set(values.map((v) => JSON.stringify(v))).size).toBe(STATUSES.length)

  it('differ by their line', () => unlike(STATUSES.map((status) => TOKENS.lines[status])))
  it('differ by their icon', () => unlike(STATUSES.map((status) => ICONS[status].path)))
  it.each(MESSAGES)('differ by their word in $name', ({ statuses }) =>
    unlike(STATUSES.map((status) => statuses[status])),
  )
})

describe('the style sheet', () => {
  const css = tokensCss()

  it('names every colour of every status', () => {
    for (const status of STATUSES)
      for (const part of ['text', 'line', 'fill']) expect(css).toContain(`--status-${status.toLowerCase()}-${part}:#`)
  })

  it('follows the device unless the root says otherwise, forced colours and paper', () => {
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
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
