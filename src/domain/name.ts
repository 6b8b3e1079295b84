/** What something is or was called. */
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
}

/** How well a concept of ours fits an outside one (SKOS), or null for a plain identifier. */
export const MATCH_KINDS = ['EXACT', 'CLOSE', 'BROAD', 'NARROW', 'RELATED'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]

export interface ExternalId {
  /** 'wikidata', 'dpv', … */
  readonly scheme: string
  /** 'Q918', or an IRI. */
  readonly value: string
  readonly match: MatchKind | null
}

/** A text in the languages an editor wrote it in: BCP 47 → text. */
export type LocalizedText = Readonly<Record<string, string>>
