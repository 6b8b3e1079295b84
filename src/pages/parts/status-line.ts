import type { StandingName } from '../../domain/standing.ts'
import { drawLine } from '../../widgets/drawing/draw-line.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'

/** A sample of the line of a status, as drawings have it: 36 px long. Screen readers skip it. */
export const statusLine = (status: StandingName): Markup =>
  el(
    'svg',
    {
      class: `site-line sanad-s-${status.toLowerCase()}`,
      viewBox: '0 0 36 10',
      width: 36,
      height: 10,
      fill: 'none',
      'aria-hidden': 'true',
    },
    drawLine(status, null, (stroke) => el('path', { ...stroke, d: 'M2 5h32' })),
  )
