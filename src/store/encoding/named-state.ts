import type { Entity } from '../../domain/entity.ts'
import type { Slug } from '../../domain/slug.ts'
import type { Source } from '../../domain/source.ts'

/** The state of an entity or a document, as a claim names it. */
export type NamedState =
  | { readonly kind: 'Entity'; readonly entity: Entity; readonly bytes: number }
  | {
      readonly kind: 'Source'
      readonly source: Source
      readonly ancestors: readonly Slug[]
      /** Memory that it takes. */
      readonly bytes: number
    }
