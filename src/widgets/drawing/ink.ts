import type { StandingName } from '../../domain/standing.ts'
import type { Weight } from '../../fonts/fonts.ts'
import { el, join, type Markup } from '../html/markup.ts'
import { type Colour, type Theme, TOKENS } from '../tokens.ts'
import { drawIcon } from './draw-icon.ts'
import { drawLine } from './draw-line.ts'
import { measureText } from './measure-text.ts'
import { FAMILIES, pictureText } from './picture-text.ts'

export interface InkOptions {
  /** Width of the chart in px. */
  readonly width: number
  readonly rtl: boolean
  /** Theme whose colours a picture writes out. Null for a page, where the style sheet sets them. */
  readonly theme: Theme | null
}

interface Words {
  /** Distance in px from the start of the chart: from its right edge for text from right to left. */
  readonly x: number
  /** Base line. */
  readonly y: number
  readonly size: number
  readonly weight?: Weight
  readonly colour?: 'text' | 'muted' | 'surface' | StandingName
  /** Part of the text that is at `x`. */
  readonly anchor?: 'start' | 'middle' | 'end'
  /** True for a margin in the colour of the page, over lines behind the text. */
  readonly halo?: boolean
}

/**
 * Draws the parts of a chart. Every x is a distance from the start of the chart, so that a chart for text from right to
 * left is the mirror image of the other one.
 */
export function createInk({ width, rtl, theme }: InkOptions) {
  const xOf = (x: number): number => round(rtl ? width - x : x)
  const fill = (colour: Colour): Paint =>
    theme === null ? { class: `sanad-f-${colour}` } : { fill: TOKENS.colours[colour][theme] }

  function text(
    words: string,
    { x, y, size, weight = 'regular', colour = 'text', anchor = 'start', halo }: Words,
  ): Markup {
    const bold = weight === 'bold' ? { 'font-weight': 700 } : {}
    if (theme === null) {
      const ends = { start: rtl ? 'end' : null, middle: 'middle', end: rtl ? null : 'end' }
      const kind = colour === 'text' || colour === 'muted' || colour === 'surface' ? colour : 'status'
      const attributes = { x: xOf(x), y: round(y), 'font-size': size, ...bold, 'text-anchor': ends[anchor] }
      return join(
        el('text', { ...attributes, class: `sanad-t sanad-t-${kind}${halo ? ' sanad-halo' : ''}` }, words),
        ' ',
      )
    }
    const wide = anchor === 'start' ? 0 : measureText(words, { size, weight })
    const start = x - (anchor === 'middle' ? wide / 2 : wide)
    const pair = isColour(colour) ? TOKENS.colours[colour] : TOKENS.statuses[colour].text
    const around = halo ? { stroke: TOKENS.colours.surface[theme], 'stroke-width': 4, 'paint-order': 'stroke' } : {}
    const attributes = { 'font-size': size, ...bold, 'font-family': FAMILIES, fill: pair[theme], ...around }
    const placed = { x: xOf(start), y: round(y), ...attributes, ...(rtl ? { 'text-anchor': 'end' } : {}) }
    return join(pictureText(words, placed, rtl), ' ')
  }

  return {
    rtl,
    theme,
    xOf,
    text,
    fill,
    stroke: (colour: Colour): Paint =>
      theme === null ? { class: `sanad-l-${colour}` } : { stroke: TOKENS.colours[colour][theme] },
    /** Fill and stroke of a box. */
    box: (inside: Colour, edge: Colour): Paint =>
      theme === null
        ? { class: `sanad-f-${inside} sanad-l-${edge}` }
        : { fill: TOKENS.colours[inside][theme], stroke: TOKENS.colours[edge][theme] },
    rect: (x: number, y: number, wide: number, height: number, attributes: Paint): Markup =>
      el('rect', {
        x: round(Math.min(xOf(x), xOf(x + wide))),
        y: round(y),
        width: round(wide),
        height: round(height),
        ...attributes,
      }),
    /** Draws a line in the style of a status. `path` is path data of SVG. */
    statusLine: (status: StandingName, path: string): Markup =>
      el(
        'g',
        { class: `sanad-s-${status.toLowerCase()}` },
        drawLine(status, theme, (stroke) => el('path', { d: path, fill: 'none', ...stroke })),
      ),
    /** Draws the head of an arrow, 8 px wide, with its point at x, y, downwards or upwards. */
    tip: (status: StandingName, x: number, y: number, isDown: boolean): Markup => {
      const from = y + (isDown ? -9 : 9)
      const paint = theme === null ? {} : { fill: TOKENS.statuses[status].line[theme] }
      const d = `M${round(xOf(x) - 4.5)} ${from}H${round(xOf(x) + 4.5)}L${xOf(x)} ${y}Z`
      return el('g', { class: `sanad-s-${status.toLowerCase()}` }, el('path', { class: 'sanad-tip', d, ...paint }))
    },
    /** Draws the icon of a status, `size` px wide, with its upper start corner at x, y. */
    icon: (status: StandingName, x: number, y: number, size: number): Markup => {
      const colour = theme === null ? null : TOKENS.statuses[status].text[theme]
      const place = { x: round(rtl ? xOf(x) - size : x), y: round(y), scale: size / 16, rtl, colour }
      return el('g', { class: `sanad-s-${status.toLowerCase()}` }, drawIcon(status, place))
    },
  }
}

export type Ink = ReturnType<typeof createInk>
type Paint = Readonly<Record<string, string | number>>

const isColour = (colour: 'text' | 'muted' | 'surface' | StandingName): colour is 'text' | 'muted' | 'surface' =>
  colour === 'text' || colour === 'muted' || colour === 'surface'

const round = (value: number): number => Math.round(value * 10) / 10
