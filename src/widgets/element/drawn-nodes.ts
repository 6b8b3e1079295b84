/** A box of the drawing that takes the focus: a data category, a claim card or a use. */
export interface DrawnNode {
  readonly id: string
  readonly column: number
  readonly box: Element
  readonly link: SVGElement | HTMLElement
  /** Ids of the nodes that it shares an edge with. */
  readonly joined: ReadonlySet<string>
}

/** Reads the nodes of `<div class="sanad-drawing">`. A node without a link takes no focus and is left out. */
export function readNodes(drawing: Element): readonly DrawnNode[] {
  const boxes = [...drawing.querySelectorAll('[data-id]')]
  const named = new Map(boxes.map((box) => [idOf(box), (box.getAttribute('data-links') ?? '').split(' ')]))
  return boxes.flatMap((box) => {
    const id = idOf(box)
    const link = box.querySelector('a')
    if (!link) return []
    const joined = new Set(named.get(id))
    for (const [other, links] of named) if (links.includes(id)) joined.add(other)
    return [{ id, column: Number(box.getAttribute('data-column')), box, link, joined }]
  })
}

/** Dims nodes and edges that are on no path through the node. Without a node nothing is dimmed. */
export function lightPaths(drawing: Element, nodes: readonly DrawnNode[], node: DrawnNode | undefined): void {
  const lit = node ? onPathsThrough(node, nodes) : new Set<string>()
  const mark = (element: Element, ...ends: readonly (string | null)[]): void => {
    const isLit = ends.every((end) => end !== null && lit.has(end))
    element.classList.toggle('sanad-lit', isLit)
    element.classList.toggle('sanad-dim', node !== undefined && !isLit)
  }
  for (const one of nodes) mark(one.box, one.id)
  for (const edge of drawing.querySelectorAll('[data-from]')) {
    mark(edge, edge.getAttribute('data-from'), edge.getAttribute('data-to'))
  }
}

/** Follows edges in one direction from each side: a change of direction would include every card with the same use. */
function onPathsThrough(node: DrawnNode, nodes: readonly DrawnNode[]): ReadonlySet<string> {
  const found = new Set([node.id, ...node.joined])
  const follow = (from: DrawnNode, direction: number): void => {
    for (const next of nodes) {
      if (!from.joined.has(next.id) || (next.column - from.column) * direction <= 0) continue
      found.add(next.id)
      follow(next, direction)
    }
  }
  follow(node, 1)
  follow(node, -1)
  return found
}

const idOf = (box: Element): string => box.getAttribute('data-id') ?? ''
