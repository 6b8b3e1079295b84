import type { Status } from '../../domain/claim-status-types.ts'
import type { ClaimCard, GraphView, ViewNode } from '../view.ts'
import { wrapText } from '../wrap-text.ts'
import { countCrossings, orderColumns } from './order-columns.ts'

/** A drawing with every box and curve placed, in px; the same view gives the same numbers. */
export interface PlacedGraph {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly crossings: number
}

export interface PlacedNode {
  readonly id: string
  readonly column: 'data' | 'card' | 'use'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly TextLine[]
  readonly node: ViewNode | ClaimCard
}

export interface TextLine {
  readonly text: string
  readonly kind: 'label' | 'status' | 'proposition' | 'claimants' | 'caveat'
  /** Baseline, from the top of the node. */
  readonly y: number
}

export interface PlacedEdge {
  readonly from: string
  readonly to: string
  readonly status: Status
  readonly path: string
  /** Whether an arrow stands at its end: at uses. */
  readonly arrow: boolean
}

export interface LayoutOptions {
  readonly width: number
  readonly rtl: boolean
}

const PAD = 12
const ROW_GAP = 14
const TOP = 30
const PORT = 9

export const TYPE = {
  label: { size: 14, line: 19, weight: 'regular', mostLines: 3 },
  status: { size: 14, line: 20, weight: 'bold', mostLines: 3 },
  proposition: { size: 14, line: 19, weight: 'regular', mostLines: 5 },
  claimants: { size: 12.5, line: 17, weight: 'regular', mostLines: 8 },
  caveat: { size: 12.5, line: 17, weight: 'regular', mostLines: 4 },
} as const
/** Room for the icon before the status word. */
export const ICON = 20

export function layoutGraph(view: GraphView, { width, rtl }: LayoutOptions): PlacedGraph {
  const side = Math.round(width * 0.215)
  const card = Math.round(width * 0.43)
  const gap = (width - 2 * side - card) / 2
  const edges = view.links
  const given = [view.data, view.cards, view.uses].map((nodes) => nodes.map(({ id }) => id))
  const columns = orderColumns({ columns: given, edges })

  const boxes = new Map<string, Box>()
  for (const node of view.data) boxes.set(node.id, labelBox(node, 'data', 0, side))
  for (const node of view.cards) boxes.set(node.id, cardBox(node, side + gap, card))
  for (const node of view.uses) boxes.set(node.id, labelBox(node, 'use', width - side, side))
  const tops = placeRows(columns, boxes, edges)

  const nodes = columns.flat().flatMap((id): readonly PlacedNode[] => {
    const box = boxes.get(id)
    return box ? [{ ...box, id, y: tops.get(id) ?? TOP, x: rtl ? width - box.x - box.width : box.x }] : []
  })
  const height = Math.max(TOP, ...nodes.map((node) => node.y + node.height)) + 4
  return {
    width,
    height: Math.ceil(height),
    nodes,
    edges: routeEdges(nodes, edges, rtl),
    crossings: countCrossings(columns, edges),
  }
}

type Box = Omit<PlacedNode, 'id' | 'y'>

function labelBox(node: ViewNode, column: 'data' | 'use', x: number, width: number): Box {
  const { size, line, weight, mostLines } = TYPE.label
  const texts = wrapText(node.label, { width: width - 2 * PAD, size, weight, mostLines })
  const lines = texts.map((text, i): TextLine => ({ text, kind: 'label', y: PAD + i * line + size - 1 }))
  return { column, x, width, height: 2 * PAD + texts.length * line - 4, lines, node }
}

function cardBox(node: ClaimCard, x: number, width: number): Box {
  const parts: readonly (readonly [TextLine['kind'], string | null])[] = [
    ['status', node.statusWord],
    ['proposition', node.proposition],
    ['claimants', node.claimants],
    ['caveat', node.caveat],
    ['caveat', node.contradiction],
  ]
  const lines: TextLine[] = []
  let y = PAD
  for (const [kind, text] of parts) {
    if (text === null || text === '') continue
    const { size, line, weight, mostLines } = TYPE[kind]
    const room = width - 2 * PAD - (kind === 'status' ? ICON : 0)
    for (const wrapped of wrapText(text, { width: room, size, weight, mostLines })) {
      lines.push({ text: wrapped, kind, y: y + size - 1 })
      y += line
    }
  }
  return { column: 'card', x, width, height: y + PAD - 4, lines, node }
}

/** Cards stand close; what they are joined to stands beside them. Twice, so that both sides have their say. */
function placeRows(
  columns: readonly (readonly string[])[],
  boxes: ReadonlyMap<string, Box>,
  edges: readonly { readonly from: string; readonly to: string }[],
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>()
  const heightOf = (id: string): number => boxes.get(id)?.height ?? 0
  for (const column of columns) {
    let y = TOP
    for (const id of column) {
      tops.set(id, y)
      y += heightOf(id) + ROW_GAP
    }
  }
  const neighbours = new Map<string, string[]>()
  for (const { from, to } of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  for (const i of [0, 2, 1, 0, 2]) {
    const column = columns[i] ?? []
    const wanted = column.map((id) => {
      const centres = (neighbours.get(id) ?? []).map((other) => (tops.get(other) ?? TOP) + heightOf(other) / 2)
      const centre = centres.length === 0 ? (tops.get(id) ?? TOP) + heightOf(id) / 2 : average(centres)
      return centre - heightOf(id) / 2
    })
    const placed = spread(wanted, column.map(heightOf))
    for (const [row, id] of column.entries()) tops.set(id, placed[row] ?? TOP)
  }
  const highest = Math.min(TOP, ...tops.values())
  for (const [id, y] of tops) tops.set(id, round(y + TOP - highest))
  return tops
}

/** Isotonic regression: nearest to what is wanted, in the given order, none overlapping. */
function spread(wanted: readonly number[], heights: readonly number[]): readonly number[] {
  const offsets: number[] = []
  let offset = 0
  for (const height of heights) {
    offsets.push(offset)
    offset += height + ROW_GAP
  }
  const blocks: { sum: number; count: number }[] = []
  for (const [i, y] of wanted.entries()) {
    blocks.push({ sum: y - (offsets[i] ?? 0), count: 1 })
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)]
      if (!before || !last || before.sum / before.count <= last.sum / last.count) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
    }
  }
  return blocks
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((y, i) => y + (offsets[i] ?? 0))
}

function routeEdges(nodes: readonly PlacedNode[], edges: GraphView['links'], rtl: boolean): readonly PlacedEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const centre = (id: string): number => {
    const node = byId.get(id)
    return node ? node.y + node.height / 2 : 0
  }
  const drawn = edges.filter(({ from, to }) => byId.has(from) && byId.has(to))
  /** Ports of one side are spread and ordered by the other end, so that edges do not cross at the box. */
  const port = (id: string, other: string, siblings: readonly string[]): number => {
    const sorted = [...siblings].sort((a, b) => centre(a) - centre(b) || (a < b ? -1 : 1))
    const room = Math.min(PORT, ((byId.get(id)?.height ?? 0) - PAD) / Math.max(1, siblings.length))
    return centre(id) + (sorted.indexOf(other) - (sorted.length - 1) / 2) * room
  }
  const starts = groupOf(drawn, 'from', 'to')
  const ends = groupOf(drawn, 'to', 'from')
  return drawn.flatMap(({ from, to, status }) => {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (!a || !b) return []
    const arrow = b.column === 'use'
    const tip = arrow ? (rtl ? 7 : -7) : 0
    const x1 = rtl ? a.x : a.x + a.width
    const x2 = (rtl ? b.x + b.width : b.x) + tip
    const y1 = port(from, to, starts.get(from) ?? [])
    const y2 = port(to, from, ends.get(to) ?? [])
    const bend = (x2 - x1) / 2
    const path = ['M', x1, y1, 'C', x1 + bend, y1, x2 - bend, y2, x2, y2].map((v) =>
      typeof v === 'number' ? round(v) : v,
    )
    return [{ from, to, status, arrow, path: path.join(' ') }]
  })
}

function groupOf(
  edges: readonly { readonly from: string; readonly to: string }[],
  key: 'from' | 'to',
  value: 'from' | 'to',
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const edge of edges) groups.set(edge[key], [...(groups.get(edge[key]) ?? []), edge[value]])
  return groups
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const round = (value: number): number => Math.round(value * 100) / 100
