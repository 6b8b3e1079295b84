import { namesOfClaims } from '../sentences/names-of-claims.ts'
import { drawPlacedGraph, placeGraph } from '../widgets/drawing/draw-graph.ts'
import { drawMatrix } from '../widgets/drawing/draw-matrix.ts'
import { drawNetwork } from '../widgets/drawing/draw-network.ts'
import { drawTimeline } from '../widgets/drawing/draw-timeline.ts'
import { DRAWING_WIDTH } from '../widgets/drawing/drawing-width.ts'
import { CLOSE } from '../widgets/drawing/picture-measures.ts'
import { CARD_WIDTH, socialCard } from '../widgets/drawing/social-card.ts'
import { createStack, type Drawn } from '../widgets/drawing/stack.ts'
import { el, type Markup } from '../widgets/html/markup.ts'
import { type Theme, TOKENS } from '../widgets/tokens.ts'
import { chooseClaims } from '../widgets/view/choose-claims.ts'
import { linksIn } from '../widgets/view/links.ts'
import { socialClaim } from '../widgets/view/social-claim.ts'
import type { View } from '../widgets/view/view.ts'
import { attributionsOf } from './attributions-of.ts'
import { buildView } from './build-view.ts'
import type { EmbedRequest } from './embed/embed-request.ts'
import type { PageContext } from './page.ts'
import { leadingClaims } from './page-topic.ts'

export interface Picture {
  readonly svg: Markup
  /** Width in px of the PNG. */
  readonly width: number
}

const MARGIN = 20
/** Dots per pixel, for high-density screens. */
const SCALE = 2

/** Card for social networks; null without content. */
export async function cardPicture(request: EmbedRequest, { store }: PageContext): Promise<Picture | null> {
  const built = await buildView(store, { ...request, limit: 4 })
  if (!built) return null
  const { topic: subject, view } = built
  const revision = await store.revisionAt(request.asOf)
  const choice = { statuses: request.statuses, limit: 4, alternates: request.kind === 'compare' }
  const { shown, leftOut } = chooseClaims(leadingClaims(subject), choice)
  const names = await namesOfClaims(store, shown, revision)
  const cards = shown.map((details) =>
    socialClaim(details, names, request.messages, linksIn(request.messages.tag, request.asOf)),
  )
  return { svg: socialCard(view.header, cards, leftOut), width: CARD_WIDTH }
}

/** Card of the home page: the site and the most contested claims. */
export async function homePicture({ store, messages, links }: PageContext): Promise<Picture> {
  const revision = await store.revisionAt(null)
  const page = { limit: 4, backwards: false, cursor: null }
  const [{ items }, total] = await Promise.all([
    store.claimPage({}, 'MOST_CONTESTED', page, revision),
    store.countClaims({}, revision),
  ])
  const names = await namesOfClaims(store, items, revision)
  const cards = items.map((details) => socialClaim(details, names, messages, links.now))
  const { ui, tag } = messages
  const title = `${ui.site}: ${ui.tagline}`
  const header = {
    messages,
    title,
    summary: '',
    permalink: `/?lang=${tag}`,
    notices: [],
    attributions: attributionsOf(items, names),
  }
  return { svg: socialCard(header, cards, total - items.length), width: CARD_WIDTH }
}

/** Picture of a widget: its drawing below its title; null without content. */
export async function widgetPicture(request: EmbedRequest, context: PageContext): Promise<Picture | null> {
  const view = request.view === 'claim' ? 'graph' : request.view
  const built = await buildView(context.store, { ...request, view })
  const theme = request.theme === 'dark' ? 'dark' : 'light'
  const drawing = built && drawingOf(built.view, theme)
  if (!built || !drawing) return cardPicture(request, context)
  return {
    svg: titled(built.view, drawing, theme, context.publicUrl),
    width: SCALE * (DRAWING_WIDTH + 2 * MARGIN),
  }
}

/** Drawing of a view; null where the view has none, or no content. */
function drawingOf(view: View, theme: Theme): Drawn | null {
  const width = DRAWING_WIDTH
  if (view.kind === 'timeline') return drawTimeline(view, { width, theme })
  if (view.kind === 'network') return drawNetwork(view, { width, theme, idPrefix: '' })
  if (view.kind === 'matrix') return view.cells.length === 0 ? null : drawMatrix(view, { width, theme })
  if (view.kind !== 'graph' || view.cards.length === 0) return null
  const placed = placeGraph(view, width, CLOSE)
  return { drawn: drawPlacedGraph(view, placed, { width, idPrefix: '', concrete: theme }), height: placed.height }
}

/** Adds title, notices, address and attributions to a drawing, since feeds and mail show the picture alone. */
function titled(view: View, drawing: Drawn, theme: Theme, publicUrl: string): Markup {
  const { messages, title, summary, notices, attributions, permalink } = view.header
  const rtl = messages.direction === 'rtl'
  const width = DRAWING_WIDTH + 2 * MARGIN
  const stack = createStack({ x: MARGIN, y: MARGIN, width: DRAWING_WIDTH, rtl, theme })
  stack.text(title, { size: 22, weight: 'bold', isSerif: true, colour: 'text', gap: 4 })
  stack.text(summary, { size: 14, colour: 'muted', gap: 6 })
  for (const { text } of notices) stack.text(text, { size: 13, colour: 'text', gap: 2 })
  if (view.kind === 'graph') {
    const counts = view.strip.map(({ word, count }) => `${word} ${count}`).join(' · ')
    stack.text([view.tabs?.shown ?? '', counts].filter(Boolean).join(' '), { size: 13, colour: 'text', gap: 2 })
  }
  stack.space(12)
  stack.put((y) => el('g', { transform: `translate(${MARGIN} ${y})` }, drawing.drawn), drawing.height + 10)
  const { line, surface } = TOKENS.colours
  stack.put((y) => el('path', { d: `M${MARGIN} ${y}H${width - MARGIN}`, stroke: line[theme] }), 6)
  stack.text(`${messages.ui.site} · ${publicUrl}${permalink}`, { size: 13, colour: 'muted', gap: 2 })
  for (const { text } of attributions) stack.text(text, { size: 13, colour: 'muted', gap: 2 })
  const total = { width, height: Math.ceil(stack.bottom() + MARGIN / 2) }
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${total.width} ${total.height}`, ...total },
    el('rect', { ...total, fill: surface[theme] }),
    stack.done().drawn,
  )
}
