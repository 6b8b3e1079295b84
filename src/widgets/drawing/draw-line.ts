import type { StandingName } from '../../domain/standing.ts'
import { join, type Markup } from '../html/markup.ts'
import { type LineStyle, type Theme, TOKENS } from '../tokens.ts'

/** Length in px of a stroke across a line. */
const TICK = 7

export type Stroke = Readonly<Record<string, string | number>>

/**
 * Draws a shape with the line style of a status. A double line is a thick one under a thin one in the colour of a
 * card.
 *
 * @param theme theme whose colours a picture writes out; null for a page, where the style sheet sets them
 * @param draw draws the shape with a stroke; called twice for a double line
 */
export function drawLine(
  status: StandingName,
  theme: Theme | null,
  draw: (stroke: Stroke, isInner: boolean) => Markup,
): Markup {
  const { width, dash, cap, isDouble, hasTicks }: LineStyle = TOKENS.lines[status]
  const { line } = TOKENS.statuses[status]
  const dashes =
    dash === null
      ? {}
      : { 'stroke-dasharray': dash.replaceAll(' ', ','), ...(cap === 'butt' ? {} : { 'stroke-linecap': cap }) }
  const outer = draw(
    {
      class: 'sanad-line',
      'stroke-width': isDouble ? Number((3 * width).toFixed(2)) : width,
      ...dashes,
      ...(theme === null ? {} : { stroke: line[theme] }),
    },
    false,
  )
  if (hasTicks) {
    const paint = theme === null ? {} : { stroke: line[theme] }
    return join(
      outer,
      draw({ class: 'sanad-line', 'stroke-width': TICK, 'stroke-dasharray': '1.4,6.6', ...paint }, true),
    )
  }
  if (!isDouble) return outer
  const inner = {
    class: 'sanad-inner',
    'stroke-width': width,
    ...(theme === null ? {} : { stroke: TOKENS.colours.card[theme] }),
  }
  return join(outer, draw(inner, true))
}
