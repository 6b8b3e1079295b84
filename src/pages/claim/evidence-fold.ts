import type { Assertion } from '../../domain/assertion.ts'
import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import { archivedCopyOf, captureAnchor, type Source } from '../../domain/source.ts'
import type { Names } from '../../sentences/names.ts'
import { outsideLink } from '../../widgets/html/claim-list.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { sourceTitle } from '../../widgets/html/source-title.ts'
import { captureWords } from '../../widgets/view/card-capture.ts'
import type { PageContext } from '../page.ts'
import { fold } from '../parts/fold.ts'

/** Documents of a claim with addresses, captures, hashes and the places of the quotes, in a closed section; null without any. */
export function evidenceFold({ assertions }: ClaimDetails, names: Names, context: PageContext): Markup | null {
  const { ui } = context.messages
  const live = liveAssertions(assertions, { validOn: null })
  const ids = [...new Set(live.map(({ sourceId }) => sourceId))]
  const sources = ids.flatMap((id) => names.source(id) ?? [])
  if (sources.length === 0) return null
  const item = (source: Source): Markup =>
    documentItem(
      source,
      live.filter(({ sourceId }) => sourceId === source.id),
      context,
    )
  return fold(ui.claimPage.evidence, [el('ul', { class: 'site-evidence' }, sources.map(item))], {
    id: 'evidence',
    note: ui.claimPage.evidenceNote,
  })
}

function documentItem(source: Source, assertions: readonly Assertion[], { messages, links }: PageContext): Markup {
  const { ui } = messages
  const copy = archivedCopyOf(source)
  const href = links.page({ kind: 'source', slug: source.id })
  const quoting = assertions.filter(
    ({ quote }, i) => quote !== null && i === assertions.findIndex((one) => one.quote?.exact === quote.exact),
  )
  return el(
    'li',
    {},
    el('p', {}, el('a', { href }, sourceTitle(source, messages))),
    source.url !== null && el('p', {}, `${ui.url}: `, outsideLink(source.url)),
    copy !== null && el('p', {}, `${ui.archived}: `, outsideLink(copy)),
    quoting.length > 0 &&
      el(
        'ul',
        {},
        quoting.map((one, i) => quoteItem(one, i + 1, source, href, messages)),
      ),
  )
}

function quoteItem(
  { id, quote }: Assertion,
  place: number,
  { versions }: Source,
  href: string,
  messages: PageContext['messages'],
): Markup {
  const { ui } = messages
  const version = versions.find((one) => one.id === quote?.versionId)
  return el(
    'li',
    {},
    el('a', { href: `#said-${id}` }, `${ui.quote} ${place}`),
    quote !== null &&
      quote.start !== null &&
      quote.end !== null &&
      `, ${ui.claimPage.characters(quote.start, quote.end)}`,
    version !== undefined && [
      ', ',
      el('a', { href: `${href}#${captureAnchor(version.id)}` }, captureWords(version, messages).join(', ')),
      version.sha256 !== null && [', ', el('code', {}, `sha256 ${version.sha256}`)],
    ],
  )
}
