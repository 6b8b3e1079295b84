import { MATRIX_CSS } from './matrix-css.ts'
import { NETWORK_CSS } from './network-css.ts'
import { TIMELINE_CSS } from './timeline-css.ts'

/** Returns the style sheet of timelines, matrices, networks and descents. Embeds with other views do not load it. */
export const chartCss = (): string => [CHART_CSS, TIMELINE_CSS, MATRIX_CSS, NETWORK_CSS].join('\n')

/** Fills and strokes of charts, by colour of the tokens. */
const CHART_CSS = [
  ...(['surface', 'raised', 'text', 'muted'] as const).map((name) => `.sanad-f-${name}{fill:var(--${name})}`),
  ...(['line', 'control', 'text'] as const).map((name) => `.sanad-l-${name}{stroke:var(--${name})}`),
  '.sanad-t-surface{fill:var(--surface)}.sanad-halo{paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round}',
].join('\n')
