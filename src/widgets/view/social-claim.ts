import type { ClaimDetails } from '../../domain/claim-details.ts'
import type { Messages } from '../../messages/en.ts'
import { headline } from '../../sentences/headline.ts'
import type { Names } from '../../sentences/names.ts'
import { claimCard } from './claim-card.ts'
import type { Links } from './links.ts'
import type { ClaimCard } from './view.ts'

/** A claim on a card for social networks. A line that is too long loses complete names, never half a name. */
export interface SocialClaim extends ClaimCard {
  /** By-lines with ever fewer names: at most 2, 1, and the count of the others. */
  readonly shorter: readonly string[]
}

export const socialClaim = (details: ClaimDetails, names: Names, messages: Messages, links: Links): SocialClaim => ({
  ...claimCard(details, names, messages, links),
  shorter: [2, 1].map((maxNamed) => headline(details, names, messages, { maxNamed }).by),
})
