import type { NetworkEdge, NetworkView, ViewNode } from '../view/view.ts'
import { measureText } from './measure-text.ts'
import { wrapText } from './wrap-text.ts'

/** Input of the network layout: sizes of boxes and of texts on edges, in px. */
export interface NetworkInput {
  readonly rtl: boolean
  readonly nodes: readonly { readonly id: string; readonly width: number; readonly height: number }[]
  readonly edges: readonly {
    readonly id: string
    readonly from: string
    readonly to: string
    readonly width: number
    readonly height: number
  }[]
}

/** Result of the network layout: upper left corners, in px. */
export interface PlacedNetwork {
  readonly width: number
  readonly height: number
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[]
  readonly edges: readonly {
    readonly id: string
    /** Corners of a line, or the control points of cubic curves, three for each curve. */
    readonly points: readonly { readonly x: number; readonly y: number }[]
    readonly label: { readonly x: number; readonly y: number }
  }[]
}

/** Font size, line height, padding and maximum width of boxes, in px. */
export const NODE_TYPE = { size: 14, line: 18, pad: 10, max: 170 } as const
/** Font size, line height and maximum width of texts on edges, in px. */
export const EDGE_TYPE = { size: 12.5, line: 16, max: 170 } as const

/** Width of the icon before a status word, with its gap, in px. */
export const EDGE_ICON = 16

/** Maximum of nodes that is legible in an article's column. */
export const MAX_NODES = 60

/** Returns the lines of an entity's name, at most three. */
export const nodeLines = (node: ViewNode): readonly string[] =>
  wrapText(node.label, { width: NODE_TYPE.max, size: NODE_TYPE.size, weight: 'bold', maxLines: 3 })

export interface EdgeLine {
  readonly text: string
  readonly kind: 'status' | 'text' | 'muted'
}

/** Returns the lines of an edge: status, proposition, by-line. */
export function edgeLines(edge: NetworkEdge): readonly EdgeLine[] {
  const { max, size } = EDGE_TYPE
  const lines = (kind: EdgeLine['kind'], text: string, width: number, maxLines: number): readonly EdgeLine[] =>
    wrapText(text, { width, size, weight: kind === 'status' ? 'bold' : 'regular', maxLines }).map((one) => ({
      text: one,
      kind,
    }))
  return [
    ...lines('status', edge.headline.status, max - EDGE_ICON, 3),
    ...lines('text', edge.headline.proposition, max, 4),
    ...lines('muted', edge.headline.by, max, 8),
  ]
}

/**
 * Measures the first MAX_NODES nodes and the edges between them. The id of an edge is `edge-` + its index in the view.
 */
export function networkInput(view: NetworkView): NetworkInput {
  const nodes = view.nodes.slice(0, MAX_NODES)
  const known = new Set(nodes.map(({ id }) => id))
  const widest = (lines: readonly string[], size: number): number =>
    Math.max(24, ...lines.map((one) => measureText(one, { size, weight: 'bold' })))
  return {
    rtl: view.header.messages.direction === 'rtl',
    nodes: nodes.map((node) => {
      const lines = nodeLines(node)
      return {
        id: node.id,
        width: Math.ceil(widest(lines, NODE_TYPE.size)) + 2 * NODE_TYPE.pad,
        height: lines.length * NODE_TYPE.line + 2 * NODE_TYPE.pad,
      }
    }),
    edges: view.edges.flatMap((edge, i) => {
      if (!known.has(edge.from) || !known.has(edge.to)) return []
      const lines = edgeLines(edge)
      return [
        {
          id: `edge-${i}`,
          from: edge.from,
          to: edge.to,
          width:
            Math.ceil(
              widest(
                lines.map(({ text }) => text),
                EDGE_TYPE.size,
              ),
            ) +
            12 +
            EDGE_ICON,
          height: lines.length * EDGE_TYPE.line + 6,
        },
      ]
    }),
  }
}
