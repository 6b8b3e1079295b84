import { headlineText } from '../../sentences/headline.ts'
import { el, join, type Markup } from '../html/markup.ts'
import type { NetworkEdge, NetworkView, ViewNode } from '../view/view.ts'
import { drawIcon } from './draw-icon.ts'
import { drawLine as strokeLine } from './draw-line.ts'
import { measureText } from './measure-text.ts'
import {
  EDGE_ICON,
  EDGE_TYPE,
  type EdgeLine,
  edgeLines,
  type NetworkInput,
  NODE_TYPE,
  nodeLines,
  type PlacedNetwork,
} from './network-input.ts'

/**
 * Draws entities as boxes and claims between them as lines with text. Boxes link to pages, texts of lines to items of
 * the list below.
 */
export function drawNetwork(view: NetworkView, input: NetworkInput, placed: PlacedNetwork, idPrefix: string): Markup {
  const { messages, summary } = view.header
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
      const size = labelSizes.get(id)
      return edge && size ? drawLabel(edge, label, size.width, size.height, input.rtl, idPrefix) : null
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

/**
 * Returns the path through the points: cubic curves if the points after the first come in threes, else straight lines.
 */
function curve(points: PlacedNetwork['edges'][number]['points']): string {
  const [first, ...rest] = points
  if (!first) return ''
  const write = ({ x, y }: { readonly x: number; readonly y: number }): string => `${round(x)} ${round(y)}`
  if (rest.length % 3 !== 0) return `M${write(first)}L${rest.map(write).join(' ')}`
  return `M${write(first)}C${rest.map(write).join(' ')}`
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
  place: { readonly x: number; readonly y: number },
  width: number,
  height: number,
  rtl: boolean,
  idPrefix: string,
): Markup {
  const lines = edgeLines(edge)
  const [first] = lines
  const word = first ? measureText(first.text, { size: EDGE_TYPE.size, weight: 'bold' }) : 0
  const middle = width / 2
  const line = ({ text, kind }: EdgeLine, i: number): Markup =>
    join(
      el(
        'text',
        {
          // Centres the first line together with its icon.
          x: round(middle + (i === 0 ? (rtl ? -EDGE_ICON / 2 : EDGE_ICON / 2) : 0)),
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
  const iconAt = rtl ? middle + (word - EDGE_ICON) / 2 + 2 : middle - (word + EDGE_ICON) / 2
  return el(
    'g',
    {
      role: 'graphics-object',
      'aria-label': headlineText(edge.headline),
      class: `sanad-card sanad-s-${edge.status.toLowerCase()}`,
      transform: `translate(${round(place.x)} ${round(place.y)})`,
    },
    el(
      'a',
      { href: `#${idPrefix}claim-${edge.slug}` },
      el('rect', { width, height, class: 'sanad-box' }),
      drawIcon(edge.status, { x: round(iconAt), y: 4, scale: 0.85, rtl, colour: null }),
      lines.map(line),
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
