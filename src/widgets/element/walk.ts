import type { DrawnNode } from './drawn-nodes.ts'

/**
 * Where a key leads from a node: up and down within its column, left and right along its edges, Home and End to the ends
 * of the column. Undefined where the key leads nowhere.
 */
export function walkFrom(
  node: DrawnNode,
  key: string,
  nodes: readonly DrawnNode[],
  isRightToLeft: boolean,
): DrawnNode | undefined {
  const column = nodes.filter((one) => one.column === node.column).sort((a, b) => middle(a) - middle(b))
  const at = column.indexOf(node)
  switch (key) {
    case 'ArrowUp':
      return column[at - 1]
    case 'ArrowDown':
      return column[at + 1]
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

/** The nearest along an edge: first by column, then by height. */
function neighbour(node: DrawnNode, nodes: readonly DrawnNode[], way: number): DrawnNode | undefined {
  const steps = (one: DrawnNode): number => (one.column - node.column) * way
  const drop = (one: DrawnNode): number => Math.abs(middle(one) - middle(node))
  return nodes
    .filter((one) => node.joined.has(one.id) && steps(one) > 0)
    .sort((a, b) => steps(a) - steps(b) || drop(a) - drop(b))[0]
}

function middle({ box }: DrawnNode): number {
  const { top, bottom } = box.getBoundingClientRect()
  return (top + bottom) / 2
}
