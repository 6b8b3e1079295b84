import type { Quote } from './assertion.ts'
import type { Slug } from './slug.ts'

/**
 * Origin of a fact that no claimant asserts: a SPEAKS_FOR period, the validity of a claim, a derivation, the period of
 * a name, a relation. After PROV-O. Absent for the newsroom's own knowledge; every explanation then says that it is.
 */
export type Provenance = Documented | Judged

/** Read in a document. */
export interface Documented {
  readonly sourceId: Slug
  readonly quote: Quote | null
}

/** Concluded by a newsroom, signed and dated. It is never shown as a fact. */
export interface Judged {
  readonly newsroom: string
  /** Partial date. */
  readonly on: string
  /** BCP 47 tag → reason. */
  readonly note: Readonly<Record<string, string>> | null
}

export const PROVENANCE_KINDS = ['DOCUMENTED', 'JUDGED', 'OWN_KNOWLEDGE'] as const
export type ProvenanceKind = (typeof PROVENANCE_KINDS)[number]

export const isJudged = (provenance: Provenance | undefined): provenance is Judged =>
  provenance !== undefined && 'newsroom' in provenance

export const isDocumented = (provenance: Provenance | undefined): provenance is Documented =>
  provenance !== undefined && 'sourceId' in provenance

export function provenanceKindOf(provenance: Provenance | undefined): ProvenanceKind {
  if (provenance === undefined) return 'OWN_KNOWLEDGE'
  return isJudged(provenance) ? 'JUDGED' : 'DOCUMENTED'
}

/** Ids of the sources of these provenances, each once. */
export const sourceIdsIn = (provenances: readonly (Provenance | undefined)[]): readonly Slug[] => [
  ...new Set(provenances.flatMap((one) => (isDocumented(one) ? [one.sourceId] : []))),
]
