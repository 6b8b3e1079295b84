import type { NetworkEdge, NetworkView } from '../view/view.ts'

/** Priority of an edge, from 0: several claims, one claim, report, confirmation. */
function placeOf({ act, isOfOne }: NetworkEdge): number {
  if (act === 'CONFIRMED') return 3
  if (act === 'REPORTED' || act === 'REPORTED_NOT') return 2
  return isOfOne ? 1 : 0
}

/** Maximum of edges and nodes that are legible in an article's column. */
const MAX_EDGES = 12
const MAX_NODES = 60

/**
 * Selects the edges of a drawing, in their order. Each party gets one edge. The rest are edges of several claims, then of one
 * claim, then reports, then confirmations.
 */
export function chooseEdges({ nodes, edges }: NetworkView): readonly NetworkEdge[] {
  const chosen = new Set<NetworkEdge>()
  const isShown = (id: string): boolean => [...chosen].some(({ from, to }) => from === id || to === id)
  for (const { id } of nodes.slice(0, MAX_NODES)) {
    if (chosen.size >= MAX_EDGES || isShown(id)) continue
    const spoken = edges.find(({ to, from }) => to === id && from !== id)
    const best = spoken ?? edges.find(({ from, to }) => from === id || to === id)
    if (best) chosen.add(best)
  }
  for (const edge of edges.toSorted((a, b) => placeOf(a) - placeOf(b))) {
    if (chosen.size < MAX_EDGES) chosen.add(edge)
  }
  return edges.filter((edge) => chosen.has(edge))
}
