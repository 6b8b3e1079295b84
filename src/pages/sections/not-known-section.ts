import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import { headline, statusWithBy } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { headlineLine } from '../../widgets/html/headline-line.ts'
import { linkedText } from '../../widgets/html/linked-text.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
import { namedLinks } from '../named-links.ts'
import type { PageContext } from '../page.ts'
import { fold } from '../parts/fold.ts'

/** Claims on which something is reported as unknown, unconfirmed or without evidence, in a closed section; null without any. */
export function notKnownFold(
  claims: readonly ClaimDetails[],
  names: Names,
  { messages, links }: PageContext,
): Markup | null {
  const { ui } = messages
  const open = claims.filter(({ assertions }) =>
    liveAssertions(assertions, { validOn: null }).some(({ stance }) => stance === 'REPORTS_UNKNOWN'),
  )
  if (open.length === 0) return null
  const items = open.map((details) => {
    const href = links.page({ kind: 'claim', slug: details.claim.id })
    const words = headline(details, names, messages)
    const by = linkedText(statusWithBy(words).by, namedLinks([details], names, messages, links), [], messages)
    return el('li', {}, headlineLine(words, details, href, by))
  })
  return fold(ui.notKnown, [el('ul', {}, items)], { id: 'not-known', note: ui.strip.claims(open.length) })
}
