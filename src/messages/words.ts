/** Input of the sentence templates of a language. All texts are in that language already. */

export type Certainty = 'CERTAIN' | 'PROBABLE' | 'POSSIBLE' | 'UNDERSPECIFIED'

/** FUTURE is "will": a plan or a forecast. */
export type Tense = 'PRESENT' | 'FUTURE'

/**
 * Kind of a POSSIBLE: RIGHT where a document allows its publisher something ("we may collect"), CHANCE where the claimant
 * is not sure. Indonesian has a word for each: "dapat" and "mungkin".
 */
export type Possibility = 'RIGHT' | 'CHANCE'

/** Polarity and hedges of a clause. */
export interface MannerWords {
  readonly negated: boolean
  readonly certainty: Certainty
  readonly possibility: Possibility
  readonly tense: Tense
}

/** Words of an editor for a proposition: "X sells data", "X does not sell data". */
export interface WordingTexts {
  readonly affirmed: string
  readonly negated: string
}

/** Parts of a proposition. Lists are joined; a part that the predicate does not take is empty. */
export interface PropositionWords {
  readonly data: string
  readonly uses: string
  readonly object: string
  readonly objectKind: 'Entity' | 'Source' | 'Claim' | 'Use' | 'Text' | null
}

/** A proposition with its hedges, for one clause. */
export interface ClauseWords<Predicate extends string> extends MannerWords {
  readonly subject: string
  readonly predicate: Predicate
  readonly parts: PropositionWords
  /** True if the subject takes the plural. */
  readonly plural: boolean
  /** True if the clause is denied or questioned, as after "denies that". */
  readonly interrogative: boolean
}

/** Predicates of which an indirect question names the data: "which data X collects". */
export type DataPredicate = 'COLLECTS' | 'PROCESSES' | 'SHARES_WITH' | 'SELLS'

/** Verbs with which sources report an assertion. */
export type ReportingVerb =
  | 'SAYS'
  | 'WRITES'
  | 'MENTIONS'
  | 'REPORTS'
  | 'REVEALS'
  | 'ANNOUNCES'
  | 'EXPLAINS'
  | 'STRESSES'
  | 'ASSURES'
  | 'ARGUES'
  | 'CONFIRMS'
  | 'ACKNOWLEDGES'
  | 'DENIES'
  | 'REJECTS'
  | 'ALLEGES'
  | 'CLAIMS'
  | 'SPECULATES'
  | 'THINKS'
  | 'BELIEVES'
  | 'SUSPECTS'
  | 'SUGGESTS'
  | 'NOTES'

/** Act of an utterance. REPORTS is a statement by a third party. `DENIES_AS_…` is a hedged denial. */
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

/** A clause whose claimant is the subject of the claim. */
export interface OwnWords<Predicate extends string> extends ClauseWords<Predicate> {
  readonly act: Act
  /** Null for the default verb of the act. */
  readonly verb: ReportingVerb | null
}

/** One or more claimants with one clause. */
export interface UtteranceWords {
  readonly who: string
  readonly plural: boolean
  readonly act: Act
  /** Null for the default verb of the act. */
  readonly verb: ReportingVerb | null
  /** The claimant's own documents; empty if a document of somebody else passes the words on. */
  readonly within: string
  /** An indirect question from `how` or `whichData` if the first thing missing is a DETAIL. Empty if that was said before. */
  readonly clause: string
  /** One or more things reported as missing; empty unless `act` is REPORTS_UNKNOWN. */
  readonly missing: readonly Missing[]
}

/** Words of a party in its own document; `until` is their last day there, null if they still stand. */
export interface OwnQuote {
  readonly quote: string
  readonly isTranslated: boolean
  readonly until: string | null
}

/** Written words of one claimant, verbatim. */
export interface QuotationWords {
  readonly who: string
  /** The document that has the words: "a post on X (31 August 2023)". */
  readonly within: string
  readonly quote: string
  readonly isTranslated: boolean
  /** True if the words are known from others, who quote the document. */
  readonly isFromOthers: boolean
}

/** Days of the words in a document, as far as they are known. */
export interface DayWords {
  /** First day on which a document with versions had the words. */
  readonly since: string | null
  /** Last such day. Null if the words still stand. */
  readonly until: string | null
  /** True for a policy, which comes into force. */
  readonly inForce: boolean
  /** Day of the words, or else of the document. */
  readonly on: string | null
  /** True if the words are older than the document that passes them on. */
  readonly isOfWords: boolean
}

/** A thing that a REPORTS_UNKNOWN assertion reports as missing. */
export interface Missing {
  /** Null if the assertion does not name the thing. */
  readonly lacks: 'EVIDENCE' | 'CONFIRMATION' | 'DETAIL' | null
  /** Joined names of those who have not confirmed it; empty if the assertion names nobody. */
  readonly from: string
}

/** A retraction: claimants, day, day of its revision, and the retracted clause with its verb. */
export interface RetractionWords {
  readonly who: string
  /** Null if the day is unknown. `isDay` is false for a month or a year. */
  readonly on: { readonly date: string; readonly isDay: boolean } | null
  readonly recorded: string
  readonly said: string
}

/** Claimants with one stance on the proposition that stands above the by-line. */
export interface ByLineWords {
  readonly who: string
  readonly plural: boolean
  /** Document that passes on the claimants' words. Null if they are on record themselves. */
  readonly within: string | null
  readonly act: Exclude<Act, 'REPORTS_UNKNOWN'>
  /** Null for the default verb of the act. */
  readonly verb: ReportingVerb | null
  /** Short clause with polarity and hedges: "it may". Positive for a denial, unless its verb takes a negation. */
  readonly echo: string
  /** True if the claimants say the proposition as it stands above, or deny it. */
  readonly isSame: boolean
}
