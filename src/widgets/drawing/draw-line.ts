import type { Status } from '../../domain/claim-status-types.ts'
import { join, type Markup } from '../html/markup.ts'
import { type Theme, TOKENS } from '../tokens.ts'

export type Stroke = Readonly<Record<string, string | number>>

/**
 * A shape in the line of its status. A double line is a thick one with a thin one inside, of what lies behind it. With a
 * theme the colours are written out, for pictures; without, the style sheet gives them.
 */
export function drawLine(
  status: Status,
  theme: Theme | null,
  draw: (stroke: Stroke, isInner: boolean) => Markup,
): Markup {
  const { width, dash, cap, isDouble } = TOKENS.lines[status]
  const { line, fill } = TOKENS.statuses[status]
  const dashes = dash === null ? {} : { 'stroke-dasharray': dash.replaceAll(' ', ','), 'stroke-linecap': cap }
  const outer = draw(
    {
      class: 'sanad-line',
      'stroke-width': isDouble ? 3 * width : width,
      ...dashes,
      ...(theme === null ? {} : { stroke: line[theme] }),
    },
    false,
  )
  if (!isDouble) return outer
  const inner = { class: 'sanad-inner', 'stroke-width': width, ...(theme === null ? {} : { stroke: fill[theme] }) }
  return join(outer, draw(inner, true))
}
