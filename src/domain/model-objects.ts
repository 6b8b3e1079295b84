import type { Assertion } from './assertion.ts'
import type { Assessment } from './assessment.ts'
import type { Claim, ClaimRelation } from './claim.ts'
import type { Concept } from './concept.ts'
import type { Entity } from './entity.ts'
import type { Rename } from './renames.ts'
import type { Source } from './source.ts'
import type { Story } from './story.ts'

/** Lists that are addressed by index; each object may carry more beside `item`, such as an instant or a visibility. */
export type Items<T> = readonly { readonly item: T }[]

/** Objects of the model by kind: a data set, or a part of one. */
export interface ModelObjects {
  readonly entities: Items<Entity>
  readonly concepts: Items<Concept>
  readonly sources: Items<Source>
  readonly claims: Items<Claim>
  readonly assertions: Items<Assertion>
  readonly relations: Items<ClaimRelation>
  readonly assessments: Items<Assessment>
  readonly stories: Items<Story>
  readonly renames: Items<Rename>
}
