import { el } from '../widgets/html/markup.ts'

/** Icon of the site: three links of a chain, the last one open. */
export const siteIcon = (): string =>
  el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' },
    el('rect', { width: 32, height: 32, rx: 6, fill: '#0a4a94' }),
    [6, 16].map((cx) =>
      el('circle', { cx: cx + 2, cy: 16, r: 5.5, fill: 'none', stroke: '#ffffff', 'stroke-width': 3 }),
    ),
    el('path', { d: 'M29 12a5.500 5.500 0 1 0 0 8', fill: 'none', stroke: '#ffffff', 'stroke-width': 3 }),
  ).markup
