import { mapInSlices } from '../../thread/slices.ts'
import { annotationsOn } from '../view/claim-card.ts'
import type { ClaimCard, Notice, View, ViewHeader } from '../view/view.ts'
import { claimList } from './claim-list.ts'
import { foldedList } from './folded-list.ts'
import { el, type Markup } from './markup.ts'
import { matrixTable } from './matrix-table.ts'
import { networkFold } from './network-list.ts'
import { pictureTabs } from './picture-tabs.ts'
import { statusBadge } from './status-badge.ts'
import { statusStrip } from './status-strip.ts'
import { timelineList } from './timeline-list.ts'

export interface FigureOptions {
  /** Prefix of element ids, for several figures on one page. */
  readonly idPrefix?: string
  /** Level of the title: `h1` in an embed, whose only title it is. */
  readonly heading?: 'h1' | 'h2'
  /** True on the page of the view: the page itself has the heading, and the figure has no link to the page. */
  readonly inPage?: boolean
}

/**
 * Returns a view as one figure: title, summary, notices, drawing, list or table of the claims, credits. A graph has both list
 * and table.
 *
 * @param drawing null for a view without a drawing
 */
export async function figure(
  view: View,
  drawing: Markup | null,
  { idPrefix = '', heading = 'h2', inPage = false }: FigureOptions = {},
): Promise<Markup> {
  const { header } = view
  const { ui } = header.messages
  return el(
    'figure',
    { class: `sanad-figure sanad-view-${view.kind}`, 'aria-labelledby': `${idPrefix}title` },
    el(
      'figcaption',
      {},
      !inPage && titleOf(view, heading, `${idPrefix}title`),
      header.summary !== '' && el('p', { id: `${idPrefix}summary`, class: 'sanad-summary' }, header.summary),
      header.notices.filter((notice) => !isInFoot(notice)).map(noticeLine),
      drawing !== null && el('a', { class: 'sanad-skip', href: `#${idPrefix}list`, target: '_self' }, ui.skipToList),
    ),
    view.kind === 'graph' && [statusStrip(view.strip, header.messages), pictureTabs(view, ui)],
    drawing !== null && el('div', { class: 'sanad-drawing' }, drawing),
    await reading(view, idPrefix),
    el(
      'footer',
      { class: 'sanad-foot' },
      header.notices.filter(isInFoot).map(noticeLine),
      view.kind === 'graph' && view.cards.some(({ lead }) => lead?.isTranslated) && el('p', {}, ui.picture.translated),
      header.attributions.map(({ text, language }) => el('p', { class: 'sanad-attribution', lang: language }, text)),
      !inPage && el('p', {}, el('a', { href: header.permalink }, ui.readOn(ui.site))),
    ),
  )
}

/** The card of one claim shows the parts of its title in larger type below. */
const titleOf = ({ kind, header: { permalink, title } }: View, heading: 'h1' | 'h2', id: string): Markup =>
  kind === 'claim'
    ? el(heading, { id, class: 'sanad-hidden' }, title)
    : el(heading, { id }, el('a', { href: permalink }, title))

/** The foot has the date of the record. */
const isInFoot = ({ kind }: Notice): boolean => kind === 'LIVE'

async function reading(view: View, idPrefix: string): Promise<Markup | readonly Markup[]> {
  const { messages, nothing = messages.ui.noClaims } = view.header
  if (isEmpty(view)) return el('p', { id: `${idPrefix}list`, class: 'sanad-none' }, nothing)
  switch (view.kind) {
    case 'graph':
      return [await foldedList(view, idPrefix), await claimTable(view.cards, view.header)]
    case 'claim':
      return claimList([view.card], messages, idPrefix, true)
    case 'timeline':
      return timelineList(view, idPrefix)
    case 'matrix':
      return matrixTable(view, idPrefix)
    case 'network':
      return networkFold(view, idPrefix)
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
  el('p', { class: 'sanad-notice', 'data-notice': kind }, href === null ? text : el('a', { href }, text))

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
