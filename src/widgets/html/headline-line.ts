import type { ClaimDetails } from '../../domain/claim-details.ts'
import { type StandingName, standingName } from '../../domain/standing.ts'
import { type Headline, statusWithBy } from '../../sentences/headline.ts'
import { el, join, type Markup } from './markup.ts'
import { statusBadge } from './status-badge.ts'

/**
 * Returns the headline of a claim for a line of text: proposition, status with its icon, by-line.
 *
 * @param by as in `statusAndBy`
 */
export const headlineLine = (
  headline: Headline,
  details: ClaimDetails,
  href: string | null = null,
  by: Markup | string = statusWithBy(headline).by,
): Markup =>
  join(
    href === null ? headline.proposition : el('a', { href }, headline.proposition),
    ' ',
    el('span', { class: 'sanad-by' }, statusAndBy(headline, standingName(details.status), by)),
  )

/**
 * Returns "Stated by X" or "Disputed: X states it; Elon Musk denies it", for use below the proposition.
 *
 * @param by by-line of `statusWithBy` with names linked and words of other languages marked; without them unless given
 */
export const statusAndBy = (
  headline: Headline,
  status: StandingName,
  by: Markup | string = statusWithBy(headline).by,
): Markup => join(statusBadge(status, statusWithBy(headline).status), ' ', by)
