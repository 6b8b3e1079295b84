import type { ExternalId, LocalizedText, Name } from './name.ts'

/** The two SKOS concept trees: kinds of personal data, and what data is or is said to be used for. */
export const CONCEPT_KINDS = ['DataCategory', 'Use'] as const
export type ConceptKind = (typeof CONCEPT_KINDS)[number]

export interface Concept {
  readonly id: string
  readonly kind: ConceptKind
  readonly names: readonly Name[]
  readonly externalIds: readonly ExternalId[]
  readonly definition: LocalizedText
  /** Ids of the directly broader concepts of the same kind; a directed acyclic graph. */
  readonly broader: readonly string[]
}
