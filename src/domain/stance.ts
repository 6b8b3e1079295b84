/** The closed lists of an assertion's four separate fields, and which pairs of stance and polarity make sense. */

/** The speech act. */
export const STANCES = ['STATES', 'CONFIRMS', 'DENIES', 'ALLEGES', 'SPECULATES', 'REPORTS_UNKNOWN', 'RETRACTS'] as const
export type Stance = (typeof STANCES)[number]

/** Whether the act says that the claim is so, that it is not so, or neither. */
export const POLARITIES = ['AFFIRMS', 'NEGATES', 'UNKNOWN'] as const
export type Polarity = (typeof POLARITIES)[number]

/** How sure the claimant is, as the claimant puts it. It never changes the status. */
export const CERTAINTIES = ['CERTAIN', 'PROBABLE', 'POSSIBLE', 'UNDERSPECIFIED'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** "May" and "probably": the only two that change the words of a clause. */
export const isHedge = (certainty: Certainty): boolean => certainty === 'POSSIBLE' || certainty === 'PROBABLE'

/**
 * When the claimed thing is, as the claimant puts it: "will", "akan", a plan or a forecast is FUTURE, all else PRESENT. It
 * never changes the status.
 */
export const TENSES = ['PRESENT', 'FUTURE'] as const
export type Tense = (typeof TENSES)[number]

/** How the act reached us. */
export const EVIDENTIALITIES = [
  'PRIMARY_DOCUMENT',
  'DIRECT_QUOTE',
  'INDIRECT_SPEECH',
  'HEARSAY',
  'INFERENCE',
  'SELF_DECLARED',
  'NONE',
] as const
export type Evidentiality = (typeof EVIDENTIALITIES)[number]

/** What somebody who says that it is not known misses. */
export const LACKS = ['EVIDENCE', 'CONFIRMATION', 'DETAIL'] as const
export type Lack = (typeof LACKS)[number]

const BOTH_WAYS: readonly Polarity[] = ['AFFIRMS', 'NEGATES']

/** The polarities a stance may carry: one cannot deny by affirming, nor report the unknown as so. */
export const LEGAL_POLARITIES: Readonly<Record<Stance, readonly Polarity[]>> = {
  STATES: BOTH_WAYS,
  CONFIRMS: BOTH_WAYS,
  ALLEGES: BOTH_WAYS,
  SPECULATES: BOTH_WAYS,
  DENIES: ['NEGATES'],
  REPORTS_UNKNOWN: ['UNKNOWN'],
  RETRACTS: ['UNKNOWN'],
}

export const isLegalPair = (stance: Stance, polarity: Polarity): boolean => LEGAL_POLARITIES[stance].includes(polarity)
