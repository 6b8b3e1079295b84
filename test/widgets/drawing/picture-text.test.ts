import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { fontRuns, undrawable } from '../../../src/fonts/font-runs.ts'
import { fontFiles } from '../../../src/fonts/fonts.ts'
import { outlinesOf } from '../../../src/fonts/outlines.ts'
import { textBlock } from '../../../src/widgets/drawing/card-text.ts'
import { measureText } from '../../../src/widgets/drawing/measure-text.ts'
import { FAMILIES, pictureText, withoutBoxes } from '../../../src/widgets/drawing/picture-text.ts'
import { fc, propertyRuns } from '../../property-runs.ts'
import { nameInScripts } from '../../text/names-in-scripts.ts'

const SHIPPED = [
  ['Thai', 'สวัสดีครับ', 'Noto Sans Thai'],
  ['Devanagari', 'हिन्दी समाचार', 'Noto Sans Devanagari'],
  ['Bengali', 'বাংলা ক্ষ', 'Noto Sans Bengali'],
  ['Tamil', 'தமிழ்', 'Noto Sans Tamil'],
  ['Lao', 'ຂໍ້ມູນ', 'Noto Sans Lao'],
  ['Khmer', 'ទិន្នន័យ', 'Noto Sans Khmer'],
  ['Burmese', 'အချက်အလက်', 'Noto Sans Myanmar'],
  ['an emoji', '😀', 'Noto Emoji'],
  ['an emoji of several characters', '👩🏽‍🚀', 'Noto Emoji'],
  ['a flag', '🇮🇩', 'Noto Emoji'],
  ['a symbol', '✓', 'Noto Sans Symbols 2'],
] as const
/** Scripts whose fonts are not shipped, since they are large or rare. */
const OTHERS = [
  ['Han', '東京都庁'],
  ['kana', 'ひらがな'],
  ['Hangul', '한국'],
  ['Georgian', 'საქართველო'],
] as const

const attributes = { x: 10, y: 40, 'font-size': 20, 'font-family': FAMILIES, fill: '#000' }
const isInstalled = (text: string): boolean => undrawable(text).length === 0

describe('text of pictures', () => {
  it.each(SHIPPED)('draws %s, %s, with glyphs of %s', (_, text, family) => {
    const runs = fontRuns(text).filter((run) => run.text.trim() !== '')
    expect(new Set(runs.map((run) => run.family))).toContain(family)
    expect(undrawable(text)).toEqual([])
    for (const run of runs) {
      if (run.family === 'BASE') continue
      expect(outlinesOf(run.text, run.family ?? '', 'bold')?.glyphs.length).toBeGreaterThan(0)
    }
    const { markup } = pictureText(text, attributes, false)
    expect(markup).toContain('<path d="M')
    expect(markup).not.toContain('[…]')
  })

  it.each(['Ελληνικά', 'Жириновский', 'שלום בִּנְיָמִין', 'أحمد بن محمد', 'Łódź'])(
    'leaves %s to the base families',
    (text) => {
      expect(fontRuns(text)).toEqual([{ text, family: 'BASE' }])
      expect(pictureText(text, attributes, false).markup).toContain(`>${text}</text>`)
    },
  )

  it.each(OTHERS)('omits %s, %s, visibly in a PNG where its font is not installed', (_, text) => {
    const { markup } = pictureText(`A ${text} B`, attributes, false)
    const png = withoutBoxes(markup)
    expect(png.includes('>[…]<')).toBe(!isInstalled(text))
    expect(png).not.toContain(`>${text}<`)
    expect(png).toContain('>A</text>')
    // A browser has a font for the SVG.
    expect(markup.includes(`>${text}</text>`)).toBe(!isInstalled(text))
    expect(undrawable(`A ${text} B`)).toEqual(isInstalled(text) ? [] : [...new Set(text)])
  })

  it('draws no box: a line of all scripts has no glyph for a missing character', () => {
    const pixels = (text: string): Buffer => {
      const { drawn, height } = textBlock(text, { x: 0, y: 0, width: 900, size: 20, fill: '#000', rtl: false })
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="${height + 10}">${withoutBoxes(drawn.markup)}</svg>`
      const font = { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: 'Arimo' }
      return Buffer.from(new Resvg(svg, { font }).render().pixels)
    }
    // Different texts that were boxes looked the same.
    const pictures = SHIPPED.map(([, text]) => pixels(text).toString('base64'))
    expect(new Set(pictures).size).toBe(SHIPPED.length)
    const blank = pixels(' ').toString('base64')
    for (const picture of pictures) expect(picture).not.toBe(blank)
  })

  it('places each run where the run before ends, as measured', () => {
    const style = { size: 20, weight: 'regular' } as const
    const { markup } = pictureText('Kata สวัสดี ini', attributes, false)
    const [first, second] = [...markup.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, text]) => ({
      x,
      text,
    }))
    expect(first).toEqual({ x: '10', text: 'Kata' })
    expect(second?.text).toBe('ini')
    expect(Number(second?.x)).toBeCloseTo(10 + measureText('Kata สวัสดี ', style), 1)
    expect(Number(/translate\(([\d.]+) /.exec(markup)?.[1])).toBeCloseTo(10 + measureText('Kata ', style), 1)
  })

  it('has room for the sign that replaces a character without a font in a PNG', () => {
    const style = { size: 20, weight: 'regular' } as const
    const omitted = '\u{12000}'
    expect(undrawable(omitted)).toEqual([omitted])
    expect(measureText(omitted, style)).toBeCloseTo(measureText('[…]', style), 1)
    expect(measureText(omitted.repeat(9), style)).toBeGreaterThan(measureText('[…]', style))
  })

  it('runs from right to left from its right end', () => {
    const { markup } = pictureText('سلام สวัสดี', { ...attributes, x: 300, 'text-anchor': 'end' }, true)
    const style = { size: 20, weight: 'regular' } as const
    const left = 300 - measureText('سلام สวัสดี', style)
    expect(markup).toContain('<text x="300"')
    expect(Number(/translate\(([\d.]+) /.exec(markup)?.[1])).toBeCloseTo(left, 1)
  })

  it('is cut into runs that keep all characters', () => {
    const anyText = fc.oneof(nameInScripts, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(anyText, (text) => {
        const runs = fontRuns(text)
        expect(runs.map((run) => run.text).join('')).toBe(text)
        for (const [i, { family }] of runs.entries()) expect(i === 0 || runs[i - 1]?.family !== family).toBe(true)
        expect(pictureText(text.toWellFormed(), attributes, false).markup).not.toContain('undefined')
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})
