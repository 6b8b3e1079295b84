import type { DrawnNode } from './drawn-nodes.ts'

/**
 * Returns the node that a key leads to: arrows up and down within the column, left and right along edges, Home and End
 * to the ends of the column. Undefined if there is none.
 */
export function walkFrom(
  node: DrawnNode,
  key: string,
  nodes: readonly DrawnNode[],
  isRightToLeft: boolean,
): DrawnNode | undefined {
  const column = nodes.filter((one) => one.column === node.column).sort((a, b) => middle(a) - middle(b))
  const index = column.indexOf(node)
  switch (key) {
    case 'ArrowUp':
      return column[index - 1]
    case 'ArrowDown':
      return column[index + 1]
    case 'Home':
      return column[0]
    case 'End':
      return column[column.length - 1]
    case 'ArrowLeft':
    case 'ArrowRight':
      return neighbour(node, nodes, (key === 'ArrowRight') !== isRightToLeft ? 1 : -1)
    default:
      return undefined
  }
}

/** Returns the nearest node along an edge, by column, then by height. */
function neighbour(node: DrawnNode, nodes: readonly DrawnNode[], direction: number): DrawnNode | undefined {
  const steps = (one: DrawnNode): number => (one.column - node.column) * direction
  const drop = (one: DrawnNode): number => Math.abs(middle(one) - middle(node))
  return nodes
    .filter((one) => node.joined.has(one.id) && steps(one) > 0)
    .sort((a, b) => steps(a) - steps(b) || drop(a) - drop(b))[0]
}

function middle({ box }: DrawnNode): number {
  const { top, bottom } = box.getBoundingClientRect()
  return (top + bottom) / 2
}
