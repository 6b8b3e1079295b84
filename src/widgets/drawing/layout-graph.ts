import type { Status } from '../../domain/claim-status-types.ts'
import type { ClaimCard, GraphView, ViewNode } from '../view.ts'
import { wrapText } from '../wrap-text.ts'
import { type LegendEntry, layoutLegend } from './legend.ts'
import { countCrossings, orderColumns } from './order-columns.ts'

/** A drawing with every box and curve placed, in px; the same view gives the same numbers. */
export interface PlacedGraph {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  /** Beside cards that name no data or no use. */
  readonly notes: readonly PlacedNote[]
  readonly legend: readonly LegendEntry[]
  readonly crossings: number
}

export interface PlacedNote {
  /** Where its lines begin. */
  readonly x: number
  readonly lines: readonly string[]
  /** Baseline of the first. */
  readonly y: number
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
const OVER_LEGEND = 16
/** Of the whole width. */
const SIDE = 0.215
const CARD = 0.43

/**
 * Wide enough for cards to be read, narrow enough for an article's column of 600 px: there it is shown at this size, wider
 * ones stretch it, and narrower ones show the list instead.
 */
export const DRAWING_WIDTH = 576

/** No letter is smaller than 13 px, so that none is below 12 where the drawing is shrunk the most. */
export const TYPE = {
  label: { size: 14, line: 19, weight: 'regular', mostLines: 4 },
  status: { size: 14, line: 20, weight: 'bold', mostLines: 3 },
  proposition: { size: 14, line: 19, weight: 'regular', mostLines: 5 },
  claimants: { size: 13, line: 17, weight: 'regular', mostLines: 8 },
  caveat: { size: 13, line: 17, weight: 'regular', mostLines: 4 },
} as const
/** Room for the icon before the status word. */
export const ICON = 20

export function layoutGraph(view: GraphView, { width, rtl }: LayoutOptions): PlacedGraph {
  const side = Math.round(width * SIDE)
  const card = Math.round(width * CARD)
  const edges = view.links
  const given = [view.data, view.cards, view.uses].map((nodes) => nodes.map(({ id }) => id))
  const columns = orderColumns({ columns: given, edges })

  const boxes = new Map<string, Box>()
  for (const node of view.data) boxes.set(node.id, labelBox(node, 'data', 0, side))
  for (const node of view.cards) boxes.set(node.id, cardBox(node, columnAt('card', width), card))
  for (const node of view.uses) boxes.set(node.id, labelBox(node, 'use', columnAt('use', width), side))
  const placed = placeRows(columns, boxes, edges)
  const { messages } = view.frame
  const notes = [
    ...notesOf(view, 'data', columns[0] ?? [], messages.ui.noData),
    ...notesOf(view, 'use', columns[2] ?? [], messages.ui.noUse),
  ].map((note) => ({ ...note, lines: wrapText(note.text, { ...TYPE.claimants, width: side - PAD }) }))
  const tops = placeNotes(placed, columns, boxes, notes)

  const nodes = columns.flat().flatMap((id): readonly PlacedNode[] => {
    const box = boxes.get(id)
    return box ? [{ ...box, id, y: tops.get(id) ?? TOP, x: rtl ? width - box.x - box.width : box.x }] : []
  })
  const bottoms = [
    ...nodes.map((node) => node.y + node.height),
    ...notes.map((note) => (tops.get(note.id) ?? TOP) + note.lines.length * TYPE.claimants.line),
  ]
  const bottom = Math.ceil(Math.max(TOP, ...bottoms))
  const legend = layoutLegend(view.cards, { width, top: bottom + OVER_LEGEND, messages })
  return {
    width,
    height: legend.height === 0 ? bottom + 4 : bottom + OVER_LEGEND + legend.height,
    nodes,
    edges: routeEdges(nodes, edges, rtl),
    notes: notes.map(({ id, column, lines }) => {
      const x = columnAt(column, width) + PAD
      return { x: rtl ? width - x : x, lines, y: round((tops.get(id) ?? TOP) + TYPE.claimants.size) }
    }),
    legend: legend.entries,
    crossings: countCrossings(columns, edges),
  }
}

/** Where a column begins, from the left. */
export function columnAt(column: PlacedNode['column'], width: number): number {
  const [side, card] = [Math.round(width * SIDE), Math.round(width * CARD)]
  return column === 'data' ? 0 : column === 'use' ? width - side : side + (width - 2 * side - card) / 2
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
  return fromTop(tops)
}

interface Note {
  readonly id: string
  readonly card: string
  readonly column: 'data' | 'use'
  readonly text: string
}

/** For which use, or which data, is what a reader asks: where nobody says, it says so. */
function notesOf(view: GraphView, column: Note['column'], ids: readonly string[], text: string): readonly Note[] {
  const known = new Set(ids)
  const joined = new Set(view.links.flatMap(({ from, to }) => (known.has(from) ? [to] : known.has(to) ? [from] : [])))
  return view.cards
    .filter(({ id }) => !joined.has(id))
    .map(({ id }) => ({ id: `${column}-of-${id}`, card: id, column, text }))
}

/** Notes stand beside their cards, and push aside what stands there. */
function placeNotes(
  tops: ReadonlyMap<string, number>,
  columns: readonly (readonly string[])[],
  boxes: ReadonlyMap<string, Box>,
  notes: readonly (Note & { readonly lines: readonly string[] })[],
): ReadonlyMap<string, number> {
  const placed = new Map(tops)
  for (const [column, ids] of [['data', columns[0]] as const, ['use', columns[2]] as const]) {
    const items = [
      ...(ids ?? []).map((id) => ({ id, height: boxes.get(id)?.height ?? 0, top: tops.get(id) ?? TOP })),
      ...notes
        .filter((note) => note.column === column)
        .map(({ id, card, lines }) => {
          const height = lines.length * TYPE.claimants.line
          return { id, height, top: (tops.get(card) ?? TOP) + ((boxes.get(card)?.height ?? 0) - height) / 2 }
        }),
    ].sort((a, b) => a.top + a.height / 2 - (b.top + b.height / 2))
    const spreadTops = spread(
      items.map(({ top }) => top),
      items.map(({ height }) => height),
    )
    for (const [i, { id }] of items.entries()) placed.set(id, spreadTops[i] ?? TOP)
  }
  return fromTop(placed)
}

/** As high up as can be. */
function fromTop(tops: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const highest = Math.min(TOP, ...tops.values())
  return new Map([...tops].map(([id, y]) => [id, round(y + TOP - highest)]))
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
