import { TOKENS } from '../tokens.ts'
import type { ClaimCard } from '../view/view.ts'
import type { PlacedGraph, PlacedHead, PlacedNode } from './layout-graph.ts'
import { LINES, type LineKind, PICTURE } from './picture-measures.ts'
import { boxColours, LINE_COLOURS, placeBar, placeIcon, placeText } from './place-marks.ts'

/**
 * Places of all parts of a picture of claims in px, for designers who redraw it. x and y are from the upper left corner of the
 * picture. Colours are names of tokens: `card`, or `status.DENIED.line`.
 */
export interface GraphPositions {
  readonly width: number
  readonly height: number
  /** Lower edge of the band across the picture; 0 without one. */
  readonly bandHeight: number
  readonly nodes: readonly PositionedNode[]
  readonly edges: readonly PositionedEdge[]
  readonly texts: readonly PositionedText[]
}

export interface PositionedNode {
  readonly id: string
  readonly role: 'claim' | 'data' | 'use'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: string
  readonly stroke: string
  /** Ids of the nodes that it leads to. */
  readonly leadsTo: readonly string[]
  /** Slug of the claim, with the marks of its status; null for other nodes. */
  readonly claim: string | null
  readonly bar: { readonly x: number; readonly top: number; readonly bottom: number; readonly colour: string } | null
  readonly icon: { readonly x: number; readonly y: number; readonly size: number; readonly colour: string } | null
}

export interface PositionedEdge {
  readonly from: string
  readonly to: string
  readonly status: string
  readonly colour: string
  /** Path of SVG. */
  readonly path: string
  /** Point of the arrow; null for none. */
  readonly tip: readonly [x: number, y: number] | null
}

export interface PositionedText {
  readonly text: string
  readonly role: LineKind
  /** Node that it stands in; null for a head. */
  readonly node: string | null
  /** Place of the baseline; `anchor` is the end of the text that is at x. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly size: number
  readonly weight: 'regular' | 'bold'
  readonly face: 'sans' | 'serif'
  readonly colour: string
  /** BCP 47; null for the language of the picture. */
  readonly language: string | null
}

/** @param rtl true for a picture read from right to left */
export const graphPositions = (placed: PlacedGraph, rtl: boolean): GraphPositions => ({
  width: placed.width,
  height: placed.height,
  bandHeight: placed.bandHeight,
  nodes: placed.nodes.map((node) => positionNode(node, rtl)),
  edges: placed.edges.map(({ from, to, status, path, tip }) => ({
    from,
    to,
    status,
    colour: `status.${status}.line`,
    path,
    tip,
  })),
  texts: [
    ...placed.heads.map((head) => positionHead(head, rtl)),
    ...placed.nodes.flatMap((node) => positionTexts(node, rtl)),
  ],
})

const cardOf = ({ node }: PlacedNode): ClaimCard | null => ('status' in node ? node : null)

function positionNode(placed: PlacedNode, rtl: boolean): PositionedNode {
  const { id, x, y, width, height, leadsTo, column } = placed
  const card = cardOf(placed)
  const bar = placeBar(placed, rtl)
  const icon = placeIcon(placed, rtl)
  return {
    id,
    role: card ? 'claim' : column === 'use' ? 'use' : 'data',
    x,
    y,
    width,
    height,
    ...boxColours(placed),
    leadsTo,
    claim: card?.slug ?? null,
    bar: card && {
      x: sum(x, bar.x),
      top: sum(y, bar.top),
      bottom: sum(y, bar.bottom),
      colour: `status.${card.status}.line`,
    },
    icon: card && {
      x: sum(x, icon.x),
      y: sum(y, icon.y),
      size: PICTURE.icon,
      colour: `status.${card.status}.text`,
    },
  }
}

const positionHead = ({ text, kind, x, y }: PlacedHead, rtl: boolean): PositionedText => ({
  text,
  role: kind,
  node: null,
  x: sum(x, 0),
  y: sum(y, 0),
  anchor: rtl ? 'end' : 'start',
  ...typeOf(kind),
  colour: LINE_COLOURS[kind],
  language: null,
})

function positionTexts(placed: PlacedNode, rtl: boolean): readonly PositionedText[] {
  const card = cardOf(placed)
  return placed.lines.map((line): PositionedText => {
    const { x, y, isEndAnchored } = placeText(line, placed, rtl)
    const colour = LINE_COLOURS[line.kind]
    return {
      text: line.text,
      role: line.kind,
      node: placed.id,
      x: sum(placed.x, x),
      y: sum(placed.y, y),
      anchor: isEndAnchored ? 'end' : 'start',
      ...typeOf(line.kind),
      colour: colour === 'status' ? (card ? `status.${card.status}.text` : 'text') : colour,
      language: line.language ?? null,
    }
  })
}

const typeOf = (kind: LineKind): Pick<PositionedText, 'size' | 'weight' | 'face'> => {
  const { size, weight, isSerif } = LINES[kind]
  return { size, weight, face: isSerif ? 'serif' : 'sans' }
}

/** Adds and rounds to 0.01. */
const sum = (a: number, b: number): number => Math.round((a + b) * 100) / 100

/** Returns the colours of the light and of the dark theme by the names that positions use. */
export function coloursOf({ nodes, edges, texts }: GraphPositions) {
  const names = [
    ...nodes.flatMap(({ fill, stroke, bar, icon }) => [fill, stroke, bar?.colour, icon?.colour]),
    ...edges.map(({ colour }) => colour),
    ...texts.map(({ colour }) => colour),
  ]
  const used = new Set(names)
  const statuses = Object.entries(TOKENS.statuses).flatMap(([status, { text, line }]) => [
    [`status.${status}.text`, text] as const,
    [`status.${status}.line`, line] as const,
  ])
  return Object.fromEntries([...Object.entries(TOKENS.colours), ...statuses].filter(([name]) => used.has(name)))
}
