import { el, join, type Markup } from '../markup.ts'
import type { NetworkEdge, NetworkView, ViewNode } from '../view.ts'
import { drawLine as strokeLine } from './draw-line.ts'
import { EDGE_TYPE, edgeLines, type NetworkInput, NODE_TYPE, nodeLines, type PlacedNetwork } from './network-input.ts'

/** Entities as boxes, claims between them as labelled lines; every box and every label is a link. */
export function drawNetwork(view: NetworkView, input: NetworkInput, placed: PlacedNetwork, idPrefix: string): Markup {
  const { messages, summary } = view.frame
  const sizes = new Map(input.nodes.map((node) => [node.id, node]))
  const labelSizes = new Map(input.edges.map((edge) => [edge.id, edge]))
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `-8 -8 ${Math.ceil(placed.width) + 16} ${Math.ceil(placed.height) + 16}`,
      width: Math.ceil(placed.width) + 16,
      height: Math.ceil(placed.height) + 16,
      role: 'graphics-document',
      'aria-roledescription': messages.ui.diagram,
      'aria-labelledby': summary === '' ? `${idPrefix}title` : `${idPrefix}title ${idPrefix}summary`,
      direction: 'ltr',
      class: 'sanad-svg sanad-network',
    },
    el(
      'g',
      { 'aria-hidden': 'true' },
      placed.edges.map(({ id, points }) => {
        const edge = edgeOf(view, id)
        return edge ? drawLine(edge, points) : null
      }),
    ),
    placed.edges.map(({ id, label }) => {
      const edge = edgeOf(view, id)
      return edge ? drawLabel(edge, label, labelSizes.get(id)?.width ?? 0, labelSizes.get(id)?.height ?? 0) : null
    }),
    placed.nodes.map(({ id, x, y }) => {
      const node = view.nodes.find((one) => one.id === id)
      const size = sizes.get(id)
      return node && size ? drawBox(node, x, y, size.width, size.height) : null
    }),
  )
}

const edgeOf = (view: NetworkView, id: string): NetworkEdge | undefined => view.edges[Number(id.slice('edge-'.length))]

function drawLine({ status }: NetworkEdge, points: PlacedNetwork['edges'][number]['points']): Markup {
  const path = curve(points)
  return el(
    'g',
    { class: `sanad-edge sanad-s-${status.toLowerCase()}` },
    strokeLine(status, null, (attributes) => el('path', { d: path, fill: 'none', ...attributes })),
    arrow(points),
  )
}

/** Points in threes are the controls of curves; any others are corners. */
function curve(points: PlacedNetwork['edges'][number]['points']): string {
  const [first, ...rest] = points
  if (!first) return ''
  const at = ({ x, y }: { readonly x: number; readonly y: number }): string => `${round(x)} ${round(y)}`
  if (rest.length % 3 !== 0) return `M${at(first)}L${rest.map(at).join(' ')}`
  return `M${at(first)}C${rest.map(at).join(' ')}`
}

function arrow(points: PlacedNetwork['edges'][number]['points']): Markup | null {
  const [end, before] = [points.at(-1), points.at(-2)]
  if (!end || !before) return null
  const angle = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI
  return el('path', {
    class: 'sanad-tip',
    d: 'M-9 -4L0 0L-9 4Z',
    transform: `translate(${round(end.x)} ${round(end.y)}) rotate(${round(angle)})`,
  })
}

function drawLabel(
  edge: NetworkEdge,
  at: { readonly x: number; readonly y: number },
  width: number,
  height: number,
): Markup {
  const { status, label } = edgeLines(edge)
  const line = (text: string, i: number, kind: 'status' | 'text'): Markup =>
    join(
      el(
        'text',
        {
          x: width / 2,
          y: 3 + EDGE_TYPE.size + i * EDGE_TYPE.line,
          'font-size': EDGE_TYPE.size,
          'text-anchor': 'middle',
          class: `sanad-t sanad-t-${kind}`,
          ...(kind === 'status' ? { 'font-weight': 700 } : {}),
        },
        text,
      ),
      ' ',
    )
  return el(
    'g',
    {
      role: 'graphics-object',
      'aria-label': `${edge.statusWord}: ${edge.label}`,
      class: `sanad-card sanad-s-${edge.status.toLowerCase()}`,
      transform: `translate(${round(at.x)} ${round(at.y)})`,
    },
    el(
      'a',
      { href: edge.href, target: '_top' },
      el('rect', { width, height, class: 'sanad-box' }),
      status.map((text, i) => line(text, i, 'status')),
      label.map((text, i) => line(text, status.length + i, 'text')),
    ),
    ' ',
  )
}

const drawBox = (node: ViewNode, x: number, y: number, width: number, height: number): Markup =>
  el(
    'g',
    {
      role: 'graphics-object',
      'aria-label': node.label,
      class: 'sanad-data',
      transform: `translate(${round(x)} ${round(y)})`,
    },
    el(
      'a',
      { href: node.href, target: '_top' },
      el('rect', { width, height, rx: 6, class: 'sanad-box' }),
      nodeLines(node).map((text, i) => [
        el(
          'text',
          {
            x: width / 2,
            y: NODE_TYPE.pad + NODE_TYPE.size - 1 + i * NODE_TYPE.line,
            'font-size': NODE_TYPE.size,
            'font-weight': 700,
            'text-anchor': 'middle',
            class: 'sanad-t sanad-t-text',
          },
          text,
        ),
        ' ',
      ]),
    ),
    ' ',
  )

const round = (value: number): number => Math.round(value * 100) / 100
