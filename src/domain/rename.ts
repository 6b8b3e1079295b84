import type { Slug } from './slug.ts'
import type { ThingKind } from './thing-kind.ts'

/** A former slug of a thing, with the slug that replaced it. */
export interface Rename {
  readonly kind: ThingKind
  readonly former: Slug
  readonly slug: Slug
}
