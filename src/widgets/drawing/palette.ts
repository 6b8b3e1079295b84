import type { Status } from '../../domain/claim-status-types.ts'

/** The only place where colours, line styles and type are chosen: pages, drawings and pictures all take them from here. */
export const THEMES = ['light', 'dark'] as const
export type ThemeName = (typeof THEMES)[number]

export interface Palette {
  readonly surface: string
  readonly raised: string
  readonly text: string
  readonly muted: string
  /** Of tables and boxes: decoration, so it may be faint. */
  readonly line: string
  /** Of what can be operated: 3:1 on the surface. */
  readonly control: string
  readonly link: string
  readonly focus: string
  readonly mark: string
  readonly data: string
  readonly use: string
  /** Words, icons and lines of a status. */
  readonly status: Readonly<Record<Status, string>>
}

export const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  light: {
    surface: '#ffffff',
    raised: '#f3f5f7',
    text: '#181c20',
    muted: '#454d57',
    line: '#c3cad2',
    control: '#66707b',
    link: '#0a4a94',
    focus: '#0a4a94',
    mark: '#ffe88a',
    data: '#e6f1ec',
    use: '#fcf1df',
    status: {
      DISPUTED: '#861a78',
      DENIED: '#9c1017',
      CONFIRMED: '#0a6436',
      STATED: '#174a94',
      REPORTED: '#0a5661',
      ALLEGED: '#734500',
      SPECULATED: '#584686',
      UNKNOWN: '#454d57',
      RETRACTED: '#454d57',
    },
  },
  dark: {
    surface: '#14171a',
    raised: '#20252a',
    text: '#eef1f4',
    muted: '#b9c1ca',
    line: '#414a54',
    control: '#8f99a5',
    link: '#96c5ff',
    focus: '#96c5ff',
    mark: '#5c4c00',
    data: '#1c2a24',
    use: '#2d261a',
    status: {
      DISPUTED: '#f3aae9',
      DENIED: '#ffa6a0',
      CONFIRMED: '#74dfa0',
      STATED: '#9ac7ff',
      REPORTED: '#78d8e3',
      ALLEGED: '#f3c46b',
      SPECULATED: '#cdbdff',
      UNKNOWN: '#c6cdd5',
      RETRACTED: '#c6cdd5',
    },
  },
}

/** How a status is drawn without colour: width in px, dashes in px, one line or two. */
export interface LineStyle {
  readonly width: number
  readonly dash: string | null
  readonly double: boolean
}

const line = (width: number, dash: string | null = null, double = false): LineStyle => ({ width, dash, double })

export const LINES: Readonly<Record<Status, LineStyle>> = {
  DISPUTED: line(4.4, null, true),
  DENIED: line(1.8, '1.5 4.5'),
  CONFIRMED: line(2.8),
  STATED: line(1.6),
  REPORTED: line(1),
  ALLEGED: line(1.6, '7 4'),
  SPECULATED: line(1.6, '2 4'),
  UNKNOWN: line(1.2, '12 4 2 4'),
  RETRACTED: line(1, '1 7'),
}

/** Arimo has the metrics of Liberation Sans and Arial: what is measured is what is drawn. */
export const FONT = '"Liberation Sans", Arimo, Arial, Helvetica, "Noto Sans Arabic", sans-serif'

/** Custom properties for both themes: by the reader's device, or as the page's `data-theme` says. */
export function tokensCss(): string {
  const light = properties(PALETTES.light)
  const dark = properties(PALETTES.dark)
  return [
    `:root{--font:${FONT};${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}`,
    `:root[data-theme=dark]{${dark}}`,
    `@media print{:root:root{${light}}}`,
  ].join('\n')
}

const properties = ({ status, ...rest }: Palette): string =>
  [
    ...Object.entries(rest).map(([name, value]) => `--${name}:${value}`),
    ...Object.entries(status).map(([name, value]) => `--${name.toLowerCase()}:${value}`),
  ].join(';')
