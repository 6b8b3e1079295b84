import type { Assertion } from './assertion.ts'
import type { Assessment } from './assessment.ts'
import type { Claim, ClaimRelation } from './claim.ts'
import type { Concept } from './concept.ts'
import type { Entity } from './entity.ts'
import type { Rename } from './rename.ts'
import type { Source } from './source.ts'
import type { Story } from './story.ts'

/** Something together with the instant at which this record learnt it. */
export interface Recorded<T> {
  readonly item: T
  /** ISO instant. */
  readonly recordedAt: string
}

/** A whole, self-contained set of what a record holds: checked, every reference resolved. */
export interface Dataset {
  readonly entities: readonly Recorded<Entity>[]
  readonly concepts: readonly Recorded<Concept>[]
  readonly sources: readonly Recorded<Source>[]
  readonly claims: readonly Recorded<Claim>[]
  readonly assertions: readonly Recorded<Assertion>[]
  readonly relations: readonly Recorded<ClaimRelation>[]
  readonly assessments: readonly Recorded<Assessment>[]
  readonly stories: readonly Recorded<Story>[]
  readonly renames: readonly Recorded<Rename>[]
  /** Changes whenever anything in it does. */
  readonly contentHash: string
}
