import type { Assertion } from './assertion.ts'
import type { Claim } from './claim.ts'
import type { SpeaksFor } from './entity.ts'
import type { Slug } from './slug.ts'
import type { Derivation } from './source.ts'

/** A claim with all data that its status depends on. */
export interface ClaimRecord {
  readonly claim: Claim
  readonly assertions: readonly Assertion[]
  /** Id of a claimant or publisher → parties that it speaks for, with periods. */
  readonly speaksFor: Readonly<Record<string, readonly SpeaksFor[]>>
  /** Source id → its derivation, publisher, and DERIVED_FROM ancestors (8 steps at most). */
  readonly sources: Readonly<Record<string, SourceLineage>>
}

export interface SourceLineage {
  readonly derivation: Derivation
  readonly publishedBy: Slug | null
  readonly ancestors: readonly Slug[]
}
