import type { Provenance } from './provenance.ts'

/** Kinds of names. */
export const NAME_KINDS = ['PREFERRED', 'ALIAS', 'FORMER'] as const
export type NameKind = (typeof NAME_KINDS)[number]

export interface Name {
  readonly value: string
  /** BCP 47. */
  readonly language: string
  readonly kind: NameKind
  /** Partial dates (EDTF level 0), null where unknown or unbounded. */
  readonly validFrom: string | null
  readonly validTo: string | null
  /** Origin of the name and of its period. */
  readonly provenance?: Provenance | undefined
}

/** SKOS match between a concept and an external one; null for a plain identifier. */
export const MATCH_KINDS = ['EXACT', 'CLOSE', 'BROAD', 'NARROW', 'RELATED'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]

export interface ExternalId {
  /** 'wikidata', 'dpv', … */
  readonly scheme: string
  /** 'Q918', or an IRI. */
  readonly value: string
  readonly match: MatchKind | null
}

/** BCP 47 tag → text, in the languages that the editor wrote. */
export type LocalizedText = Readonly<Record<string, string>>
