import { headlineText } from '../../sentences/headline.ts'
import { el, join, type Markup } from '../html/markup.ts'
import { type Theme, TOKENS } from '../tokens.ts'
import { annotationsOn } from '../view/claim-card.ts'
import type { ClaimCard, GraphView } from '../view/view.ts'
import type { TextLine } from './card-lines.ts'
import { drawIcon } from './draw-icon.ts'
import { drawLine } from './draw-line.ts'
import { layoutGraph, type PlacedEdge, type PlacedGraph, type PlacedHead, type PlacedNode } from './layout-graph.ts'
import { CLOSE, LINES, type LineKind, PICTURE, type Spacing } from './picture-measures.ts'
import { FAMILIES, type LineAttributes, pictureText, SERIF_FAMILIES, type TextAttributes } from './picture-text.ts'
import { boxColours, LINE_COLOURS, placeBar, placeIcon, placeText } from './place-marks.ts'

export interface DrawOptions {
  readonly width: number
  /** Prefix of element ids, for several drawings on one page. */
  readonly idPrefix: string
  /** Theme whose colours a picture writes out. Null for a page, where the style sheet sets them. */
  readonly concrete: Theme | null
}

/**
 * Draws the picture of claims. A card links to its item in the list below, so that it works without scripts; other nodes
 * link to their pages. Null without cards.
 */
export const drawGraph = (view: GraphView, options: DrawOptions): Markup | null =>
  view.cards.length === 0 ? null : drawPlacedGraph(view, placeGraph(view, options.width, CLOSE), options)

/** Computes the places of a drawing in the direction of its language. */
export const placeGraph = (view: GraphView, width: number, spacing: Spacing): PlacedGraph =>
  layoutGraph(view, { width, spacing, rtl: view.header.messages.direction === 'rtl' })

/** Draws a graph whose places are computed. */
export function drawPlacedGraph(view: GraphView, placed: PlacedGraph, options: DrawOptions): Markup {
  const { messages, title, summary } = view.header
  const rtl = messages.direction === 'rtl'
  const { idPrefix, concrete } = options
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${placed.width} ${placed.height}`,
      // Strokes of boxes at the border reach beyond it; another picture must not clip them.
      ...(concrete ? { width: placed.width, height: placed.height, overflow: 'visible' } : {}),
      role: 'graphics-document',
      'aria-roledescription': messages.ui.diagram,
      'aria-labelledby': summary === '' ? `${idPrefix}title` : `${idPrefix}title ${idPrefix}summary`,
      direction: 'ltr',
      class: 'sanad-svg sanad-picture',
    },
    concrete !== null && el('title', {}, title),
    el(
      'g',
      { 'aria-hidden': 'true' },
      placed.bandHeight > 0 && band(placed, concrete),
      placed.heads.map((head) => drawHead(head, rtl, options)),
      placed.edges.map((edge) => drawEdge(edge, rtl, options)),
    ),
    placed.nodes.map((node) => drawNode(node, rtl, options)),
  )
}

/** The band covers the margins of the embed on both sides. */
const band = ({ width, bandHeight }: PlacedGraph, concrete: Theme | null): Markup =>
  el('rect', {
    class: 'sanad-band',
    x: -BLEED,
    y: 0,
    width: width + 2 * BLEED,
    height: bandHeight,
    ...(concrete === null ? {} : { fill: TOKENS.colours.raised[concrete] }),
  })

const BLEED = 16

const lineOf = (text: string, attributes: LineAttributes, rtl: boolean, { concrete }: DrawOptions): Markup =>
  concrete ? pictureText(text, attributes, rtl) : el('text', attributes, text)

function drawHead({ text, kind, x, y }: PlacedHead, rtl: boolean, options: DrawOptions): Markup {
  return join(lineOf(text, { x, y, ...textStyle(kind, null, rtl, options) }, rtl, options), ' ')
}

function drawEdge({ from, to, status, path, tip }: PlacedEdge, rtl: boolean, options: DrawOptions): Markup {
  const { concrete } = options
  const back = rtl ? PICTURE.arrow : -PICTURE.arrow
  return el(
    'g',
    { class: `sanad-edge sanad-s-${status.toLowerCase()}`, 'data-from': from, 'data-to': to },
    drawLine(status, concrete, (stroke) => el('path', { d: path, fill: 'none', ...stroke })),
    tip !== null &&
      el('path', {
        class: 'sanad-tip',
        d: `M${tip[0] + back} ${tip[1] - 4.5}L${tip[0]} ${tip[1]}L${tip[0] + back} ${tip[1] + 4.5}Z`,
        ...(concrete === null ? {} : { fill: TOKENS.statuses[status].line[concrete] }),
      }),
  )
}

function drawNode(placed: PlacedNode, rtl: boolean, options: DrawOptions): Markup {
  const { node, column } = placed
  const card = 'status' in node ? node : null
  const label = 'status' in node ? cardLabel(node) : node.label
  const href = 'status' in node ? `#${options.idPrefix}claim-${node.slug}` : node.href
  return el(
    'g',
    {
      role: 'graphics-object',
      'aria-label': label,
      class: `sanad-node sanad-${card ? 'card' : column}${card ? ` sanad-s-${card.status.toLowerCase()}` : ''}`,
      transform: `translate(${placed.x} ${placed.y})`,
      'data-id': placed.id,
      'data-column': ['data', 'card', 'use'].indexOf(column),
      'data-links': placed.leadsTo.length === 0 ? null : placed.leadsTo.join(' '),
    },
    el(
      'a',
      { href, ...(card ? { target: '_self' } : {}) },
      box(placed, options),
      card && statusBar(card, placed, rtl, options),
      nodeText(placed, rtl, options),
    ),
    ' ',
  )
}

const cardLabel = (card: ClaimCard): string => [headlineText(card.headline), ...annotationsOn(card)].join('. ')

function box({ node, width, height, column }: PlacedNode, { concrete }: DrawOptions): Markup {
  const isCard = 'status' in node
  const { fill, stroke } = boxColours({ node, column })
  return el('rect', {
    width,
    height,
    // Data of one card join to one box, so that their corners are square.
    rx: isCard ? 3 : column === 'use' ? 14 : 0,
    class: 'sanad-box',
    ...(concrete === null ? {} : { fill: TOKENS.colours[fill][concrete], stroke: TOKENS.colours[stroke][concrete] }),
  })
}

/** Bar in the line of the status, along the start of a card. */
function statusBar({ status }: ClaimCard, placed: PlacedNode, rtl: boolean, { concrete }: DrawOptions) {
  const { x, top, bottom } = placeBar(placed, rtl)
  return drawLine(status, concrete, (stroke) => el('path', { d: `M${x} ${top}V${bottom}`, fill: 'none', ...stroke }))
}

function nodeText(placed: PlacedNode, rtl: boolean, options: DrawOptions): Markup {
  const { node, lines } = placed
  const card = 'status' in node ? node : null
  return join(
    card && icon(card, placed, rtl, options),
    ...lines.map((line, i) => {
      const { x, y, isEndAnchored } = placeText(line, placed, rtl)
      const style = textStyle(line.kind, card, isEndAnchored, options)
      const attributes = { x, y, ...style, ...(line.language === undefined ? {} : { lang: line.language }) }
      const [before, after] = [lines[i - 1], lines[i + 1]]
      if (!isEndAnchored && options.concrete === null) {
        if (before && isInOneLine(before, line)) return ''
        if (after && isInOneLine(line, after)) {
          const by = { ...textStyle(after.kind, card, false, options), 'font-weight': 400 }
          return join(el('text', attributes, line.text, ' ', el('tspan', by, after.text)), ' ')
        }
      }
      // White space between lines separates words in copied text.
      return join(lineOf(line.text, attributes, isEndAnchored, options), ' ')
    }),
  )
}

/** True for a status and the by-line beside it. A browser draws them as one text: its font may be narrower than the measured one. */
const isInOneLine = (status: TextLine, by: TextLine): boolean =>
  status.kind === 'status' && by.kind === 'by' && status.y === by.y

function icon({ status }: ClaimCard, placed: PlacedNode, rtl: boolean, { concrete }: DrawOptions): Markup {
  const colour = concrete === null ? null : TOKENS.statuses[status].text[concrete]
  return drawIcon(status, { ...placeIcon(placed, rtl), scale: PICTURE.icon / 16, rtl, colour })
}

function textStyle(
  kind: LineKind,
  card: ClaimCard | null,
  isEndAnchored: boolean,
  { concrete }: DrawOptions,
): TextAttributes {
  const { size, weight, isSerif } = LINES[kind]
  const colour = LINE_COLOURS[kind]
  const common = {
    'font-size': size,
    ...(weight === 'bold' ? { 'font-weight': 700 } : {}),
    ...(isEndAnchored ? { 'text-anchor': 'end' as const } : {}),
  }
  if (concrete === null) return { class: `sanad-t sanad-t-${colour}${isSerif ? ' sanad-serif' : ''}`, ...common }
  const { text, muted } = TOKENS.colours
  const pair = colour === 'status' && card ? TOKENS.statuses[card.status].text : colour === 'muted' ? muted : text
  return { ...common, 'font-family': isSerif ? SERIF_FAMILIES : FAMILIES, fill: pair[concrete] }
}
