import { el, type Markup } from '../widgets/html/markup.ts'

/** Three linked points, the first one hollow: a source that was not read. On a field of 26 × 26. */
const points = (line: string, hollow: string): readonly Markup[] => [
  el('path', { d: 'M6.5 18.9L12.2 13.9M12.2 13.9L20.5 6', stroke: line, 'stroke-width': 2 }),
  el('circle', { cx: 5, cy: 20.5, r: 2.8, fill: hollow, stroke: line, 'stroke-width': 2 }),
  el('circle', { cx: 13, cy: 13.2, r: 3.2, fill: line }),
  el('circle', { cx: 21, cy: 5.5, r: 3.2, fill: line }),
]

/** Mark of the site beside its name, in the colour of the text. */
export const siteMark = (): Markup =>
  el(
    'svg',
    { class: 'site-mark', viewBox: '0 0 26 26', width: 26, height: 26, 'aria-hidden': 'true' },
    points('currentColor', 'none'),
  )

/** Icon of the site in tabs of a browser: the mark on ink. */
export const siteIcon = (): string =>
  el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '-4 -4 34 34' },
    el('rect', { x: -4, y: -4, width: 34, height: 34, rx: 6, fill: '#14181f' }),
    points('#fcfbf8', '#14181f'),
  ).markup
