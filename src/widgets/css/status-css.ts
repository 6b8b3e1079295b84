import { STANDING_NAMES, type StandingName } from '../../domain/standing.ts'
import { type LineStyle, TOKENS } from '../tokens.ts'
import { statusProperty } from '../tokens-css.ts'

/**
 * Returns the CSS of a status outside drawings: icon, word and bar. The bar repeats the line style of drawings, so that
 * colour is never the only difference.
 */
export const statusCss = (): string =>
  [
    '.sanad-status{display:inline-block;position:relative;margin-inline:.15em;padding-inline-start:.85em;font-weight:700;color:var(--text)}',
    '.sanad-mark{width:.95em;height:.95em;margin-inline-end:.3em;vertical-align:-.1em;overflow:visible;fill:none;stroke:currentColor;stroke-linecap:round;stroke-linejoin:round}',
    '.sanad-full{fill:currentColor;stroke:none}',
    '[dir=rtl] .sanad-turns{transform:scaleX(-1)}',
    `${BARRED.map((one) => `${one}::before`).join()}{content:"";position:absolute;inset-block:.15em;inset-inline-start:0;width:var(--bar-width);background:var(--bar);print-color-adjust:exact;forced-color-adjust:none}`,
    // The item has the bar already.
    '.sanad-claim .sanad-status{margin:0;padding:0}.sanad-claim .sanad-status::before{content:none}',
    ...STANDING_NAMES.map(
      (status) =>
        `[data-status=${status}]{--bar-width:${barWidth(status)}px;--bar:${bar(status, false)};--bar-x:${bar(status, true)}}.sanad-status[data-status=${status}]{color:var(${statusProperty(status, 'text')})}`,
    ),
  ].join('\n')

const BARRED = ['.sanad-claims>li', '.sanad-detail', '.sanad-status']

/** Returns the width of a bar in CSS pixels. Bars beside text are wider than lines in drawings. */
const barWidth = (status: StandingName): number => {
  const { width, isDouble, hasTicks }: LineStyle = TOKENS.lines[status]
  return isDouble || hasTicks ? 7 : Math.round(width * 1.8)
}

/** Returns the line of a status as a background: downwards beside text, or level over a count. */
function bar(status: StandingName, isLevel: boolean): string {
  const { dash, cap, isDouble, hasTicks }: LineStyle = TOKENS.lines[status]
  const colour = `var(${statusProperty(status, 'line')})`
  if (isDouble) return `linear-gradient(${isLevel ? '' : '90deg,'}${colour} 2px,#0000 2px 5px,${colour} 5px)`
  if (hasTicks) {
    const [along, across] = isLevel ? ['90deg,', ''] : ['', '90deg,']
    return `linear-gradient(${across}#0000 2.7px,${colour} 0 4.3px,#0000 0),repeating-linear-gradient(${along}${colour} 0 1.4px,#0000 0 8px)`
  }
  if (dash === null) return isLevel ? `linear-gradient(${colour},${colour})` : colour
  if (cap === 'round')
    return `radial-gradient(circle closest-side,${colour} 88%,#0000) 0 0/${isLevel ? '8px 100%' : '100% 8px'} round`
  let index = 0
  const stops = dash.split(' ').map((length, i) => {
    const from = index
    index += Number(length)
    return `${i % 2 === 0 ? colour : '#0000'} ${from}px ${index}px`
  })
  return `repeating-linear-gradient(${isLevel ? '90deg,' : ''}${stops.join()})`
}
