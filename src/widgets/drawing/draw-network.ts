import { el, join, type Markup } from '../html/markup.ts'
import type { NetworkView } from '../view/view.ts'
import { chooseEdges } from './choose-edges.ts'
import type { ChartOptions } from './draw-timeline.ts'
import { createInk, type Ink } from './ink.ts'
import { measureText } from './measure-text.ts'
import { networkKey } from './network-key.ts'
import { NAME, noteLines, type PlacedBox, type PlacedEdge, placeNetwork, VERB, WORDS } from './place-network.ts'
import type { Drawn } from './stack.ts'

/** Distance between the two arms of a loop, and radius of its corners, in px. */
const LOOP = 48
const CORNER = 12
/** Distance between the network and its key, in px. */
const KEY_GAP = 10

/**
 * Draws who says what of whom: speakers above and below, those who are spoken of in the middle, each edge in the line of
 * the speaker's act, with a key of these lines below. Boxes link to pages, labels to the list. Returns null without an edge.
 */
export function drawNetwork(
  view: NetworkView,
  { width, theme, idPrefix }: ChartOptions & { readonly idPrefix: string },
): Drawn | null {
  if (view.edges.length === 0) return null
  const { ui, direction } = view.header.messages
  const ink = createInk({ width, theme, rtl: direction === 'rtl' })
  const { boxes, edges, height: placedHeight } = placeNetwork(view, width)
  const acts = edges.map(({ edge }) => edge.act)
  const key = networkKey(acts, { width, top: placedHeight + KEY_GAP }, ink, view.header.messages)
  const height = placedHeight + KEY_GAP + key.height
  const left = view.edges.length - chooseEdges(view).length
  const linked = (href: string, ...content: readonly Markup[]): Markup =>
    theme === null ? el('a', { href, target: href.startsWith('#') ? '_self' : null }, content) : join(...content)
  const more =
    left > 0
      ? [ink.text(ui.networkParts.moreEdges(left), { x: 0, y: height + 24, size: NAME.size, colour: 'muted' })]
      : []
  return {
    drawn: join(
      edges.map((placed) => drawEdge(placed, ink, (content) => linked(`#${idPrefix}${placed.edge.id}`, content))),
      boxes.map((box) => {
        const joined = edges.flatMap(({ fromKey, toKey }) => (fromKey === box.key && toKey !== box.key ? [toKey] : []))
        return el(
          'g',
          {
            ...(theme === null ? { role: 'graphics-object', 'aria-label': box.node.label } : {}),
            class: 'sanad-node',
            'data-id': box.key,
            'data-column': box.isSpeaker ? 0 : 1,
            'data-links': joined.length === 0 ? null : joined.join(' '),
          },
          linked(box.node.href, drawBox(box, ink)),
        )
      }),
      key.drawn,
      ...more,
    ),
    height: Math.ceil(height + (left > 0 ? 32 : 2)),
  }
}

function drawEdge(placed: PlacedEdge, ink: Ink, linked: (content: Markup) => Markup): Markup {
  const { edge, fromKey, toKey } = placed
  const isLoop = edge.from === edge.to
  return el(
    'g',
    { class: 'sanad-edge', 'data-from': fromKey, 'data-to': toKey },
    isLoop ? drawLoop(placed, ink) : drawArrow(placed, ink),
    linked(drawLabel(placed, ink)),
  )
}

/** Draws the edge in two parts, so that its label stands on free ground. */
function drawArrow({ edge, x, from, to, labelY, labelHeight }: PlacedEdge, ink: Ink): Markup {
  const isDown = to > from
  const [near, far] = isDown ? [labelY, labelY + labelHeight] : [labelY + labelHeight, labelY]
  return join(
    ink.statusLine(edge.act, `M${ink.xOf(x)} ${from}V${near}M${ink.xOf(x)} ${far}V${to + (isDown ? -8 : 8)}`),
    ink.tip(edge.act, x, to, isDown),
  )
}

/** Draws a loop: down on one side of the label, up on the other. */
function drawLoop({ edge, x, from, to, labelY, labelHeight }: PlacedEdge, ink: Ink): Markup {
  const [start, end] = [ink.xOf(x - LOOP / 2), ink.xOf(x + LOOP / 2)]
  const turn = Math.sign(end - start) * CORNER
  const under = `M${start} ${labelY + labelHeight}V${from - CORNER}q0 ${CORNER} ${turn} ${CORNER}H${end - turn}q${turn} 0 ${turn} ${-CORNER}V${labelY + labelHeight}`
  return join(
    ink.statusLine(edge.act, `M${start} ${to}V${labelY}${under}M${end} ${labelY}V${to + 8}`),
    ink.tip(edge.act, x + LOOP / 2, to, false),
  )
}

function drawLabel({ edge, x, labelY, verb, words, isIconAbove }: PlacedEdge, ink: Ink): Markup {
  const firstWidth = measureText(verb[0] ?? '', { size: VERB.size, weight: 'bold' })
  const start = isIconAbove ? x - 7 : x - (firstWidth + VERB.icon) / 2
  const top = isIconAbove ? labelY + VERB.line : labelY
  const below = top + verb.length * VERB.line
  return el(
    'g',
    { class: `sanad-s-${edge.act.toLowerCase()}` },
    ink.icon(edge.act, start, labelY + 2, 14),
    verb.map((line, i) =>
      ink.text(line, {
        x: i === 0 && !isIconAbove ? start + VERB.icon + firstWidth / 2 : x,
        y: top + 13.5 + i * VERB.line,
        size: VERB.size,
        weight: 'bold',
        colour: edge.act,
        anchor: 'middle',
      }),
    ),
    words.map((line, i) => ink.text(line, { x, y: below + 13 + i * WORDS.line, size: WORDS.size, anchor: 'middle' })),
  )
}

function drawBox(box: PlacedBox, ink: Ink): Markup {
  const { x, y, width, height, lines, node, isSpeaker } = box
  const notes = isSpeaker ? [] : noteLines(node, width)
  const content = lines.length * NAME.line + notes.length * 15
  const top = y + (height - content) / 2
  const colour = isSpeaker ? 'text' : 'surface'
  const paint = isSpeaker ? ink.box('raised', 'control') : ink.box('text', 'text')
  return join(
    ink.rect(x, y, width, height, { ...paint, class: `sanad-box ${paint.class ?? ''}`.trim(), rx: 4 }),
    lines.map((line, i) =>
      ink.text(line, {
        x: x + width / 2,
        y: top + 13 + i * NAME.line,
        size: NAME.size,
        weight: 'bold',
        colour,
        anchor: 'middle',
      }),
    ),
    notes.map((line, i) =>
      ink.text(line, {
        x: x + width / 2,
        y: top + lines.length * NAME.line + 11 + i * 15,
        size: WORDS.size,
        colour,
        anchor: 'middle',
      }),
    ),
  )
}
