import type { RevisionNumber } from '../revision-number.ts'
import type { Slug } from '../slug.ts'

/** Claims that one revision added, changed or removed. */
export interface ChangedClaims {
  readonly revision: RevisionNumber
  /** By slug. Null where the revision changed more things than its node lists. */
  readonly claims: readonly Slug[] | null
}
