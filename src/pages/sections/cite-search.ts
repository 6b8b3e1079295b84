import type { Revision } from '../../domain/revision.ts'
import type { RevisionNumber } from '../../domain/revision-number.ts'
import { formatDate, formatInstant } from '../../text/languages.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { linksIn } from '../../widgets/view/links.ts'
import type { PageContext } from '../page.ts'
import { citationBlock, withInnerQuotes } from './cite-section.ts'

/** A list or a search with the revision that it was read at. */
export interface CitedSearch {
  readonly kind: 'LIST' | 'SEARCH'
  /** Title of the list, or text of the search. */
  readonly title: string
  /** Number of results on all pages. */
  readonly total: number
  /** Path of the page at the current revision. */
  readonly live: string
  /** Null for the empty database. */
  readonly revision: Revision | null
}

/** Returns the revision of a number; null before the first. */
export const recordedRevision = async (revision: RevisionNumber, { store }: PageContext): Promise<Revision | null> =>
  (await store.revisions()).find(({ number }) => number === revision) ?? null

/** Line with the revision and the instant of a list or a search, also of one without results. */
export function stoodLine({ total, revision }: CitedSearch, { messages: { ui, tag }, asOf }: PageContext): Markup {
  const words = ui.exports
  if (revision === null) return line(asOf === null ? words.empty : words.emptyThen)
  const when = formatInstant(revision.recordedAt, tag)
  return line(total === 0 ? words.nothingThen(when, revision.number) : words.stood(when, revision.number))
}

const line = (text: string): Markup => el('p', { class: 'site-note site-stood' }, text)

/**
 * Citation of a list or a search: its URL shows the same results after later revisions. False for the empty database, which has
 * no revision to cite.
 */
export function citeSearchBlock(
  { kind, title, total, live, revision }: CitedSearch,
  context: PageContext,
): Markup | false {
  if (revision === null) return false
  const { messages, publicUrl, now } = context
  const { ui, tag } = messages
  const words = ui.exports
  const address = `${publicUrl}${linksIn(tag, revision.recordedAt).own(live)}`
  const quoted = withInnerQuotes(title)
  const searched = kind === 'LIST' ? words.list(quoted) : words.searchFor(quoted)
  const found = total === 0 ? words.nothing : kind === 'LIST' ? words.entries(total) : ui.results(total)
  const read = formatDate(now.toISOString(), tag)
  const when = formatInstant(revision.recordedAt, tag)
  const text = words.citation(searched, found, when, revision.number, address, read)
  return citationBlock(kind === 'LIST' ? words.citeList : words.citeSearch, text, address, messages)
}
