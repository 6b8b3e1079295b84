import { STANDING_NAMES, type StandingName } from '../domain/standing.ts'
import { type Pair, type StatusColours, type Theme, TOKENS, type TypeStep } from './tokens.ts'

/** Colours that pages alone use. Embeds save their bytes. */
const PAGE_COLOURS: readonly string[] = ['paper', 'rule', 'mark']
const isOfPage = ([name]: readonly [string, Pair]): boolean => PAGE_COLOURS.includes(name)

/**
 * Returns the colours as CSS custom properties: by the device's theme, by data-theme on the root, for print, for forced
 * colours.
 */
export const tokensCss = (): string =>
  [
    `:root{--font:${TOKENS.fontStack};--serif:${TOKENS.serifStack}}`,
    ...byTheme('color-scheme', (colourOf) => colours((one) => !isOfPage(one), colourOf) + statusColours(colourOf)),
  ].join('\n')

type ColourOf = (pair: Pair, name: string) => string

function byTheme(scheme: 'color-scheme' | null, write: (colourOf: ColourOf) => string): readonly string[] {
  const of = (theme: Theme): string => `${scheme === null ? '' : `${scheme}:${theme};`}${write((pair) => pair[theme])}`
  return [
    `:root{${of('light')}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${of('dark')}}}`,
    `:root[data-theme=dark]{${of('dark')}}`,
    // Print is always light, and forced colours win: both rules come last, with the specificity of those above.
    `@media print{:root:root{${of('light')}}}`,
    `@media (forced-colors:active){:root:root{${write((_, name) => forced(name))}}}`,
  ]
}

/** Returns type, space and fonts of pages as CSS custom properties. Embeds do without them. */
export function pageTokensCss(): string {
  const { serif, sans } = TOKENS.pageFonts
  const space = TOKENS.space.map((step) => `--space-${step}:${step / 16}rem;`).join('')
  const spacings = TYPE_STEPS.filter(([, { spacing }]) => spacing !== 0)
    .map(([name, { spacing }]) => `--track-${name}:${spacing}em;`)
    .join('')
  return [
    ...byTheme(null, (colourOf) => colours(isOfPage, colourOf)),
    `.site{--surface:var(--paper);--font:${sans};--serif:${serif};${space}${spacings}${typeProperties('wide')}}`,
    // Texts of drawings are measured in the fonts of embeds. Wider ones would leave their boxes.
    `.site .sanad-svg{--font:${TOKENS.fontStack};--serif:${TOKENS.serifStack}}`,
    // A drawing in a narrower page is smaller than its layout, so its letters have their full size.
    `@media (min-width:${TOKENS.page.phone}px){.site .sanad-svg{--font:${TOKENS.drawingFonts.sans};--serif:${TOKENS.drawingFonts.serif}}}`,
    `@media (max-width:${TOKENS.page.phone - 1}px){.site{${typeProperties('phone')}}}`,
  ].join('\n')
}

const TYPE_STEPS: readonly (readonly [string, TypeStep])[] = Object.entries(TOKENS.type)

/** Values of the `font` property: '--type-page:500 2.875rem/1.087 var(--serif)'. */
const typeProperties = (width: 'wide' | 'phone'): string =>
  TYPE_STEPS.map(([name, step]) => {
    const [size, line] = step[width]
    const family = step.face === 'serif' ? 'var(--serif)' : 'var(--font)'
    const style = step.isItalic ? 'italic ' : ''
    return `--type-${name}:${style}${step.weight} ${size / 16}rem/${Number((line / size).toFixed(4))} ${family};`
  }).join('')

/** Returns the custom property of a status colour: '--status-denied-text'. Statuses of one colour share it. */
export const statusProperty = (status: StandingName, part: keyof StatusColours): string =>
  `--status-${(COLOURED.get(TOKENS.statuses[status]) ?? status).toLowerCase()}-${part}`

/** First status of each colour. */
const COLOURED: ReadonlyMap<StatusColours, StandingName> = new Map(
  STANDING_NAMES.toReversed().map((status) => [TOKENS.statuses[status], status]),
)

const colours = (chosen: (colour: readonly [string, Pair]) => boolean, colourOf: ColourOf): string =>
  Object.entries<Pair>(TOKENS.colours)
    .filter(chosen)
    .map(([name, pair]) => `--${name}:${colourOf(pair, name)};`)
    .join('')

const statusColours = (colourOf: ColourOf): string =>
  [...COLOURED.values()]
    .toReversed()
    .flatMap((status) =>
      (['text', 'line', 'fill'] as const).map(
        (part) => `${statusProperty(status, part)}:${colourOf(TOKENS.statuses[status][part], part)};`,
      ),
    )
    .join('')

function forced(name: string): string {
  if (name === 'link') return 'LinkText'
  if (name === 'focus' || name === 'mark') return name === 'focus' ? 'Highlight' : 'Mark'
  return ['text', 'muted', 'line', 'rule', 'control', 'data-text', 'data-edge', 'use-text', 'use-edge'].includes(name)
    ? 'CanvasText'
    : 'Canvas'
}
