import { BASE, fontRuns } from '../../fonts/font-runs.ts'
import { BASE_FAMILIES, SERIF_FAMILY, type Weight } from '../../fonts/fonts.ts'
import { outlinesOf } from '../../fonts/outlines.ts'
import { el, join, type Markup } from '../html/markup.ts'
import { measureText, OMITTED } from './measure-text.ts'

/** Font families of the texts of pictures. */
export const FAMILIES = BASE_FAMILIES.join(', ')

/** Font families of titles and of quoted words. */
export const SERIF_FAMILIES = `${SERIF_FAMILY}, ${FAMILIES}`

/** Mark of text that no installed font draws. A browser draws it in an SVG. */
const WITHOUT_FONT = 'data-without-font'

export interface TextAttributes {
  readonly 'font-size': number
  readonly 'font-weight'?: number
  readonly fill?: string
  readonly [other: string]: string | number | undefined
}

/** Attributes of a line of text in a picture; `x` is the right end of text from right to left. */
export interface LineAttributes extends TextAttributes {
  readonly x: number
  readonly y: number
}

/**
 * Draws a line of text in a picture. Text in the base families stays text. Other text is drawn as shapes, since the
 * renderer of PNG has only one font for a line and misplaces the vowels of Indic scripts.
 */
export function pictureText(text: string, attributes: LineAttributes, rtl: boolean): Markup {
  const runs = fontRuns(text)
  if (runs.every(({ family }) => family === BASE)) return el('text', attributes, directed(text, rtl))
  const style = {
    size: attributes['font-size'],
    weight: weightOf(attributes),
    isSerif: attributes['font-family'] === SERIF_FAMILIES,
  }
  const direction = rtl ? -1 : 1
  const drawn: Markup[] = []
  let { x } = attributes
  for (const { text: run, family } of runs) {
    // SVG drops spaces at both ends of a text.
    const lead = measureText(run.slice(0, run.length - run.trimStart().length), style)
    const start = x + direction * lead
    x += direction * measureText(run, style)
    const shape = family === BASE || family === null ? null : shapes(run, family, rtl ? x : start, attributes)
    const mark = family === BASE ? {} : { [WITHOUT_FONT]: '' }
    if (shape !== null) drawn.push(shape)
    else if (run.trim() !== '')
      drawn.push(el('text', { ...attributes, ...mark, x: round(start) }, directed(run.trim(), rtl)))
  }
  return join(...drawn)
}

/** The renderer of PNG reads no `direction`. */
const directed = (text: string, rtl: boolean): string => (rtl ? `\u202B${text}\u202C` : text)

const weightOf = (attributes: LineAttributes): Weight => (attributes['font-weight'] === 700 ? 'bold' : 'regular')

/** Shapes of a run; null if no shaper can place them. */
function shapes(text: string, family: string, x: number, attributes: LineAttributes): Markup | null {
  const outlines = outlinesOf(text, family, weightOf(attributes))
  if (outlines === null) return null
  const scale = attributes['font-size'] / outlines.unitsPerEm
  const transform = `translate(${round(x)} ${round(attributes.y)}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})`
  const paths = outlines.glyphs.map((glyph) =>
    el('path', { d: glyph.path, transform: `translate(${round(glyph.x)} ${round(glyph.y)})` }),
  )
  return el('g', { transform, fill: attributes.fill, role: 'img', 'aria-label': text }, ...paths)
}

const round = (value: number): number => Math.round(value * 100) / 100

/** Returns an SVG for the renderer of PNG, which would draw boxes for text without a font: such text becomes `OMITTED`. */
export const withoutBoxes = (svg: string): string =>
  svg.replace(new RegExp(`(<text [^>]*${WITHOUT_FONT}[^>]*>)[^<]*`, 'g'), `$1${OMITTED}`)
