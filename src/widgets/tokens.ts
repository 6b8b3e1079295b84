import type { StandingName } from '../domain/standing.ts'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const COLOURS = {
  /** Background of an embed. */
  surface: { light: '#ffffff', dark: '#12161b' },
  /** Background of a page. */
  paper: { light: '#fcfbf8', dark: '#11151a' },
  /** Background of table heads, buttons and notices. */
  raised: { light: '#f3f1ec', dark: '#1f262e' },
  /** Background of a band across a picture. */
  band: { light: '#f4f5f2', dark: '#181e25' },
  card: { light: '#ffffff', dark: '#1e252d' },
  subject: { light: '#eceff6', dark: '#242b3a' },
  /** Data is green, use is amber, in pictures and behind words. */
  data: { light: '#e3eee7', dark: '#1c3327' },
  'data-text': { light: '#173a29', dark: '#cdeadb' },
  'data-edge': { light: '#7d9a89', dark: '#557463' },
  use: { light: '#f8ecd6', dark: '#3a2e18' },
  'use-text': { light: '#4b3408', dark: '#f5e1b8' },
  'use-edge': { light: '#b3985f', dark: '#80693a' },
  text: { light: '#14181f', dark: '#f1f0ec' },
  muted: { light: '#4a5360', dark: '#b6bfc9' },
  link: { light: '#174f92', dark: '#9ac6ff' },
  /** Hairlines between items: decoration without a minimum contrast. */
  line: { light: '#d8d6ce', dark: '#36414c' },
  /** Line above a section. */
  rule: { light: '#14181f', dark: '#8a929b' },
  /** Borders of controls. */
  control: { light: '#717a85', dark: '#8c98a5' },
  focus: { light: '#0b57d0', dark: '#8fc0ff' },
  /** Background of words that a search found. */
  mark: { light: '#ffe88a', dark: '#5c4c00' },
} as const
export type Colour = keyof typeof COLOURS

export type Pair = Readonly<Record<Theme, string>>
export interface StatusColours {
  readonly text: Pair
  readonly line: Pair
  /** Background of the card. */
  readonly fill: Pair
}

/** Takes text, line and fill of the light theme, then of the dark one. */
const ofStatus = (...[text, line, fill, darkText, darkLine, darkFill]: Six): StatusColours => ({
  text: { light: text, dark: darkText },
  line: { light: line, dark: darkLine },
  fill: { light: fill, dark: darkFill },
})
type Six = readonly [string, string, string, string, string, string]

export interface LineStyle {
  readonly width: number
  /** Value of stroke-dasharray; null for a solid line. */
  readonly dash: string | null
  /** Round ends draw dashes of length zero as dots. */
  readonly cap: 'butt' | 'round'
  /** True for two lines with a gap of their width. */
  readonly isDouble: boolean
  /** True for short strokes across the line, 7 px wide. */
  readonly hasTicks?: boolean
}

const solid = (width: number): LineStyle => ({ width, dash: null, cap: 'butt', isDouble: false })
const dashed = (width: number, dash: string): LineStyle => ({ width, dash, cap: 'butt', isDouble: false })

const REPORTED = ofStatus('#12586a', '#17697e', '#f5fafb', '#83cfe0', '#5cb6ca', '#18262b')
const ALLEGED = ofStatus('#6d4800', '#855800', '#fdfaf2', '#efbe63', '#dba444', '#29231a')
const SPECULATED = ofStatus('#5e3b96', '#7148b0', '#faf8fe', '#cbb0fa', '#ac89ec', '#221f30')

/** One step of the type scale of pages. */
export interface TypeStep {
  /** Font size and line height in CSS pixels at a root size of 16. */
  readonly wide: readonly [size: number, line: number]
  /** The same below 700 px. */
  readonly phone: readonly [size: number, line: number]
  readonly face: 'serif' | 'sans'
  readonly weight: number
  readonly isItalic: boolean
  /** Letter spacing in em. */
  readonly spacing: number
}

type Sizes = Pick<TypeStep, 'wide' | 'phone'>
const both = (size: number, line: number): Sizes => ({ wide: [size, line], phone: [size, line] })
const apart = (...[size, line, phoneSize, phoneLine]: readonly [number, number, number, number]): Sizes => ({
  wide: [size, line],
  phone: [phoneSize, phoneLine],
})
const serif = (sizes: Sizes, weight: number, spacing = 0, isItalic = false): TypeStep => ({
  ...sizes,
  face: 'serif',
  weight,
  isItalic,
  spacing,
})
const sans = (sizes: Sizes, weight = 400): TypeStep => ({ ...sizes, face: 'sans', weight, isItalic: false, spacing: 0 })

/** Type scale of pages. Headings and words somebody said are serif; everything the record says itself is sans. */
const TYPE = {
  home: serif(apart(58, 60, 38, 41), 500, -0.022),
  page: serif(apart(46, 50, 33, 37), 500, -0.017),
  motto: serif(apart(31, 40, 20, 27), 400, -0.012),
  hedge: serif(apart(31, 36, 28, 33), 500, -0.01, true),
  section: serif(apart(27, 32, 24, 29), 500, -0.01),
  utterance: serif(apart(25, 33, 22, 30), 400),
  sentence: serif(apart(22, 33, 19.5, 29), 400),
  deck: serif(apart(21, 31, 18.5, 27), 400),
  quote: serif(apart(21, 31, 19.5, 28), 400),
  proposition: serif(apart(21, 27, 19.5, 25), 550),
  'card-proposition': serif(apart(18.5, 23, 19.5, 25), 600),
  translation: serif(apart(17.5, 26, 16.5, 24), 400, 0, true),
  'list-quote': serif(both(17, 25), 400),
  'card-quote': serif(apart(16, 22, 17, 25), 400),
  fold: serif(both(20, 26), 500),
  'page-by': sans(apart(19, 28, 17, 25)),
  by: sans(both(15, 22)),
  'card-by': sans(apart(14, 20, 15, 22)),
  text: sans(both(16, 24)),
  side: sans(both(14.5, 22)),
  small: sans(both(13.5, 20)),
  label: sans(both(12.5, 17), 500),
} satisfies Readonly<Record<string, TypeStep>>

const SERIF_STACK = "Georgia,Gelasio,'Liberation Serif',serif"
const FONT_STACK = "Arimo,'Liberation Sans',Arial,Helvetica,'Noto Sans Arabic',sans-serif"

/**
 * Design tokens of embeds and pages. Each status, on each side, has a line style, an icon and a word, so colour is never the only
 * difference.
 */
export const TOKENS = {
  colours: COLOURS satisfies Readonly<Record<string, Pair>>,
  statuses: {
    DISPUTED: ofStatus('#86135f', '#a21a75', '#fdf6fa', '#f79fd3', '#e76db4', '#291b26'),
    DENIED: ofStatus('#a01818', '#b42020', '#fef7f6', '#ff9c97', '#f27a74', '#2a1c1d'),
    CONFIRMED: ofStatus('#0a5f34', '#0b6f3c', '#f4faf7', '#68d9a1', '#4cc78a', '#182720'),
    STATED: ofStatus('#1b5296', '#2161ae', '#f6fafe', '#8fc0ff', '#6aa9f5', '#19232f'),
    STATED_NOT: ofStatus('#3a4656', '#526070', '#f7f8f9', '#c9d2dc', '#9aa7b5', '#1e242b'),
    REPORTED,
    REPORTED_NOT: REPORTED,
    ALLEGED,
    ALLEGED_NOT: ALLEGED,
    SPECULATED,
    SPECULATED_NOT: SPECULATED,
    UNKNOWN: ofStatus('#454e59', '#57626e', '#f8f9fa', '#bcc6d1', '#94a0ad', '#1f252c'),
    RETRACTED: ofStatus('#5c4a3d', '#6f5a4b', '#f9f7f5', '#d8c2b2', '#ad9583', '#26221f'),
  } satisfies Readonly<Record<StandingName, StatusColours>>,
  lines: {
    DISPUTED: { width: 1.4, dash: null, cap: 'butt', isDouble: true },
    DENIED: { width: 2.6, dash: '0 5.5', cap: 'round', isDouble: false },
    CONFIRMED: solid(2.8),
    STATED: solid(1.6),
    STATED_NOT: { ...solid(1.6), hasTicks: true },
    REPORTED: solid(1),
    REPORTED_NOT: dashed(1, '18 3'),
    ALLEGED: dashed(1.6, '7 4'),
    ALLEGED_NOT: dashed(1.6, '7 3 1 3'),
    SPECULATED: dashed(1.4, '2 4'),
    SPECULATED_NOT: dashed(1.4, '2 3 5 3'),
    UNKNOWN: dashed(1, '14 7'),
    RETRACTED: dashed(1.4, '9 3 2 3'),
  } satisfies Readonly<Record<StandingName, LineStyle>>,
  type: TYPE satisfies Readonly<Record<string, TypeStep>>,
  /** Steps of space in CSS pixels. */
  space: [4, 8, 16, 32, 64],
  /** Widths of a page in CSS pixels: page with margins, side column, and the width from which there are two columns. */
  page: { width: 1200, side: 288, columns: 960, phone: 700 },
  /** Fonts of pages. The second ones have the widths of the first, so that a page keeps its lines without those. */
  pageFonts: {
    serif: "Newsreader,'Newsreader Fallback',Georgia,'Times New Roman',serif",
    sans: "'Public Sans','Public Sans Fallback',system-ui,'Liberation Sans',Arial,'Noto Sans Arabic',sans-serif",
  },
  /** Serif fonts of embeds, which load none. */
  serifStack: SERIF_STACK,
  /** The first three fonts share the metrics that `measureText` uses. */
  fontStack: FONT_STACK,
  /** Fonts of drawings on pages: the fonts of pages in the widths of the other ones. */
  drawingFonts: { serif: `'Drawing Serif',${SERIF_STACK}`, sans: `'Drawing Sans',${FONT_STACK}` },
  /** Sizes in CSS pixels. `target` is the minimum size of a touch target. */
  sizes: { status: 14, body: 14, small: 13, heading: 13, icon: 16, target: 24 },
  /** Line height relative to the font size. */
  lineHeight: 1.36,
  radii: { card: 8, box: 5, pill: 18 },
} as const
