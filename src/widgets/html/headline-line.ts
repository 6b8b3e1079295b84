import type { ClaimDetails } from '../../domain/claim-details.ts'
import { standingName } from '../../domain/standing.ts'
import type { Headline } from '../../sentences/headline.ts'
import { statusBadge } from './claim-list.ts'
import { el, join, type Markup } from './markup.ts'

/** Returns the headline of a claim for a line of text: proposition, status with its icon, by-line. */
export const headlineLine = (headline: Headline, details: ClaimDetails, href: string | null = null): Markup =>
  join(
    href === null ? headline.proposition : el('a', { href }, headline.proposition),
    ' ',
    el('span', { class: 'sanad-by' }, statusAndBy(headline, details)),
  )

/** Returns "Disputed: X states it; Elon Musk denies it", for use below the proposition. */
export const statusAndBy = ({ status, by }: Headline, details: ClaimDetails): Markup =>
  join(statusBadge(standingName(details.status), `${status}:`), ' ', by)
