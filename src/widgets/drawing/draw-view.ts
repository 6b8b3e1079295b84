import { pauseInSlices } from '../../thread/slices.ts'
import { el, type Markup } from '../html/markup.ts'
import type { View, ViewHeader } from '../view/view.ts'
import { drawPlacedGraph, placeGraph } from './draw-graph.ts'
import { drawNetwork } from './draw-network.ts'
import { drawTimeline } from './draw-timeline.ts'
import { DRAWING_WIDTH } from './drawing-width.ts'
import { CLOSE, type Spacing } from './picture-measures.ts'
import type { Drawn } from './stack.ts'

/**
 * Draws a view for a page or an embed. Null where the view has no drawing or no content.
 *
 * @param spacing vertical distances of a picture of claims
 */
export async function drawView(view: View, idPrefix: string, spacing: Spacing = CLOSE): Promise<Markup | null> {
  await pauseInSlices()
  if (view.kind === 'graph') {
    if (view.cards.length === 0) return null
    const placed = placeGraph(view, DRAWING_WIDTH, spacing)
    await pauseInSlices()
    return drawPlacedGraph(view, placed, { width: DRAWING_WIDTH, idPrefix, concrete: null })
  }
  const options = { width: DRAWING_WIDTH, theme: null }
  if (view.kind === 'timeline') return inSvg(drawTimeline(view, options), view.header, idPrefix, 'img')
  if (view.kind !== 'network') return null
  return inSvg(drawNetwork(view, { ...options, idPrefix }), view.header, idPrefix, 'graphics-document')
}

/**
 * Returns a chart as an SVG of a page.
 *
 * @param role `img` for a chart without links: the list below it has the same content
 */
function inSvg(
  chart: Drawn | null,
  { messages }: ViewHeader,
  idPrefix: string,
  role: 'img' | 'graphics-document',
): Markup | null {
  if (chart === null) return null
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${DRAWING_WIDTH} ${chart.height}`,
      width: DRAWING_WIDTH,
      height: chart.height,
      role,
      'aria-roledescription': messages.ui.diagram,
      'aria-labelledby': `${idPrefix}title`,
      direction: 'ltr',
      class: 'sanad-svg',
    },
    chart.drawn,
  )
}
