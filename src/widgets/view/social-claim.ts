import type { WholeClaim } from '../../domain/graph-store.ts'
import type { Messages } from '../../messages/en.ts'
import type { Labels } from '../../sentences/names.ts'
import { claimantsLine, claimCard } from './claim-card.ts'
import type { ClaimCard } from './view.ts'

/** A claim on a card for social networks, where a line that is too long loses whole voices and never half a title. */
export interface SocialClaim extends ClaimCard {
  /** Who says so, with ever fewer names and how many more there are. */
  readonly shorter: readonly string[]
}

export const socialClaim = (whole: WholeClaim, labels: Labels, messages: Messages): SocialClaim => ({
  ...claimCard(whole, labels, messages),
  shorter: [3, 2, 1, 0].map((names) => claimantsLine(whole, labels, messages, names)),
})
