import { STANDING_NAMES, type StandingName } from '../domain/standing.ts'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const COLOURS = {
  /** Background of the page. */
  surface: { light: '#ffffff', dark: '#12161b' },
  /** Background of table heads, buttons and notices. */
  raised: { light: '#f1f4f7', dark: '#1f262e' },
  card: { light: '#ffffff', dark: '#1b2129' },
  subject: { light: '#eceff6', dark: '#242b3a' },
  data: { light: '#e8f2ec', dark: '#1b2c23' },
  use: { light: '#fcf2e1', dark: '#33291a' },
  text: { light: '#14181f', dark: '#f1f4f7' },
  muted: { light: '#47515f', dark: '#b6c0cb' },
  link: { light: '#174f92', dark: '#9ac6ff' },
  /** Lines of tables and boxes: decoration without a minimum contrast. */
  line: { light: '#c5ccd4', dark: '#3d4752' },
  /** Borders of controls. */
  control: { light: '#717d8b', dark: '#8c98a5' },
  focus: { light: '#0b57d0', dark: '#8fc0ff' },
  /** Background of words that a search found. */
  mark: { light: '#ffe88a', dark: '#5c4c00' },
} as const
export type Colour = keyof typeof COLOURS

type Pair = Readonly<Record<Theme, string>>
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
}

const solid = (width: number): LineStyle => ({ width, dash: null, cap: 'butt', isDouble: false })
const dashed = (width: number, dash: string): LineStyle => ({ width, dash, cap: 'butt', isDouble: false })

const REPORTED = ofStatus('#12586a', '#17697e', '#f5fafb', '#83cfe0', '#5cb6ca', '#18262b')
const ALLEGED = ofStatus('#6d4800', '#855800', '#fdfaf2', '#efbe63', '#dba444', '#29231a')
const SPECULATED = ofStatus('#5e3b96', '#7148b0', '#faf8fe', '#cbb0fa', '#ac89ec', '#221f30')

/**
 * Design tokens of the widgets. Each status, on each side, has a line style, an icon and a word, so colour is never the only
 * difference.
 */
export const TOKENS = {
  colours: COLOURS satisfies Readonly<Record<string, Pair>>,
  statuses: {
    DISPUTED: ofStatus('#86135f', '#a21a75', '#fdf6fa', '#f79fd3', '#e76db4', '#291b26'),
    DENIED: ofStatus('#a01818', '#b42020', '#fef7f6', '#ff9c97', '#f27a74', '#2a1c1d'),
    CONFIRMED: ofStatus('#0a5f34', '#0b6f3c', '#f4faf7', '#68d9a1', '#4cc78a', '#182720'),
    STATED: ofStatus('#1b5296', '#2161ae', '#f6fafe', '#8fc0ff', '#6aa9f5', '#19232f'),
    STATED_NOT: ofStatus('#3d4a66', '#566688', '#f7f8fb', '#b9c6e2', '#8c9dc4', '#1e232e'),
    REPORTED,
    REPORTED_NOT: REPORTED,
    ALLEGED,
    ALLEGED_NOT: ALLEGED,
    SPECULATED,
    SPECULATED_NOT: SPECULATED,
    UNKNOWN: ofStatus('#454e59', '#5d6875', '#f8f9fa', '#bcc6d1', '#94a0ad', '#1f252c'),
    RETRACTED: ofStatus('#5c4a3d', '#7a6353', '#f9f7f5', '#d8c2b2', '#ad9583', '#26221f'),
  } satisfies Readonly<Record<StandingName, StatusColours>>,
  lines: {
    DISPUTED: { width: 1.4, dash: null, cap: 'butt', isDouble: true },
    DENIED: { width: 2.6, dash: '0 5.5', cap: 'round', isDouble: false },
    CONFIRMED: solid(2.8),
    STATED: solid(1.6),
    STATED_NOT: dashed(1.6, '18 3'),
    REPORTED: solid(1),
    REPORTED_NOT: dashed(1, '18 3'),
    ALLEGED: dashed(1.6, '7 4'),
    ALLEGED_NOT: dashed(1.6, '7 3 1 3'),
    SPECULATED: dashed(1.4, '2 4'),
    SPECULATED_NOT: dashed(1.4, '2 3 5 3'),
    UNKNOWN: dashed(1, '14 7'),
    RETRACTED: dashed(1.4, '9 3 2 3'),
  } satisfies Readonly<Record<StandingName, LineStyle>>,
  /** The first three fonts share the metrics that `measureText` uses. */
  fontStack: "Arimo,'Liberation Sans',Arial,Helvetica,'Noto Sans Arabic',sans-serif",
  /** Sizes in CSS pixels. `target` is the minimum size of a touch target. */
  sizes: { status: 14, body: 14, small: 13, heading: 13, icon: 16, target: 24 },
  /** Line height relative to the font size. */
  lineHeight: 1.36,
  radii: { card: 8, box: 5, pill: 18 },
} as const

/**
 * Returns the colours as CSS custom properties: by the device's theme, by data-theme on the root, for print, for forced
 * colours.
 */
export function tokensCss(): string {
  const light = `color-scheme:light;${properties((pair) => pair.light)}`
  const dark = `color-scheme:dark;${properties((pair) => pair.dark)}`
  return [
    `:root{${light}--font:${TOKENS.fontStack}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
    // Print is always light, and forced colours win: both rules come last, with the specificity of those above.
    `@media print{:root:root{${light}}}`,
    `@media (forced-colors:active){:root:root{${properties((_, name) => forced(name))}}}`,
  ].join('\n')
}

/** Returns the custom property of a status colour: '--status-denied-text'. Statuses of one colour share it. */
export const statusProperty = (status: StandingName, part: keyof StatusColours): string =>
  `--status-${(COLOURED.get(TOKENS.statuses[status]) ?? status).toLowerCase()}-${part}`

/** First status of each colour. */
const COLOURED: ReadonlyMap<StatusColours, StandingName> = new Map(
  STANDING_NAMES.toReversed().map((status) => [TOKENS.statuses[status], status]),
)

function properties(colourOf: (pair: Pair, name: string) => string): string {
  const plain = Object.entries(TOKENS.colours).map(([name, pair]) => `--${name}:${colourOf(pair, name)};`)
  const parts = ['text', 'line', 'fill'] as const
  const statuses = [...COLOURED.values()]
    .toReversed()
    .flatMap((status) =>
      parts.map((part) => `${statusProperty(status, part)}:${colourOf(TOKENS.statuses[status][part], part)};`),
    )
  return [...plain, ...statuses].join('')
}

function forced(name: string): string {
  if (name === 'link') return 'LinkText'
  if (name === 'focus' || name === 'mark') return name === 'focus' ? 'Highlight' : 'Mark'
  return ['text', 'muted', 'line', 'control'].includes(name) ? 'CanvasText' : 'Canvas'
}
