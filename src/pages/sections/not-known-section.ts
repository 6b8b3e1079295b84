import type { ClaimDetails } from '../../domain/claim-details.ts'
import { liveAssertions } from '../../domain/claim-status.ts'
import { headline } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { headlineLine } from '../../widgets/html/headline-line.ts'
import { el, type Markup } from '../../widgets/html/markup.ts'
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
    return el('li', {}, headlineLine(headline(details, names, messages), details, href))
  })
  return fold(ui.notKnown, [el('ul', {}, items)], { id: 'not-known', note: ui.strip.claims(open.length) })
}
