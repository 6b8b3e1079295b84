import type { PageContext } from '../../pages/page.ts'
import { pauseInSlices } from '../../thread/slices.ts'
import { drawPlacedGraph, placeGraph } from '../../widgets/drawing/draw-graph.ts'
import { drawNetwork } from '../../widgets/drawing/draw-network.ts'
import { DRAWING_WIDTH } from '../../widgets/drawing/graph-measures.ts'
import { type NetworkInput, networkInput, type PlacedNetwork } from '../../widgets/drawing/network-input.ts'
import { createWorkerQueue } from './worker-queue.ts'

/** Creates the function that draws a view. The layout of a network runs in a worker thread; columns are quick. */
export function createDraw(): PageContext['draw'] {
  const place = createWorkerQueue<NetworkInput, PlacedNetwork>(new URL('./network-worker.mjs', import.meta.url))
  return async (view, idPrefix) => {
    if (view.kind === 'graph') {
      if (view.cards.length === 0) return null
      await pauseInSlices()
      const placed = placeGraph(view, DRAWING_WIDTH)
      await pauseInSlices()
      return drawPlacedGraph(view, placed, { width: DRAWING_WIDTH, idPrefix, concrete: null })
    }
    if (view.kind !== 'network' || view.edges.length === 0) return null
    const input = networkInput(view)
    return drawNetwork(view, input, await place(input), idPrefix)
  }
}
