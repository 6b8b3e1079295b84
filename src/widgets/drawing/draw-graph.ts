import type { StandingName } from '../../domain/standing.ts'
import { headlineText } from '../../sentences/headline.ts'
import { el, join, type Markup } from '../html/markup.ts'
import { type Theme, TOKENS } from '../tokens.ts'
import { annotationsOn } from '../view/claim-card.ts'
import type { ClaimCard, GraphView } from '../view/view.ts'
import { drawIcon } from './draw-icon.ts'
import { drawLine } from './draw-line.ts'
import { graphColumnAt, ICON, TYPE } from './graph-measures.ts'
import { layoutGraph, type PlacedEdge, type PlacedGraph, type PlacedNode, type PlacedNote } from './layout-graph.ts'
import { LEGEND, type LegendEntry } from './legend.ts'
import { FAMILIES, type LineAttributes, pictureText, type TextAttributes } from './picture-text.ts'

export interface DrawOptions {
  readonly width: number
  /** Prefix of element ids, for several drawings on one page. */
  readonly idPrefix: string
  /** Theme whose colours a picture writes out. Null for a page, where the style sheet sets them. */
  readonly concrete: Theme | null
}

/**
 * Draws data categories, claim cards and uses in three columns. A card links to its item in the list below, so that it
 * works without scripts; other nodes link to their pages. Null without cards.
 */
export const drawGraph = (view: GraphView, options: DrawOptions): Markup | null =>
  view.cards.length === 0 ? null : drawPlacedGraph(view, placeGraph(view, options.width), options)

/** Computes the places of a drawing in the direction of its language. */
export const placeGraph = (view: GraphView, width: number): PlacedGraph =>
  layoutGraph(view, { width, rtl: view.header.messages.direction === 'rtl' })

/** Draws a graph whose places are computed. */
export function drawPlacedGraph(view: GraphView, placed: PlacedGraph, options: DrawOptions): Markup {
  const { messages, title, summary } = view.header
  const rtl = messages.direction === 'rtl'
  const { idPrefix } = options
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${placed.width} ${placed.height}`,
      // Strokes of boxes at the border reach beyond it; another picture must not clip them.
      ...(options.concrete ? { width: placed.width, height: placed.height, overflow: 'visible' } : {}),
      role: 'graphics-document',
      'aria-roledescription': messages.ui.diagram,
      'aria-labelledby': summary === '' ? `${idPrefix}title` : `${idPrefix}title ${idPrefix}summary`,
      direction: 'ltr',
      class: 'sanad-svg',
    },
    options.concrete !== null && el('title', {}, title),
    headings(view, placed, rtl, options),
    el(
      'g',
      { 'aria-hidden': 'true' },
      placed.edges.map((edge) => drawEdge(edge, rtl, options)),
      placed.notes.map((note) => drawNote(note, rtl, options)),
    ),
    placed.nodes.map((node) => drawNode(node, view, rtl, options)),
    el(
      'g',
      { 'aria-hidden': 'true' },
      placed.legend.map((entry) => drawLegendEntry(entry, rtl, options)),
    ),
  )
}

function drawNote({ x, y, lines }: PlacedNote, rtl: boolean, options: DrawOptions): Markup {
  const { size, line, weight } = TYPE.by
  const style = textStyle('muted', size, weight, rtl, options)
  return join(...lines.map((text, i) => join(lineOf(text, { x, y: y + i * line, ...style }, rtl, options), ' ')))
}

function drawLegendEntry({ status, word, x, y }: LegendEntry, rtl: boolean, options: DrawOptions): Markup {
  const { line, icon, gap, size } = LEGEND
  const direction = rtl ? -1 : 1
  const middle = y + 8
  const colour = options.concrete === null ? null : TOKENS.statuses[status].text[options.concrete]
  const iconAt = rtl ? x - line - gap - icon : x + line + gap
  const wordAt = x + direction * (line + icon + 2 * gap)
  return el(
    'g',
    { class: `sanad-s-${status.toLowerCase()}` },
    drawLine(status, options.concrete, (stroke) =>
      el('path', { d: `M${x} ${middle}H${x + direction * line}`, fill: 'none', ...stroke }),
    ),
    drawIcon(status, { x: iconAt, y: middle - 7, scale: 0.875, rtl, colour }),
    lineOf(word, { x: wordAt, y: middle + 5, ...textStyle('text', size, 'regular', rtl, options) }, rtl, options),
    ' ',
  )
}

const lineOf = (text: string, attributes: LineAttributes, rtl: boolean, { concrete }: DrawOptions): Markup =>
  concrete ? pictureText(text, attributes, rtl) : el('text', attributes, text)

function headings(view: GraphView, placed: PlacedGraph, rtl: boolean, options: DrawOptions): Markup {
  const { ui } = view.header.messages
  const over = { data: ui.data, card: ui.saidBy, use: ui.use } as const
  const columns = (['data', 'card', 'use'] as const).map((column) => {
    const x = graphColumnAt(column, placed.width)
    return { column, x: rtl ? placed.width - x : x }
  })
  return el(
    'g',
    { 'aria-hidden': 'true', class: 'sanad-heads' },
    columns.map(({ column, x }) => [
      lineOf(over[column], { x, y: 16, ...textStyle('muted', 13, 'bold', rtl, options) }, rtl, options),
      ' ',
    ]),
  )
}

function drawEdge({ from, to, status, path, arrow }: PlacedEdge, rtl: boolean, options: DrawOptions): Markup {
  const end = path.split(' ').slice(-2).map(Number)
  const [x = 0, y = 0] = end
  const tip = rtl ? x - 7 : x + 7
  return el(
    'g',
    { class: `sanad-edge sanad-s-${status.toLowerCase()}`, 'data-from': from, 'data-to': to },
    drawLine(status, options.concrete, (stroke) => el('path', { d: path, fill: 'none', ...stroke })),
    arrow &&
      el('path', { class: 'sanad-tip', d: `M${x} ${y - 4}L${tip} ${y}L${x} ${y + 4}Z`, ...fill(status, options) }),
  )
}

function drawNode(placed: PlacedNode, view: GraphView, rtl: boolean, options: DrawOptions): Markup {
  const card = 'status' in placed.node ? placed.node : null
  const links = view.links.flatMap(({ from, to }) => (from === placed.id ? [to] : []))
  const label = 'status' in placed.node ? cardLabel(placed.node) : placed.node.label
  const href = card ? `#${options.idPrefix}claim-${card.slug}` : placed.node.href
  return el(
    'g',
    {
      role: 'graphics-object',
      'aria-label': label,
      class: `sanad-node sanad-${placed.column}${card ? ` sanad-s-${card.status.toLowerCase()}` : ''}`,
      transform: `translate(${placed.x} ${placed.y})`,
      'data-id': placed.id,
      'data-column': ['data', 'card', 'use'].indexOf(placed.column),
      'data-links': links.length === 0 ? null : links.join(' '),
    },
    el('a', { href, ...(card ? {} : { target: '_top' }) }, box(placed, options), nodeText(placed, rtl, options)),
    ' ',
  )
}

const cardLabel = (card: ClaimCard): string => [headlineText(card.headline), ...annotationsOn(card)].join('. ')

function box({ node, width, height, column }: PlacedNode, { concrete }: DrawOptions): Markup {
  if ('status' in node) {
    const behind = concrete === null ? {} : { fill: TOKENS.statuses[node.status].fill[concrete] }
    return drawLine(node.status, concrete, (stroke, isInner) =>
      el('rect', {
        width,
        height,
        rx: TOKENS.radii.card,
        ...(isInner ? { fill: 'none' } : behind),
        ...stroke,
        class: isInner ? stroke.class : `sanad-box ${stroke.class}`,
      }),
    )
  }
  const { use, data, control } = TOKENS.colours
  const paint = concrete === null ? {} : { fill: (column === 'use' ? use : data)[concrete], stroke: control[concrete] }
  return el('rect', {
    width,
    height,
    rx: column === 'use' ? TOKENS.radii.pill : TOKENS.radii.box,
    class: 'sanad-box',
    ...paint,
  })
}

function nodeText({ node, lines, width }: PlacedNode, rtl: boolean, options: DrawOptions): Markup {
  const start = rtl ? width - 12 : 12
  const indent = rtl ? -ICON : ICON
  return join(
    ...('status' in node ? [icon(node, lines, rtl ? width - 12 - 15 : 12, options, rtl)] : []),
    ...lines.map(({ text, kind, y }) => {
      const { size, weight } = TYPE[kind]
      const colour = kind === 'by' || kind === 'caveat' ? 'muted' : kind === 'status' ? 'status' : 'text'
      const style = textStyle(colour, size, weight, rtl, options, 'status' in node ? node.status : null)
      const x = kind === 'status' ? start + indent : start
      const slant = kind === 'caveat' ? { 'font-style': 'italic' } : {}
      // White space between lines separates words in copied text.
      return join(lineOf(text, { x, y, ...style, ...slant }, rtl, options), ' ')
    }),
  )
}

function icon(node: ClaimCard, lines: PlacedNode['lines'], x: number, { concrete }: DrawOptions, rtl: boolean): Markup {
  const y = (lines.find(({ kind }) => kind === 'status')?.y ?? 24) - 12
  const colour = concrete === null ? null : TOKENS.statuses[node.status].text[concrete]
  return drawIcon(node.status, { x, y, scale: 0.92, rtl, colour })
}

const fill = (status: StandingName, { concrete }: DrawOptions): Record<string, string> =>
  concrete === null ? {} : { fill: TOKENS.statuses[status].line[concrete] }

function textStyle(
  colour: 'text' | 'muted' | 'status',
  size: number,
  weight: 'regular' | 'bold',
  rtl: boolean,
  { concrete }: DrawOptions,
  status: StandingName | null = null,
): TextAttributes {
  const anchor = rtl ? { 'text-anchor': 'end' as const } : {}
  const common = { 'font-size': size, ...(weight === 'bold' ? { 'font-weight': 700 } : {}), ...anchor }
  if (concrete === null) return { class: `sanad-t sanad-t-${colour}`, ...common }
  const { text, muted } = TOKENS.colours
  const pair = colour === 'status' && status !== null ? TOKENS.statuses[status].text : colour === 'muted' ? muted : text
  return { ...common, 'font-family': FAMILIES, fill: pair[concrete] }
}
