import type { PrintedName, Quote } from './assertion.ts'
import type { AssertionId } from './assertion-id.ts'
import type { LocalizedText } from './name.ts'
import type { Predicate } from './predicate.ts'
import type { Documented, Judged, Provenance } from './provenance.ts'
import type { Slug } from './slug.ts'
import type { LocalizedWording } from './wording.ts'

/** A proposition in positive form. It never changes: another proposition is another claim. */
export interface Claim {
  readonly id: Slug
  readonly subject: ThingRef
  readonly predicate: Predicate
  /** DataCategory ids. */
  readonly data: readonly Slug[]
  /** Use ids. */
  readonly uses: readonly Slug[]
  readonly object: ClaimObject | null
  readonly condition: LocalizedText | null
  /** First and last day on which the claimed thing holds; partial dates. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** Words of an editor for the proposition; they are no part of it, and may change. */
  readonly wording?: LocalizedWording | undefined
  /** Entities that its words name beside subject and object; no part of the proposition. */
  readonly mentions?: readonly Slug[] | undefined
  /** Origin of these days. */
  readonly validityProvenance?: Provenance | undefined
}

export interface ThingRef {
  readonly kind: 'Entity' | 'Source'
  readonly id: Slug
}

export const OBJECT_KINDS = ['Entity', 'Source', 'Claim', 'Use'] as const
export type ObjectKind = (typeof OBJECT_KINDS)[number]

export type ClaimObject =
  | { readonly kind: ObjectKind; readonly id: Slug }
  | { readonly kind: 'Text'; readonly text: LocalizedText }

/** Kinds of relations, with the meanings of CiTO. DERIVED_FROM has a drift note about what changed on the way. */
export const RELATION_KINDS = ['SUPPORTS', 'DISAGREES_WITH', 'QUALIFIES', 'BASIS_FOR', 'DERIVED_FROM'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** A relation between two claims that somebody asserted, or that the newsroom judged. The program never computes one. */
export interface ClaimRelation {
  readonly id: string
  readonly kind: RelationKind
  readonly fromClaimId: Slug
  readonly toClaimId: Slug
  /** For DERIVED_FROM: assertion on the first claim whose words come from an assertion on the second. Both or none. */
  readonly fromAssertionId?: AssertionId | undefined
  readonly toAssertionId?: AssertionId | undefined
  readonly claimantId: Slug | null
  readonly claimantAsPrinted: PrintedName | null
  /** Document that was read; null for the newsroom's own judgement. */
  readonly sourceId: Slug | null
  readonly quote: Quote | null
  readonly drift: LocalizedText | null
  /** The newsroom's own judgement, in place of a source. */
  readonly provenance?: Judged | undefined
}

/** Origin of a relation: its document, or the newsroom's judgement. */
export const provenanceOfRelation = ({ sourceId, quote, provenance }: ClaimRelation): Documented | Judged | undefined =>
  provenance ?? (sourceId === null ? undefined : { sourceId, quote })
