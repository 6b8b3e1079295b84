import { drawGraph } from '../widgets/drawing/draw-graph.ts'
import type { Markup } from '../widgets/markup.ts'
import type { View } from '../widgets/view.ts'

/** Wide enough for cards to be read, narrow enough for an article's column: it is scaled to its place. */
export const DRAWING_WIDTH = 680

/** The drawing of a view, where it has one. */
export async function draw(view: View, idPrefix: string): Promise<Markup | null> {
  return view.kind === 'graph' ? drawGraph(view, { width: DRAWING_WIDTH, idPrefix, concrete: null }) : null
}
