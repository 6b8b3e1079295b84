import type { Revision } from '../../domain/revision.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { linksIn } from '../../widgets/view/links.ts'
import { htmlDocument, sitePage, siteParts } from '../document.ts'
import { everyClaimSet } from '../export-sets.ts'
import type { Page, PageContext } from '../page.ts'
import type { SiteSection } from '../parts/site-sections.ts'
import { type CitedSearch, citeSearchBlock, stoodLine } from '../sections/cite-search.ts'
import { exportBlock, exportHead } from '../sections/export-section.ts'
import { pinnedNotice } from '../sections/pinned-notice.ts'

interface ListPage {
  readonly section: SiteSection
  /** Path without a query: '/stories'. */
  readonly path: string
  /** Parameters besides the language, as of the shown page: '&after=…'; empty for the first page. */
  readonly rest: string
  readonly title: string
  readonly summary: string
  readonly content: readonly (Markup | false)[]
  /** Length of the list on all pages, and its revision, null for the empty database. Absent for a form. */
  readonly read?: { readonly total: number; readonly revision: Revision | null }
}

/** Document of a list of things. Search engines index its first page. */
export function listPage({ section, path, rest, title, summary, content, read }: ListPage, context: PageContext): Page {
  const { messages, assets, publicUrl, asOf } = context
  const { ui, tag } = messages
  const live = (language: string): string => `${path}?lang=${language}${rest}`
  const cited: CitedSearch | null = read ? { ...read, kind: 'LIST', title, live: live(tag) } : null
  const sets = [everyClaimSet(context)]
  return {
    status: 200,
    html: htmlDocument({
      messages,
      title: `${title} – ${ui.site}`,
      description: summary,
      ...siteParts(assets),
      canonical: `${publicUrl}${live(tag)}`,
      head: cited ? exportHead(sets, [], context) : [],
      body: [
        sitePage(messages, {
          alternates: (language) => linksIn(language, asOf).own(live(language)),
          section,
          crumbs: [],
          searched: '',
          lead: [
            el('h1', { id: 'title' }, title),
            el('p', { class: 'site-summary' }, summary),
            ...pinnedNotice(live(tag), context),
          ],
          content: cited ? [...content, stoodLine(cited, context)] : content,
          side: cited ? [citeSearchBlock(cited, context), exportBlock(sets, [], context)] : [],
        }),
      ],
      scripts: cited ? [assets.page] : [],
      indexed: rest === '',
    }),
  }
}

/** Path of a page of a list, at the instant of the page. */
export const listPath = (path: string, after: string | null, { links, messages: { tag } }: PageContext): string =>
  links.own(`${path}?lang=${tag}${after === null ? '' : `&after=${after}`}`)
