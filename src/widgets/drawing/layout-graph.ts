import type { StandingName } from '../../domain/standing.ts'
import type { ClaimCard, GraphView, PictureBand, PictureGroup, ViewNode } from '../view/view.ts'
import { cardLines, labelLines, type TextBox, type TextLine } from './card-lines.ts'
import { measureText } from './measure-text.ts'
import { LINES, measured, PICTURE, type Spacing } from './picture-measures.ts'

export type GraphColumn = 'data' | 'card' | 'use'

/** Places of all boxes, lines and texts of a drawing, in px. */
export interface PlacedGraph {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly heads: readonly PlacedHead[]
  /** Lower edge of the band; 0 without one. */
  readonly bandHeight: number
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
  /** Ids of nodes that it leads to. */
  readonly leadsTo: readonly string[]
}

export interface PlacedHead {
  readonly text: string
  readonly kind: 'head' | 'note'
  /** Start: the right end for text from right to left. */
  readonly x: number
  readonly y: number
}

export interface PlacedEdge {
  readonly from: string
  readonly to: string
  readonly status: StandingName
  readonly path: string
  /** Point of the arrow; null for none. */
  readonly tip: readonly [x: number, y: number] | null
}

export interface LayoutOptions {
  readonly width: number
  readonly rtl: boolean
  readonly spacing: Spacing
}

/** Computes the places of a drawing. The same view and options give the same numbers. */
export function layoutGraph(view: GraphView, { width, rtl, spacing }: LayoutOptions): PlacedGraph {
  const band = view.band === null ? NO_PART : placeBand(view.band, view, width, spacing)
  const rows = view.groups.length === 0 ? NO_PART : placeGroups(view, { width, spacing, top: band.height })
  const placed = [...band.nodes, ...rows.nodes]
  const heads = [...band.heads, ...rows.heads]
  return {
    width,
    height: Math.ceil(band.height + rows.height + 2),
    nodes: rtl ? placed.map((node) => ({ ...node, x: width - node.x - node.width })) : placed,
    edges: rows.edges.map((edge) => edgePath(edge, width, rtl)),
    heads: rtl ? heads.map((head) => ({ ...head, x: width - head.x })) : heads,
    bandHeight: band.height,
  }
}

interface Part {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly Line[]
  readonly heads: readonly PlacedHead[]
  readonly height: number
}
const NO_PART: Part = { nodes: [], edges: [], heads: [], height: 0 }

/** Line between two nodes, in a drawing from left to right. */
interface Line {
  readonly from: PlacedNode
  readonly to: PlacedNode
  readonly status: StandingName
  readonly y1: number
  readonly y2: number
}

const HEAD_BASE = 18

function placeBand(band: PictureBand, { header }: GraphView, width: number, spacing: Spacing): Part {
  const { title, rows } = band
  const column = (width - PICTURE.bandGap) / 2
  const besideTitle = measureText(`${title} `, measured(LINES.head)) + 4
  const rooms = [column - besideTitle, column] as const
  const isFitting = (words: string | null, side: 0 | 1): words is string =>
    words !== null && measureText(words, measured(LINES.note)) <= rooms[side]
  const isShared = ([0, 1] as const).map((side) => isFitting(band.sources[side], side))
  const [own, others] = ([0, 1] as const).map(
    (side) => (isShared[side] ? band.sources[side] : null) ?? band.heads[side],
  )
  const xOf = (side: number): number => side * (column + PICTURE.bandGap)
  const nodes: PlacedNode[] = []
  let y: number = spacing.bandTop + PICTURE.head
  for (const row of rows) {
    const boxes = row.map(
      (card, side) =>
        card && cardLines(card, { width: column, spacing, isSourceAbove: isShared[side] === true }, header.messages),
    )
    const height = Math.max(...boxes.map((box) => box?.height ?? 0))
    for (const [side, card] of row.entries()) {
      if (card === null) continue
      const other = side === 0 ? (row[1]?.id ?? null) : null
      const leadsTo = other === null ? [] : [other]
      const box = { lines: boxes[side]?.lines ?? [], height }
      nodes.push(placeBox(card, box, { column: side === 0 ? 'data' : 'card', x: xOf(side), y, width: column, leadsTo }))
    }
    y += height + spacing.bandRowGap
  }
  const top = spacing.bandTop + HEAD_BASE - 3
  const heads: PlacedHead[] = [
    { text: title, kind: 'head', x: 0, y: top },
    ...(own ? [{ text: own, kind: 'note' as const, x: besideTitle, y: top }] : []),
    ...(!others ? [] : [{ text: others, kind: 'note' as const, x: xOf(1), y: top }]),
  ]
  return { nodes, edges: [], heads, height: y - spacing.bandRowGap + spacing.bandBottom }
}

function placeGroups(
  { groups, header }: GraphView,
  { width, spacing, top }: Pick<Place, 'width' | 'spacing'> & { readonly top: number },
): Part {
  const { picture } = header.messages.ui
  const cardX = PICTURE.data + PICTURE.dataGap
  const endX = width - PICTURE.end
  const nodes: PlacedNode[] = []
  const edges: Line[] = []
  let y = top + PICTURE.head + 2
  let dataY = y
  for (const group of groups) {
    const placed = placeGroup(group, { y, dataY, width, spacing, cardX, endX, messages: header.messages })
    nodes.push(...placed.nodes)
    edges.push(...placed.edges)
    y += placed.height + spacing.groupGap
    dataY = placed.dataY
  }
  const hasData = groups.some(({ rows }) => rows.some(({ data }) => data.length > 0))
  const hasEnds = groups.some(({ ends }) => ends.length > 0)
  const at = top + HEAD_BASE
  const heads: PlacedHead[] = [
    ...(hasData ? [{ text: picture.data, kind: 'head' as const, x: 0, y: at }] : []),
    { text: picture.uses, kind: 'head', x: cardX, y: at },
    ...(hasEnds ? [{ text: picture.ends, kind: 'head' as const, x: endX, y: at }] : []),
  ]
  return { nodes, edges, heads, height: Math.max(y - spacing.groupGap, dataY - spacing.rowGap) - top }
}

interface Place {
  readonly y: number
  /** Least y of the data, which may begin above its card, and end below it. */
  readonly dataY: number
  readonly width: number
  readonly spacing: Spacing
  readonly cardX: number
  readonly endX: number
  readonly messages: GraphView['header']['messages']
}

/**
 * Places one row a card; its data is centred on it, and the ends are centred on all rows of the group. Data that is higher
 * than its card reaches beside the cards above and below, where these leave room.
 */
function placeGroup(
  { rows, ends }: PictureGroup,
  { y: top, dataY, width, spacing, cardX, endX, messages }: Place,
): Omit<Part, 'heads'> & { readonly dataY: number } {
  const cardWidth = endX - PICTURE.endGap - cardX
  const endBoxes = ends.map((node) => labelLines(node, width - endX))
  const endHeight = stackedHeight(endBoxes)
  const drawn = rows.map(({ card, data }) => {
    const box = cardLines(card, { width: cardWidth, spacing }, messages)
    const dataBoxes = data.map((node) => labelLines(node, PICTURE.data))
    return { card, data, box, dataBoxes, dataHeight: stackedHeight(dataBoxes, JOINED) }
  })
  const cardsHeight = drawn.reduce((sum, { box }) => sum + box.height, 0) + spacing.rowGap * (rows.length - 1)
  let y = top + Math.max(0, endHeight - cardsHeight) / 2
  let free = dataY
  const middles = drawn.map(({ box, dataHeight }) => {
    const middle = Math.max(y + box.height / 2, dataHeight === 0 ? 0 : free + dataHeight / 2)
    y = middle + box.height / 2 + spacing.rowGap
    if (dataHeight > 0) free = middle + dataHeight / 2 + spacing.rowGap
    return middle
  })
  const height = Math.max(y - spacing.rowGap - top, endHeight)

  const endNodes = stack(ends, endBoxes, top + (height - endHeight) / 2).map(({ node, box, y }) => {
    const id = `${node.id}@${rows[0]?.card.slug ?? ''}`
    return placeBox({ ...node, id }, box, { column: 'use', x: endX, y, width: width - endX, leadsTo: [] })
  })
  const nodes: PlacedNode[] = []
  const edges: Line[] = []
  for (const [i, { card, data, box, dataBoxes, dataHeight }] of drawn.entries()) {
    const middle = middles[i] ?? 0
    const cardY = middle - box.height / 2
    const leadsTo = endNodes.map(({ id }) => id)
    const cardNode = placeBox(card, box, { column: 'card', x: cardX, y: cardY, width: cardWidth, leadsTo })
    const dataNodes = stack(data, dataBoxes, middle - dataHeight / 2, JOINED).map((one) => {
      const named = { ...one.node, id: `${one.node.id}@${card.slug}` }
      const place = { column: 'data' as const, x: 0, y: one.y, width: PICTURE.data, leadsTo: [card.id] }
      return placeBox(named, one.box, place)
    })
    // All data of a card are one box with one line: their lines lie on each other.
    for (const node of dataNodes) edges.push({ from: node, to: cardNode, status: card.status, y1: middle, y2: middle })
    for (const end of endNodes) {
      const port = (i - (rows.length - 1) / 2) * Math.min(PICTURE.port, (end.height - 8) / rows.length)
      edges.push({ from: cardNode, to: end, status: card.status, y1: middle, y2: end.y + end.height / 2 + port })
    }
    nodes.push(...dataNodes, cardNode)
  }
  return { nodes: [...nodes, ...endNodes], edges, height, dataY: free }
}

/** Gap of boxes that share their border. */
const JOINED = 0

const stackedHeight = (boxes: readonly TextBox[], gap: number = PICTURE.boxGap): number =>
  boxes.reduce((sum, { height }) => sum + height, 0) + gap * Math.max(0, boxes.length - 1)

function stack(nodes: readonly ViewNode[], boxes: readonly TextBox[], top: number, gap: number = PICTURE.boxGap) {
  let y = top
  return nodes.flatMap((node, i) => {
    const box = boxes[i]
    if (!box) return []
    const placed = { node, box, y }
    y += box.height + gap
    return [placed]
  })
}

const placeBox = (
  node: ViewNode | ClaimCard,
  { lines, height }: TextBox,
  place: Pick<PlacedNode, 'column' | 'x' | 'width' | 'leadsTo'> & { readonly y: number },
): PlacedNode => ({ ...place, id: node.id, y: round(place.y), height: round(height), lines, node })

/** Curves leave both boxes level. */
const HANDLE = 12

function edgePath({ from, to, status, y1, y2 }: Line, width: number, rtl: boolean): PlacedEdge {
  const mirror = (x: number): number => round(rtl ? width - x : x)
  const isArrow = to.column === 'use'
  const x1 = from.x + from.width
  const end = to.x
  const x2 = isArrow ? end - PICTURE.arrow : end
  const level = Math.abs(y1 - y2) < 0.5
  const [start, stop] = [`M ${mirror(x1)} ${round(y1)}`, `${mirror(x2)} ${round(y2)}`]
  const handle = Math.min(HANDLE, (x2 - x1) * 0.8)
  const path = level
    ? `${start} L ${mirror(x2)} ${round(y1)}`
    : `${start} C ${mirror(x1 + handle)} ${round(y1)} ${mirror(x2 - handle)} ${round(y2)} ${stop}`
  return { from: from.id, to: to.id, status, path, tip: isArrow ? [mirror(end), round(level ? y1 : y2)] : null }
}

/** Rounds to 0.01. */
const round = (value: number): number => Math.round(value * 100) / 100
