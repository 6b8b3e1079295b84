/** Speech acts. */
export const STANCES = ['STATES', 'CONFIRMS', 'DENIES', 'ALLEGES', 'SPECULATES', 'REPORTS_UNKNOWN', 'RETRACTS'] as const
export type Stance = (typeof STANCES)[number]

/** Whether an assertion affirms the claim, negates it, or neither. */
export const POLARITIES = ['AFFIRMS', 'NEGATES', 'UNKNOWN'] as const
export type Polarity = (typeof POLARITIES)[number]

/** Degree of sureness in the claimant's words. It never changes the status. */
export const CERTAINTIES = ['CERTAIN', 'PROBABLE', 'POSSIBLE', 'UNDERSPECIFIED'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** Certainties that change a clause: "may" and "probably". */
export const isHedge = (certainty: Certainty): boolean => certainty === 'POSSIBLE' || certainty === 'PROBABLE'

/**
 * Tense in the claimant's words: "will", "akan", a plan or a forecast is FUTURE, all else PRESENT. It never changes the status.
 */
export const TENSES = ['PRESENT', 'FUTURE'] as const
export type Tense = (typeof TENSES)[number]

/** Ways in which an assertion reached the newsroom. */
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

/** Kinds of knowledge that a REPORTS_UNKNOWN assertion misses. */
export const LACKS = ['EVIDENCE', 'CONFIRMATION', 'DETAIL'] as const
export type Lack = (typeof LACKS)[number]

const BOTH_WAYS: readonly Polarity[] = ['AFFIRMS', 'NEGATES']

/** Legal polarities of each stance: a denial cannot affirm, and a report of the unknown has none. */
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
