import type { StandingName } from '../../domain/standing.ts'
import { annotationsOn } from '../view/claim-card.ts'
import type { ClaimCard, GraphView, ViewNode } from '../view/view.ts'
import {
  CARD,
  type GraphColumn,
  graphColumnAt,
  ICON,
  OVER_LEGEND,
  PAD,
  ROW_GAP,
  SIDE,
  TOP,
  TYPE,
} from './graph-measures.ts'
import { type LegendEntry, layoutLegend } from './legend.ts'
import { countCrossings, orderColumns } from './order-columns.ts'
import { notesOf, placeNotes } from './place-notes.ts'
import { fromTop, round, spreadRows } from './spread-rows.ts'
import { wrapText } from './wrap-text.ts'

const PORT = 9

/** Places of all boxes, curves and texts of a drawing, in px. */
export interface PlacedGraph {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  /** Texts beside cards without data or without a use. */
  readonly notes: readonly PlacedNote[]
  readonly legend: readonly LegendEntry[]
  readonly crossings: number
}

export interface PlacedNote {
  /** Start of the lines: their right end for text from right to left. */
  readonly x: number
  readonly lines: readonly string[]
  /** Baseline of the first line. */
  readonly y: number
}

export interface PlacedNode {
  readonly id: string
  readonly column: GraphColumn
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly TextLine[]
  readonly node: ViewNode | ClaimCard
}

export interface TextLine {
  readonly text: string
  readonly kind: 'label' | 'status' | 'proposition' | 'by' | 'caveat'
  /** Baseline, relative to the top of the node. */
  readonly y: number
}

export interface PlacedEdge {
  readonly from: string
  readonly to: string
  readonly status: StandingName
  readonly path: string
  /** True if the edge ends in an arrow, as at a use. */
  readonly arrow: boolean
}

export interface LayoutOptions {
  readonly width: number
  readonly rtl: boolean
}

/** Computes the places of a drawing. The same view and options give the same numbers. */
export function layoutGraph(view: GraphView, { width, rtl }: LayoutOptions): PlacedGraph {
  const side = Math.round(width * SIDE)
  const card = Math.round(width * CARD)
  const edges = view.links
  const given = [view.data, view.cards, view.uses].map((nodes) => nodes.map(({ id }) => id))
  const columns = orderColumns({ columns: given, edges })

  const boxes = new Map<string, Box>()
  for (const node of view.data) boxes.set(node.id, labelBox(node, 'data', 0, side))
  for (const node of view.cards) boxes.set(node.id, cardBox(node, graphColumnAt('card', width), card))
  for (const node of view.uses) boxes.set(node.id, labelBox(node, 'use', graphColumnAt('use', width), side))
  const placed = placeRows(columns, boxes, edges)
  const { messages } = view.header
  const notes = [
    ...notesOf(view, 'data', columns[0] ?? [], messages.ui.noData),
    ...notesOf(view, 'use', columns[2] ?? [], messages.ui.noUse),
  ].map((note) => ({ ...note, lines: wrapText(note.text, { ...TYPE.by, width: side - PAD }) }))
  const tops = placeNotes(placed, columns, boxes, notes)

  const nodes = columns.flat().flatMap((id): readonly PlacedNode[] => {
    const box = boxes.get(id)
    return box ? [{ ...box, id, y: tops.get(id) ?? TOP, x: rtl ? width - box.x - box.width : box.x }] : []
  })
  const bottoms = [
    ...nodes.map((node) => node.y + node.height),
    ...notes.map((note) => (tops.get(note.id) ?? TOP) + note.lines.length * TYPE.by.line),
  ]
  const bottom = Math.ceil(Math.max(TOP, ...bottoms))
  const legend = layoutLegend(view.cards, { width, top: bottom + OVER_LEGEND, messages })
  return {
    width,
    height: legend.height === 0 ? bottom + 4 : bottom + OVER_LEGEND + legend.height,
    nodes,
    edges: routeEdges(nodes, edges, rtl),
    notes: notes.map(({ id, column, lines }) => {
      const x = graphColumnAt(column, width) + PAD
      return { x: rtl ? width - x : x, lines, y: round((tops.get(id) ?? TOP) + TYPE.by.size) }
    }),
    legend: legend.entries,
    crossings: countCrossings(columns, edges),
  }
}

type Box = Omit<PlacedNode, 'id' | 'y'>

function labelBox(node: ViewNode, column: 'data' | 'use', x: number, width: number): Box {
  const { size, line, weight, maxLines } = TYPE.label
  const texts = wrapText(node.label, { width: width - 2 * PAD, size, weight, maxLines })
  const lines = texts.map((text, i): TextLine => ({ text, kind: 'label', y: PAD + i * line + size - 1 }))
  return { column, x, width, height: 2 * PAD + texts.length * line - 4, lines, node }
}

function cardBox(node: ClaimCard, x: number, width: number): Box {
  const parts: readonly (readonly [TextLine['kind'], string])[] = [
    ['status', node.headline.status],
    ['proposition', node.headline.proposition],
    ['by', node.headline.by],
    ...annotationsOn(node).map((annotation) => ['caveat', annotation] as const),
  ]
  const lines: TextLine[] = []
  let y = PAD
  for (const [kind, text] of parts) {
    if (text === '') continue
    const { size, line, weight, maxLines } = TYPE[kind]
    const room = width - 2 * PAD - (kind === 'status' ? ICON : 0)
    for (const wrapped of wrapText(text, { width: room, size, weight, maxLines })) {
      lines.push({ text: wrapped, kind, y: y + size - 1 })
      y += line
    }
  }
  return { column: 'card', x, width, height: y + PAD - 4, lines, node }
}

/** Places rows beside the rows that they are joined to. Two passes take both outer columns into account. */
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
    const placed = spreadRows(wanted, column.map(heightOf))
    for (const [row, id] of column.entries()) tops.set(id, placed[row] ?? TOP)
  }
  return fromTop(tops)
}

function routeEdges(nodes: readonly PlacedNode[], edges: GraphView['links'], rtl: boolean): readonly PlacedEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const centre = (id: string): number => {
    const node = byId.get(id)
    return node ? node.y + node.height / 2 : 0
  }
  const drawn = edges.filter(({ from, to }) => byId.has(from) && byId.has(to))
  /** Returns the y of an edge at a box. Edges of one side are ordered by their other ends, so that none cross there. */
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
