import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fontFiles } from '../../../src/fonts/fonts.ts'
import { measureText, type TextStyle } from '../../../src/widgets/drawing/measure-text.ts'
import { drawable, wrapText } from '../../../src/widgets/drawing/wrap-text.ts'
import { fc, propertyRuns } from '../../property-runs.ts'

const STYLE: TextStyle = { size: 14, weight: 'regular' }
const ARABIC = 'تستخدم الشركة بيانات المستخدمين لتدريب النماذج'
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.lorem({ maxCount: 40 }),
  fc
    .array(fc.constantFrom(...ARABIC.split(' '), 'X', '“privacy', 'policy”', '数据收集', '\u202E', '😀'))
    .map((w) => w.join(' ')),
)
const withoutSpaces = (value: string): string => value.replace(/\s/gu, '')

describe('text measurement', () => {
  it('finds its font files', () => {
    expect(fontFiles().map((path) => existsSync(path))).toEqual([true, true, true, true, true, true])
  })

  it('gives the widths of the fonts', () => {
    // 'A' of Arimo, and of Arial before it, is 1366 of 2048 units wide; in bold 1479.
    expect(measureText('A', { size: 2048, weight: 'regular' })).toBeCloseTo(1366)
    expect(measureText('A', { size: 2048, weight: 'bold' })).toBeCloseTo(1479)
  })

  it('shapes Arabic, whose joined characters are narrower', () => {
    const characters = [...'المستخدمين'].reduce((sum, letter) => sum + measureText(letter, STYLE), 0)
    expect(measureText('المستخدمين', STYLE)).toBeLessThan(characters * 0.9)
  })

  it('measures text that the shaper rejects', () => {
    const characters = Array.from({ length: 0x100 }, (_, i) => `م${String.fromCodePoint(0x600 + i)}\u0654\u0653`)
    for (const heap of characters) expect(measureText(heap, STYLE)).toBeGreaterThan(0)
  })

  it('shapes scripts whose signs combine, with the font that draws them', () => {
    const characters = [...'क्षेत्र'].reduce((sum, letter) => sum + measureText(letter, STYLE), 0)
    expect(measureText('क्षेत्र', STYLE)).toBeLessThan(characters)
    expect(measureText('👩🏽‍🚀', STYLE)).toBe(measureText('😀', STYLE))
  })

  it('gives width to characters that no font has, and none to combining marks', () => {
    expect(measureText('数数数数', STYLE)).toBe(4 * 14)
    expect(measureText('e\u0301', STYLE)).toBe(measureText('e', STYLE))
  })
})

describe('text wrapping', () => {
  it('breaks between words', () => {
    expect(wrapText('Digunakan untuk melatih model kecerdasan buatan', { ...STYLE, width: 120 })).toEqual([
      'Digunakan untuk',
      'melatih model',
      'kecerdasan buatan',
    ])
  })

  it('breaks inside a word only if the word exceeds a line', () => {
    expect(wrapText('a pseudopseudohypoparathyroidism', { ...STYLE, width: 90 })).toEqual([
      'a',
      'pseudopseud',
      'ohypoparathyr',
      'oidism',
    ])
  })

  it('keeps a no-break space together', () => {
    expect(wrapText('31\u00A0August 2023', { ...STYLE, width: 70 })).toEqual(['31\u00A0August', '2023'])
  })

  it('breaks scripts without spaces between their words', () => {
    const lines = wrapText('公司收集生物识别数据用于训练人工智能模型', { ...STYLE, width: 100 })
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join('')).toBe('公司收集生物识别数据用于训练人工智能模型')
  })

  it('ends in an ellipsis where lines are limited, and keeps all lines otherwise', () => {
    const wrapping = { ...STYLE, width: 100 }
    expect(wrapText('word '.repeat(40), { ...wrapping, maxLines: 3 })).toEqual([
      'word word word',
      'word word word',
      'word word…',
    ])
    expect(wrapText('word '.repeat(40), wrapping)).toHaveLength(14)
  })

  it("wraps words of 10,000 characters within the test's time limit", () => {
    const wrapping = { ...STYLE, width: 200 }
    const lines = wrapText('W'.repeat(10_000), wrapping)
    expect(lines.join('')).toHaveLength(10_000)
    expect(wrapText('م'.repeat(10_000), { ...wrapping, maxLines: 3 })).toHaveLength(3)
    expect(wrapText('e\u0301'.repeat(10_000), { ...wrapping, maxLines: 2 })).toHaveLength(2)
  })

  it('keeps all characters, adds none, and fits the width', () => {
    const property = fc.property(text, fc.integer({ min: 40, max: 400 }), (value, width) => {
      const lines = wrapText(value, { ...STYLE, width })
      expect(withoutSpaces(lines.join(''))).toBe(withoutSpaces(drawable(value)))
      for (const line of lines) expect(measureText(line, STYLE)).toBeLessThanOrEqual(width + 1)
    })
    fc.assert(property, { numRuns: propertyRuns(500) })
  })

  it('stays within the maximum number of lines', () => {
    const property = fc.property(text, fc.integer({ min: 1, max: 4 }), (value, maxLines) => {
      const lines = wrapText(value, { ...STYLE, width: 90, maxLines })
      expect(lines.length).toBeLessThanOrEqual(maxLines)
      for (const line of lines) expect(measureText(line, STYLE)).toBeLessThanOrEqual(91)
    })
    fc.assert(property, { numRuns: propertyRuns(500) })
  })
})
