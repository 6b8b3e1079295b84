import type { ClaimDetails } from '../../domain/graph-store.ts'
import type { Revision } from '../../domain/revision.ts'
import type { Names } from '../../sentences/names.ts'
import { withInnerQuotes } from '../../text/inner-quotes.ts'
import { formatDate } from '../../text/languages.ts'
import { utteranceList } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { claimCard } from '../../widgets/view/claim-card.ts'
import type { Attribution } from '../../widgets/view/view.ts'
import { linksAsOf } from '../as-of-links.ts'
import type { PageContext } from '../page.ts'

/**
 * Who says that it is not known, not confirmed or without evidence, or that nobody does: in their words where this is the place for them,
 * else by the claim, whose words the page shows already.
 */
export function notKnownSection(
  claims: readonly ClaimDetails[],
  names: Names,
  { messages, asOf }: PageContext,
  isPlace: boolean,
): Markup {
  const { ui } = messages
  const open = claims.flatMap((details) => {
    const card = linksAsOf(claimCard(details, names, messages), asOf)
    const said = card.utterances.filter(({ stance }) => stance === 'REPORTS_UNKNOWN')
    return said.length === 0 ? [] : [{ card, said }]
  })
  const words = ({ card, said }: (typeof open)[number]): Markup =>
    isPlace
      ? utteranceList(said, messages)
      : el('li', {}, el('a', { href: card.href }, card.proposition), card.caveat !== null && ` · ${card.caveat}`)
  return el(
    'section',
    { 'aria-labelledby': 'not-known' },
    el('h2', { id: 'not-known' }, ui.notKnown),
    open.length === 0 ? el('p', {}, ui.nothingUnknown) : isPlace ? open.map(words) : el('ul', {}, open.map(words)),
  )
}

/** What licences ask to be shown. */
export const attributionLines = (attributions: readonly Attribution[]): readonly Markup[] =>
  attributions.map(({ text, language }) => el('p', { class: 'sanad-attribution', lang: language }, text))

/** With the state of the record that was read, so that the citation stays true when the record changes. */
export function citeSection(title: string, permalink: string, revision: Revision | null, context: PageContext): Markup {
  const { messages, publicUrl, now } = context
  const { ui, tag } = messages
  const recorded = revision === null ? ui.dateUnknown : formatDate(revision.recordedAt, tag)
  const pinned = revision === null ? permalink : `${permalink}&asOf=${encodeURIComponent(revision.recordedAt)}`
  const words = ui.citation(
    withInnerQuotes(title),
    recorded,
    `${publicUrl}${pinned}`,
    formatDate(now.toISOString(), tag),
  )
  return el(
    'section',
    { 'aria-labelledby': 'cite' },
    el('h2', { id: 'cite' }, ui.cite),
    el('p', { class: 'site-citation' }, words),
  )
}

/** A term and what is known of it; what is not known is left out. */
export type TermEntry = readonly [string, Markup | string | readonly (Markup | string)[] | null]

export const termList = (entries: readonly TermEntry[]): Markup | null => {
  const shown = entries.filter(([, value]) => value !== null && (!Array.isArray(value) || value.length > 0))
  if (shown.length === 0) return null
  return el(
    'dl',
    { class: 'site-terms' },
    shown.map(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]),
  )
}
