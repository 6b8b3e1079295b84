import { labelsOfClaims } from '../domain/labels-of-claims.ts'
import { chooseClaims } from '../widgets/choose-claims.ts'
import { claimCard } from '../widgets/claim-card.ts'
import { textBlock } from '../widgets/drawing/card-text.ts'
import { drawGraph } from '../widgets/drawing/draw-graph.ts'
import { DRAWING_WIDTH } from '../widgets/drawing/graph-measures.ts'
import { layoutGraph } from '../widgets/drawing/layout-graph.ts'
import { CARD_WIDTH, socialCard } from '../widgets/drawing/social-card.ts'
import type { Weight } from '../widgets/fonts.ts'
import { el, type Markup } from '../widgets/markup.ts'
import { type Theme, TOKENS } from '../widgets/tokens.ts'
import type { GraphView } from '../widgets/view.ts'
import { buildView } from './build-view.ts'
import type { EmbedRequest } from './embed-request.ts'
import type { PageContext } from './page.ts'

export interface Picture {
  readonly svg: Markup
  /** In px of the PNG. */
  readonly width: number
}

const MARGIN = 20
/** Screens of phones and laptops have two dots to a pixel. */
const SCALE = 2

/** A card for social networks; null where there is nothing to show. */
export async function cardPicture(request: EmbedRequest, { store }: PageContext): Promise<Picture | null> {
  const built = await buildView(store, { ...request, limit: 4 })
  if (!built) return null
  const { subject, view } = built
  const at = await store.revisionAt(request.asOf)
  const { shown, leftOut } = chooseClaims(subject.claims, { statuses: request.statuses, limit: 4 })
  const labels = await labelsOfClaims(store, shown, at)
  const cards = shown.map((whole) => claimCard(whole, labels, request.messages))
  return { svg: socialCard(view.frame, cards, leftOut), width: CARD_WIDTH }
}

/** A card of the start page: the site, and the most contested of everything. */
export async function homePicture({ store, messages }: PageContext): Promise<Picture> {
  const at = await store.revisionAt(null)
  const page = { limit: 4, backwards: false, cursor: null }
  const [{ items }, total] = await Promise.all([
    store.claimPage({}, 'MOST_CONTESTED', page, at),
    store.countClaims({}, at),
  ])
  const labels = await labelsOfClaims(store, items, at)
  const cards = items.map((whole) => claimCard(whole, labels, messages))
  const { ui, tag } = messages
  const title = `${ui.site}: ${ui.tagline}`
  const frame = { messages, title, summary: '', permalink: `/?lang=${tag}`, notices: [], attributions: [] }
  return { svg: socialCard(frame, cards, total - items.length), width: CARD_WIDTH }
}

/** A widget as a picture: its drawing under its title; null where there is nothing to show. */
export async function widgetPicture(request: EmbedRequest, context: PageContext): Promise<Picture | null> {
  const built = await buildView(context.store, { ...request, view: 'graph' })
  if (built?.view.kind !== 'graph' || built.view.cards.length === 0) return cardPicture(request, context)
  return {
    svg: titled(built.view, request.theme === 'dark' ? 'dark' : 'light', context.publicUrl),
    width: SCALE * (DRAWING_WIDTH + 2 * MARGIN),
  }
}

/** Read alone, in feeds and mail: with what is left out, as of when, and where it is from. */
function titled(view: GraphView, theme: Theme, publicUrl: string): Markup {
  const { messages, title, summary, notices, attributions, permalink } = view.frame
  const { surface, text, muted, line } = TOKENS.colours
  const rtl = messages.direction === 'rtl'
  const width = DRAWING_WIDTH + 2 * MARGIN
  const style = { x: rtl ? width - MARGIN : MARGIN, width: DRAWING_WIDTH, rtl }
  let y = MARGIN
  const put = (words: string, size: number, weight: Weight, colour: Pair, gap: number): Markup => {
    const block = textBlock(words, { ...style, y, size, weight, fill: colour[theme] })
    y += words === '' ? 0 : block.height + gap
    return block.drawn
  }
  const head = [
    put(title, 22, 'bold', text, 4),
    put(summary, 14, 'regular', muted, 6),
    ...notices.map((notice) => put(notice.text, 13, 'regular', text, 2)),
  ]
  y += 12
  const drawing = el(
    'g',
    { transform: `translate(${MARGIN} ${y})` },
    drawGraph(view, { width: DRAWING_WIDTH, idPrefix: '', concrete: theme }),
  )
  y += layoutGraph(view, { width: DRAWING_WIDTH, rtl }).height + 10
  const rule = el('path', { d: `M${MARGIN} ${y}H${width - MARGIN}`, stroke: line[theme] })
  y += 6
  const foot = [
    put(`${messages.ui.site} · ${publicUrl}${permalink}`, 13, 'regular', muted, 2),
    ...attributions.map(({ text }) => put(text, 13, 'regular', muted, 2)),
  ]
  const total = { width, height: Math.ceil(y + MARGIN / 2) }
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${total.width} ${total.height}`, ...total },
    el('rect', { ...total, fill: surface[theme] }),
    head,
    drawing,
    rule,
    foot,
  )
}

type Pair = Readonly<Record<Theme, string>>
