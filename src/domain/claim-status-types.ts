import type { AssertionId } from './assertion-id.ts'
import type { SpeaksFor } from './entity.ts'
import type { Slug } from './slug.ts'
/** Values of a status. `STANDINGS` has their order in lists. */
export const STATUSES = [
  'DISPUTED',
  'DENIED',
  'CONFIRMED',
  'STATED',
  'REPORTED',
  'ALLEGED',
  'SPECULATED',
  'UNKNOWN',
  'RETRACTED',
] as const
export type Status = (typeof STATUSES)[number]

/** Reason why it is unknown whether a speaker spoke for a party at the time of the assertion. */
export const PRESUMPTIONS = ['DAY_UNKNOWN', 'PERIOD_UNKNOWN'] as const
export type Presumption = (typeof PRESUMPTIONS)[number]

/** An assertion that counts as a party's word because its speaker speaks for the party. */
export interface Representative {
  readonly assertionId: AssertionId
  readonly speakerId: Slug
  /** Parties that the speaker spoke for at the time of the assertion, certainly or possibly: see `why`. */
  readonly partyIds: readonly Slug[]
  /** Reason why it is uncertain that the speaker spoke for them then; null if it is certain. */
  readonly why: Presumption | null
  /** Periods that make the speaker theirs. */
  readonly periods: readonly SpeaksFor[]
}

export interface ClaimStatus {
  readonly status: Status
  /** Polarity of the deciding assertions; null where they differ or there are none. */
  readonly polarity: 'AFFIRMS' | 'NEGATES' | null
  /** Ids of the deciding assertions. */
  readonly because: readonly AssertionId[]
  /** Ids of the live REPORTS_UNKNOWN assertions: sentences append them. */
  readonly caveats: readonly AssertionId[]
  /** Whether first-party assertions are on both sides. */
  readonly contradictsItself: boolean
}
