import type { Revision } from '../../domain/revision.ts'
import type { Messages } from '../../messages/en.ts'
import { formatDate } from '../../text/languages.ts'
import { el, join, type Markup } from '../../widgets/html/markup.ts'
import { linksIn } from '../../widgets/view/links.ts'
import type { PageContext } from '../page.ts'
import { sideBlock } from '../parts/side-block.ts'

/** A citation of the page at the revision that was read, so that it stays true after later revisions. A script copies it. */
export function citeBlock(title: string, permalink: string, revision: Revision | null, context: PageContext): Markup {
  const { messages, publicUrl, now } = context
  const { ui, tag } = messages
  const recorded = revision === null ? ui.dateUnknown : formatDate(revision.recordedAt, tag)
  const pinned = revision === null ? permalink : linksIn(tag, revision.recordedAt).own(permalink)
  const address = `${publicUrl}${pinned}`
  const words = ui.citation(withInnerQuotes(title), recorded, address, formatDate(now.toISOString(), tag))
  return citationBlock(ui.cite, words, address, messages)
}

/**
 * A citation with its button. The page needs the script of copy buttons.
 * @param words contain the URL
 */
export function citationBlock(title: string, words: string, url: string, { ui }: Messages): Markup {
  const at = words.lastIndexOf(url)
  return sideBlock(title, [
    el(
      'p',
      { id: 'citation', class: 'site-citation' },
      words.slice(0, at),
      breakable(url),
      words.slice(at + url.length),
    ),
    el('button', { type: 'button', 'data-copy': 'citation', hidden: true }, ui.builder.copy),
    el('p', { 'aria-live': 'polite', 'data-copied': ui.builder.copied, 'data-selected': ui.builder.selected }),
  ])
}

/** Address that breaks before each part of its path and query. */
const breakable = (address: string): Markup =>
  join(address.split(/(?<=[^/:])(?=[/?&]\w)/u).map((part, i) => [i > 0 && el('wbr', {}), part]))

/** Prepares text for double quotation marks: inner ones become single, and a final full stop goes. */
export const withInnerQuotes = (text: string): string =>
  text
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/(?<!\.)\.$/u, '')
