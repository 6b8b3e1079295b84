import type { NetworkEdge, NetworkView } from '../view/view.ts'

/** Orders edges: those of several claims, of one claim, reports, confirmations. */
function placeOf({ act, isOfOne }: NetworkEdge): number {
  if (act === 'CONFIRMED') return 3
  if (act === 'REPORTED' || act === 'REPORTED_NOT') return 2
  return isOfOne ? 1 : 0
}

/** Edges and nodes that are legible in an article's column. */
const MAX_EDGES = 12
const MAX_NODES = 60

/**
 * Selects the edges of a drawing, in their order: for each party one edge at least, then edges of several claims before those of one, before
 * reports and confirmations.
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
