import type { TextInLanguage } from '../text/languages.ts'
import type { AssertionId } from './assertion-id.ts'
import type { ReportingVerb } from './reporting-verb.ts'
import type { Slug } from './slug.ts'
import type { Certainty, Evidentiality, Lack, Polarity, Stance, Tense } from './stance.ts'

/** One speech act on one claim, by one claimant or by a document. */
export interface Assertion {
  readonly id: AssertionId
  readonly claimId: Slug
  readonly stance: Stance
  /** Absent means the default verb of the stance. */
  readonly verb?: ReportingVerb | undefined
  readonly polarity: Polarity
  readonly certainty: Certainty
  /** Absent means PRESENT. */
  readonly tense?: Tense | undefined
  readonly evidentiality: Evidentiality
  /** Entity id of the claimant; null where none is known ("it is said"). */
  readonly claimantId: Slug | null
  readonly claimantAsPrinted: PrintedName | null
  /** Source id of the document that was read. */
  readonly sourceId: Slug
  /** Entities and sources between the claimant and the source, in this order. */
  readonly via: readonly Intermediary[]
  readonly quote: Quote | null
  /** Partial date; null where unknown. */
  readonly assertedAt: string | null
  /** First and last day on which a versioned source held these words; partial dates. */
  readonly heldFrom: string | null
  readonly heldUntil: string | null
  /** For RETRACTS: id of the assertion that it takes back. */
  readonly retracts: AssertionId | null
  /** For REPORTS_UNKNOWN: the kind of knowledge that is missing, if the words name it. */
  readonly lacks?: Lack | undefined
  /** Entity id of the party whose confirmation is missing. */
  readonly lacksFrom?: Slug | undefined
  /** The newsroom's withdrawal of its own mistake; a withdrawn assertion never counts. */
  readonly withdrawn: string | null
}

/** Returns false for an assertion that the newsroom withdrew. */
export const wasSaid = ({ withdrawn }: Pick<Assertion, 'withdrawn'>): boolean => withdrawn === null

export const tenseOf = ({ tense }: Pick<Assertion, 'tense'>): Tense => tense ?? 'PRESENT'

/** Words of the source for a claimant, with translations. "Some", "many" and "most" stay. */
export interface PrintedName extends TextInLanguage {
  readonly translations?: readonly TextInLanguage[] | undefined
}

export interface Intermediary {
  readonly kind: 'Entity' | 'Source'
  readonly id: Slug
}

/** Verbatim words in one source version, after the W3C TextQuoteSelector and TextPositionSelector. */
export interface Quote {
  readonly exact: string
  readonly prefix: string | null
  readonly suffix: string | null
  /** Offsets in Unicode code points, half-open; null where the position is unknown. */
  readonly start: number | null
  readonly end: number | null
  readonly language: string
  readonly versionId: string | null
  /** Other versions in which these words were searched for and found, or not found. Every other version is unknown. */
  readonly foundIn?: readonly string[] | undefined
  readonly absentFrom?: readonly string[] | undefined
  readonly translations: readonly TextInLanguage[]
}
