import type { Status } from '../../domain/claim-status-types.ts'
import { el, join, type Markup } from '../markup.ts'
import type { ClaimCard, GraphView } from '../view.ts'
import { ICON, layoutGraph, type PlacedEdge, type PlacedGraph, type PlacedNode, TYPE } from './layout-graph.ts'
import { MARKS } from './marks.ts'
import { LINES, PALETTES, type ThemeName } from './palette.ts'

export interface DrawOptions {
  readonly width: number
  /** Keeps the ids of two drawings on one page apart. */
  readonly idPrefix: string
  /** Colours written out, for pictures; null leaves them to the style sheet. */
  readonly concrete: ThemeName | null
}

/** Data → claim cards → uses. Every node is a link to its item in the list below, so that it works without scripts. */
export function drawGraph(view: GraphView, options: DrawOptions): Markup | null {
  if (view.cards.length === 0) return null
  const { messages, title, summary } = view.frame
  const rtl = messages.direction === 'rtl'
  const placed = layoutGraph(view, { width: options.width, rtl })
  const { idPrefix } = options
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${placed.width} ${placed.height}`,
      ...(options.concrete ? { width: placed.width, height: placed.height } : {}),
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
    ),
    placed.nodes.map((node) => drawNode(node, view, rtl, options)),
  )
}

function headings(view: GraphView, placed: PlacedGraph, rtl: boolean, options: DrawOptions): Markup {
  const { ui } = view.frame.messages
  const over = { data: ui.data, card: ui.saidBy, use: ui.use } as const
  const columns = (['data', 'card', 'use'] as const).flatMap((column) => {
    const first = placed.nodes.find((node) => node.column === column)
    return first ? [{ column, x: rtl ? first.x + first.width : first.x }] : []
  })
  return el(
    'g',
    { 'aria-hidden': 'true', class: 'sanad-heads' },
    columns.map(({ column, x }) => [
      el('text', { x, y: 16, ...textStyle('muted', 13, 'bold', rtl, options) }, over[column]),
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
    ...strokes(status, options, (attributes) => el('path', { d: path, fill: 'none', ...attributes })),
    arrow &&
      el('path', { class: 'sanad-tip', d: `M${x} ${y - 4}L${tip} ${y}L${x} ${y + 4}Z`, ...fill(status, options) }),
  )
}

function drawNode(placed: PlacedNode, view: GraphView, rtl: boolean, options: DrawOptions): Markup {
  const isCard = 'status' in placed.node
  const links = view.links.flatMap(({ from, to }) => (from === placed.id ? [to] : to === placed.id ? [from] : []))
  const label = isCard ? cardLabel(placed.node as ClaimCard) : placed.node.label
  const href = isCard ? `#${options.idPrefix}claim-${(placed.node as ClaimCard).slug}` : placed.node.href
  return el(
    'g',
    {
      role: 'graphics-object',
      'aria-label': label,
      class: `sanad-node sanad-${placed.column}${isCard ? ` sanad-s-${(placed.node as ClaimCard).status.toLowerCase()}` : ''}`,
      transform: `translate(${placed.x} ${placed.y})`,
      'data-id': placed.id,
      'data-column': ['data', 'card', 'use'].indexOf(placed.column),
      'data-links': links.join(' '),
    },
    el('a', { href, ...(isCard ? {} : { target: '_top' }) }, box(placed, options), nodeText(placed, rtl, options)),
    ' ',
  )
}

const cardLabel = (card: ClaimCard): string =>
  [card.statusWord, card.proposition, card.claimants, card.caveat, card.contradiction].filter(Boolean).join('. ')

function box({ node, width, height, column }: PlacedNode, options: DrawOptions): Markup {
  const palette = options.concrete === null ? null : PALETTES[options.concrete]
  if ('status' in node) {
    const surface = palette ? { fill: palette.surface } : {}
    const filled = (i: number): Record<string, string> => (i === 0 ? surface : { fill: 'none' })
    return join(
      ...strokes(node.status, options, (attributes, i) =>
        el('rect', {
          width,
          height,
          rx: 8,
          ...filled(i),
          ...attributes,
          class: i === 0 ? `sanad-box ${attributes.class}` : String(attributes.class),
        }),
      ),
    )
  }
  const concrete = palette ? { fill: column === 'use' ? palette.use : palette.data, stroke: palette.control } : {}
  return el('rect', { width, height, rx: column === 'use' ? height / 2 : 6, class: 'sanad-box', ...concrete })
}

/** A double line is a thick one with a thin one of the surface's colour inside. */
function strokes(
  status: Status,
  options: DrawOptions,
  draw: (attributes: Record<string, string | number>, index: number) => Markup,
): readonly Markup[] {
  const { width, dash, double } = LINES[status]
  const palette = options.concrete === null ? null : PALETTES[options.concrete]
  const stroke = palette ? { stroke: palette.status[status] } : {}
  const dashes =
    dash === null
      ? {}
      : { 'stroke-dasharray': dash.replace(' ', ','), 'stroke-linecap': dash.startsWith('1') ? 'round' : 'butt' }
  const outer = draw({ class: 'sanad-line', 'stroke-width': width, ...dashes, ...stroke }, 0)
  if (!double) return [outer]
  return [
    outer,
    draw({ class: 'sanad-inner', 'stroke-width': width / 2.6, ...(palette ? { stroke: palette.surface } : {}) }, 1),
  ]
}

function nodeText({ node, lines, width }: PlacedNode, rtl: boolean, options: DrawOptions): Markup {
  const start = rtl ? width - 12 : 12
  const indent = rtl ? -ICON : ICON
  return join(
    ...('status' in node ? [icon(node, lines, rtl ? width - 12 - 15 : 12, options)] : []),
    ...lines.map(({ text, kind, y }) => {
      const { size, weight } = TYPE[kind]
      const colour = kind === 'claimants' || kind === 'caveat' ? 'muted' : kind === 'status' ? 'status' : 'text'
      const style = textStyle(colour, size, weight, rtl, options, 'status' in node ? node.status : null)
      const x = kind === 'status' ? start + indent : start
      const slant = kind === 'caveat' ? { 'font-style': 'italic' } : {}
      // White space between lines, so that a copy of the text does not run words together.
      return join(el('text', { x, y, ...style, ...slant }, rtl && options.concrete ? `\u202B${text}\u202C` : text), ' ')
    }),
  )
}

function icon(node: ClaimCard, lines: PlacedNode['lines'], x: number, options: DrawOptions): Markup {
  const y = (lines.find(({ kind }) => kind === 'status')?.y ?? 24) - 12
  return el('path', {
    class: 'sanad-icon',
    d: MARKS[node.status],
    transform: `translate(${x} ${y}) scale(.92)`,
    ...fill(node.status, options),
  })
}

const fill = (status: Status, { concrete }: DrawOptions): Record<string, string> =>
  concrete === null ? {} : { fill: PALETTES[concrete].status[status] }

function textStyle(
  colour: 'text' | 'muted' | 'status',
  size: number,
  weight: 'regular' | 'bold',
  rtl: boolean,
  { concrete }: DrawOptions,
  status: Status | null = null,
): Record<string, string | number> {
  const anchor = rtl ? { 'text-anchor': 'end' as const } : {}
  const common = { 'font-size': size, ...(weight === 'bold' ? { 'font-weight': 700 } : {}), ...anchor }
  if (concrete === null) return { class: `sanad-t sanad-t-${colour}`, ...common }
  const palette = PALETTES[concrete]
  const paint =
    colour === 'status' && status !== null ? palette.status[status] : colour === 'muted' ? palette.muted : palette.text
  return { ...common, 'font-family': 'Arimo, Noto Sans Arabic', fill: paint }
}
