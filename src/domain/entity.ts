import type { ExternalId, LocalizedText, Name } from './name.ts'
import type { Provenance } from './provenance.ts'
import type { Slug } from './slug.ts'

/** Someone or something that acts. A Service is a product that people use; a Group is an unnamed public. */
export const ENTITY_KINDS = ['Person', 'Organization', 'Service', 'Group'] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

export interface Entity {
  readonly id: Slug
  readonly kind: EntityKind
  readonly names: readonly Name[]
  readonly externalIds: readonly ExternalId[]
  readonly description: LocalizedText
  /** Parties that this entity speaks for, with periods. */
  readonly speaksFor: readonly SpeaksFor[]
}

export interface SpeaksFor {
  readonly entityId: Slug
  /** Partial dates; null where unknown or unbounded. */
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly provenance?: Provenance | undefined
}
