/** What a language is given to make sentences of; all of it already in that language. */

export type Certainty = 'CERTAIN' | 'PROBABLE' | 'POSSIBLE' | 'UNDERSPECIFIED'

/** FUTURE: "will", said as a plan or a forecast. */
export type Tense = 'PRESENT' | 'FUTURE'

/** Lists are joined already; empty where the frame has none. */
export interface PropositionWords {
  readonly data: string
  readonly uses: string
  readonly object: string
  readonly objectKind: 'Entity' | 'Source' | 'Claim' | 'Use' | 'Text' | null
}

export interface ClauseWords<Predicate extends string> {
  readonly subject: string
  readonly predicate: Predicate
  readonly parts: PropositionWords
  readonly negated: boolean
  readonly certainty: Certainty
  readonly tense: Tense
  /** Whether the subject takes the plural. */
  readonly plural: boolean
  /** Whether it is denied or asked rather than said. */
  readonly interrogative: boolean
}

/** What is asked for by its data: "which data X collects". */
export type DataPredicate = 'COLLECTS' | 'PROCESSES' | 'SHARES_WITH' | 'SELLS'

/** REPORTS is a statement by somebody who is no party; a denial that is itself hedged says how far. */
export type Act =
  | 'STATES'
  | 'REPORTS'
  | 'CONFIRMS'
  | 'DENIES'
  | 'DENIES_AS_PROBABLE'
  | 'DENIES_AS_POSSIBLE'
  | 'ALLEGES'
  | 'SPECULATES'
  | 'REPORTS_UNKNOWN'

/** What somebody says of whom the claim is about, who is the same. */
export interface OwnWords<Predicate extends string> extends ClauseWords<Predicate> {
  readonly act: Act
}

export interface UtteranceWords {
  readonly who: string
  readonly plural: boolean
  readonly act: Act
  /** A question, as `how` and `whichData` make it, where the first thing missing is a DETAIL. */
  readonly clause: string
  /** For REPORTS_UNKNOWN: all that they miss, at least one. */
  readonly missing: readonly Missing[]
}

export interface Missing {
  /** Null where the words do not tell. */
  readonly lacks: 'EVIDENCE' | 'CONFIRMATION' | 'DETAIL' | null
  /** Whose confirmation, joined; empty where nobody is named. */
  readonly from: string
}

/** Who took a statement back, when, since when the record knows it, and what was said, in whole words. */
export interface RetractionWords {
  readonly who: string
  /** Null where the day is not known; a month or a year where no more is known. */
  readonly on: { readonly date: string; readonly isDay: boolean } | null
  readonly recorded: string
  readonly said: string
}
