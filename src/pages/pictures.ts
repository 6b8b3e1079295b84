import { labelsOfClaims } from '../domain/labels-of-claims.ts'
import { chooseClaims } from '../widgets/choose-claims.ts'
import { claimCard } from '../widgets/claim-card.ts'
import { drawGraph, FAMILIES } from '../widgets/drawing/draw-graph.ts'
import { layoutGraph } from '../widgets/drawing/layout-graph.ts'
import { CARD_WIDTH, socialCard } from '../widgets/drawing/social-card.ts'
import { el, type Markup } from '../widgets/markup.ts'
import { TOKENS } from '../widgets/tokens.ts'
import type { GraphView } from '../widgets/view.ts'
import { wrapText } from '../widgets/wrap-text.ts'
import { buildView } from './build-view.ts'
import type { EmbedRequest } from './embed-request.ts'
import type { PageContext } from './page.ts'

export interface Picture {
  readonly svg: Markup
  /** In px of the PNG. */
  readonly width: number
}

const DRAWN_WIDTH = 720
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
    svg: titled(built.view, request.theme === 'dark' ? 'dark' : 'light'),
    width: SCALE * (DRAWN_WIDTH + 2 * MARGIN),
  }
}

function titled(view: GraphView, theme: 'light' | 'dark'): Markup {
  const { messages, title } = view.frame
  const { surface, text } = TOKENS.colours
  const rtl = messages.direction === 'rtl'
  const lines = wrapText(title, { width: DRAWN_WIDTH, size: 22, weight: 'bold', mostLines: 3 })
  const top = MARGIN + lines.length * 28 + 8
  const { height } = layoutGraph(view, { width: DRAWN_WIDTH, rtl })
  const total = { width: DRAWN_WIDTH + 2 * MARGIN, height: top + height + MARGIN }
  return el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${total.width} ${total.height}`, ...total },
    el('rect', { ...total, fill: surface[theme] }),
    lines.map((line, i) =>
      el(
        'text',
        {
          x: rtl ? total.width - MARGIN : MARGIN,
          y: MARGIN + 20 + i * 28,
          'font-size': 22,
          'font-weight': 700,
          'font-family': FAMILIES,
          fill: text[theme],
          ...(rtl ? { 'text-anchor': 'end' } : {}),
        },
        line,
      ),
    ),
    el(
      'g',
      { transform: `translate(${MARGIN} ${top})` },
      drawGraph(view, { width: DRAWN_WIDTH, idPrefix: '', concrete: theme }),
    ),
  )
}
