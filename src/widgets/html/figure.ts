import { mapInSlices } from '../../thread/slices.ts'
import { annotationsOn } from '../view/claim-card.ts'
import type { ClaimCard, Notice, View, ViewHeader } from '../view/view.ts'
import { claimList } from './claim-list.ts'
import { el, type Markup } from './markup.ts'
import { matrixTable } from './matrix-table.ts'
import { networkList } from './network-list.ts'
import { statusBadge } from './status-badge.ts'
import { timelineList } from './timeline-list.ts'

export interface FigureOptions {
  /** Prefix of element ids, for several figures on one page. */
  readonly idPrefix?: string
  /** Level of the title: `h1` in an embed, whose only title it is. */
  readonly heading?: 'h1' | 'h2'
  /** True on the page of the view: the page has the heading with the id of the title, and no link leads to itself. */
  readonly inPage?: boolean
  /** Number of listed claims that the drawing has no room for. */
  readonly undrawn?: number
}

/**
 * Returns a view as one figure: title, summary, notices, drawing, list or table of the claims, credits. A graph has its
 * table too.
 *
 * @param drawing null for a view without a drawing
 */
export async function figure(
  view: View,
  drawing: Markup | null,
  { idPrefix = '', heading = 'h2', inPage = false, undrawn = 0 }: FigureOptions = {},
): Promise<Markup> {
  const { header } = view
  const { ui } = header.messages
  return el(
    'figure',
    { class: `sanad-figure sanad-view-${view.kind}`, 'aria-labelledby': `${idPrefix}title` },
    el(
      'figcaption',
      {},
      !inPage &&
        el(heading, { id: `${idPrefix}title` }, el('a', { href: header.permalink, target: '_top' }, header.title)),
      header.summary !== '' && el('p', { id: `${idPrefix}summary`, class: 'sanad-summary' }, header.summary),
      header.notices.map(noticeLine),
      drawing !== null && el('a', { class: 'sanad-skip', href: `#${idPrefix}list` }, ui.skipToList),
    ),
    drawing !== null &&
      el(
        'div',
        { class: 'sanad-drawing' },
        drawing,
        undrawn > 0 && el('p', { class: 'sanad-notice' }, el('a', { href: `#${idPrefix}list` }, ui.undrawn(undrawn))),
      ),
    await reading(view, idPrefix),
    el(
      'footer',
      { class: 'sanad-foot' },
      header.attributions.map(({ text, language }) => el('p', { class: 'sanad-attribution', lang: language }, text)),
      !inPage && el('p', {}, el('a', { href: header.permalink, target: '_top' }, ui.readOn(ui.site))),
    ),
  )
}

async function reading(view: View, idPrefix: string): Promise<Markup | readonly Markup[]> {
  const { messages, nothing = messages.ui.noClaims } = view.header
  if (isEmpty(view)) return el('p', { id: `${idPrefix}list`, class: 'sanad-none' }, nothing)
  switch (view.kind) {
    case 'graph':
      return [await claimList(view.cards, messages, idPrefix), await claimTable(view.cards, view.header)]
    case 'claim':
      return claimList([view.card], messages, idPrefix, true)
    case 'timeline':
      return timelineList(view, idPrefix)
    case 'matrix':
      return matrixTable(view, idPrefix)
    case 'network':
      return networkList(view, idPrefix)
  }
}

function isEmpty(view: View): boolean {
  if (view.kind === 'timeline') return view.days.length + view.undated.length === 0
  if (view.kind === 'network') return view.edges.length === 0
  if (view.kind === 'matrix') return view.cells.length === 0
  return view.kind !== 'claim' && view.cards.length === 0
}

/** Returns a notice as a paragraph, linked if it has an `href`. */
export const noticeLine = ({ kind, text, href }: Notice): Markup =>
  el(
    'p',
    { class: 'sanad-notice', 'data-notice': kind },
    href === null ? text : el('a', { href, target: '_top' }, text),
  )

/** Returns the content of the drawing as a table, in a closed element. */
async function claimTable(cards: readonly ClaimCard[], { messages, title }: ViewHeader): Promise<Markup> {
  const { ui } = messages
  const head = [ui.status, ui.claim, ui.saidBy]
  return el(
    'details',
    { class: 'sanad-table' },
    el('summary', {}, ui.asTable),
    el(
      'table',
      {},
      el('caption', {}, title),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          head.map((word) => el('th', { scope: 'col' }, word)),
        ),
      ),
      el(
        'tbody',
        {},
        await mapInSlices(cards, (card) =>
          el(
            'tr',
            {},
            el('td', {}, statusBadge(card.status, card.headline.status)),
            el('th', { scope: 'row' }, card.headline.proposition),
            el('td', {}, [card.headline.by, ...annotationsOn(card)].join('; ')),
          ),
        ),
      ),
    ),
  )
}
