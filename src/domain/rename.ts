import type { Slug } from './slug.ts'
import type { ThingKind } from './thing-kind.ts'

/** That a thing had another slug before. */
export interface Rename {
  readonly kind: ThingKind
  readonly former: Slug
  readonly slug: Slug
}
