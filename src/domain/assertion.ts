import type { TextInLanguage } from '../text/languages.ts'
import type { Certainty, Evidentiality, Lack, Polarity, Stance, Tense } from './stance.ts'

/** One party's act on one claim. */
export interface Assertion {
  readonly id: string
  readonly claimId: string
  readonly stance: Stance
  readonly polarity: Polarity
  readonly certainty: Certainty
  /** PRESENT where it is not given. */
  readonly tense?: Tense | undefined
  readonly evidentiality: Evidentiality
  /** The Entity traced; null where none is known ("it is said"). */
  readonly claimantId: string | null
  readonly claimantAsPrinted: PrintedName | null
  /** The document we read. */
  readonly sourceId: string
  /** Ordered, from the claimant towards the source. */
  readonly via: readonly Intermediary[]
  readonly quote: Quote | null
  /** Partial date; null where unknown. */
  readonly assertedAt: string | null
  /** While a versioned source held these words; partial dates. */
  readonly heldFrom: string | null
  readonly heldUntil: string | null
  /** The id of the assertion that a RETRACTS takes back. */
  readonly retracts: string | null
  /** For REPORTS_UNKNOWN: what is said to be missing, where the words tell. */
  readonly lacks?: Lack | undefined
  /** Whose confirmation is missing: an Entity. */
  readonly lacksFrom?: string | undefined
  /** The newsroom's removal of its own mistake: such an assertion never counts. */
  readonly withdrawn: string | null
}

/** Whether anybody said it, as far as the record knows: what the newsroom took out as its own mistake counts nowhere. */
export const wasSaid = ({ withdrawn }: Pick<Assertion, 'withdrawn'>): boolean => withdrawn === null

export const tenseOf = ({ tense }: Pick<Assertion, 'tense'>): Tense => tense ?? 'PRESENT'

/** The words a source used for a claimant, and how other languages say them: "some", "many" and "most" stay. */
export interface PrintedName extends TextInLanguage {
  readonly translations?: readonly TextInLanguage[] | undefined
}

export interface Intermediary {
  readonly kind: 'Entity' | 'Source'
  readonly id: string
}

/** Verbatim words in one version: W3C TextQuoteSelector and TextPositionSelector. */
export interface Quote {
  readonly exact: string
  readonly prefix: string | null
  readonly suffix: string | null
  /** Unicode code points, half-open; null where the position is not known. */
  readonly start: number | null
  readonly end: number | null
  readonly language: string
  readonly versionId: string | null
  /** Other versions in which somebody looked for these very words and found them, or did not; all others: not known. */
  readonly foundIn?: readonly string[] | undefined
  readonly absentFrom?: readonly string[] | undefined
  readonly translations: readonly TextInLanguage[]
}
