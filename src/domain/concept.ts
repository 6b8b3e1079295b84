import type { ExternalId, LocalizedText, Name } from './name.ts'
import type { Slug } from './slug.ts'

/** The two SKOS concept trees: categories of personal data, and uses of data. */
export const CONCEPT_KINDS = ['DataCategory', 'Use'] as const
export type ConceptKind = (typeof CONCEPT_KINDS)[number]

export interface Concept {
  readonly id: Slug
  readonly kind: ConceptKind
  readonly names: readonly Name[]
  readonly externalIds: readonly ExternalId[]
  readonly definition: LocalizedText
  /** Ids of the directly broader concepts of the same kind; a directed acyclic graph. */
  readonly broader: readonly Slug[]
  /** Entities that its names name: LinkedIn in “compete with LinkedIn”. */
  readonly mentions?: readonly Slug[] | undefined
}
