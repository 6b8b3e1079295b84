import type { Assertion } from './assertion.ts'
import type { Assessment } from './assessment.ts'
import type { Claim, ClaimRelation } from './claim.ts'
import type { Concept } from './concept.ts'
import type { Entity } from './entity.ts'
import type { Rename } from './rename.ts'
import type { Source } from './source.ts'
import type { Story } from './story.ts'

/** List → type of its objects. */
export interface ItemTypes {
  readonly entities: Entity
  readonly concepts: Concept
  readonly sources: Source
  readonly claims: Claim
  readonly assertions: Assertion
  readonly relations: ClaimRelation
  readonly assessments: Assessment
  readonly stories: Story
  readonly renames: Rename
}
export type ObjectList = keyof ItemTypes

/** Objects may have more than `item`, such as an instant or a visibility. */
export type Items<T> = readonly { readonly item: T }[]

/** Objects of the model by kind: a data set, or a part of one. */
export type ModelObjects = { readonly [L in ObjectList]: Items<ItemTypes[L]> }

/** Lists without objects. */
export const NO_OBJECTS = {
  entities: [],
  concepts: [],
  sources: [],
  claims: [],
  assertions: [],
  relations: [],
  assessments: [],
  stories: [],
  renames: [],
} as const satisfies ModelObjects

/** Lists in order: an object refers only to objects of its own list or of earlier ones, apart from renames and provenances. */
export const OBJECT_LISTS = [
  'entities',
  'concepts',
  'sources',
  'claims',
  'assertions',
  'relations',
  'assessments',
  'stories',
  'renames',
] as const satisfies readonly ObjectList[]
