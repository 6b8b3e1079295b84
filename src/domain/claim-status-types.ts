/** Strongest first among those that affirm; DISPUTED stands before all because it hides nothing. */
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

/** What a reader must be warned of before what stands firm: an accusation or a guess is not to be lost behind statements. */
export const MOST_CONTESTED_FIRST: readonly Status[] = [
  'DISPUTED',
  'DENIED',
  'ALLEGED',
  'SPECULATED',
  'REPORTED',
  'UNKNOWN',
  'STATED',
  'CONFIRMED',
  'RETRACTED',
]

/** The place of a status in lists that begin with the most contested. */
export const contestOf = (status: Status): number => MOST_CONTESTED_FIRST.indexOf(status)

/** Why it is not known whether somebody spoke for a party when something was said. */
export const PRESUMPTIONS = ['DAY_UNKNOWN', 'PERIOD_UNKNOWN'] as const
export type Presumption = (typeof PRESUMPTIONS)[number]

/** An assertion that counts as a party's word, although it is not certain that its speaker spoke for it then. */
export interface PresumedSpeaker {
  readonly assertionId: string
  readonly speakerId: string
  /** Whom the speaker spoke for at some time, and may have spoken for then. */
  readonly partyIds: readonly string[]
  readonly why: Presumption
}

export interface ClaimStatus {
  readonly status: Status
  /** Which way the deciding voices speak; null where they speak both ways or none does. */
  readonly polarity: 'AFFIRMS' | 'NEGATES' | null
  /** Ids of the assertions that decided. */
  readonly because: readonly string[]
  /** Ids of the live REPORTS_UNKNOWN assertions: sentences append them. */
  readonly caveats: readonly string[]
  /** Whether first-party voices stand on both sides. */
  readonly contradictsItself: boolean
}
