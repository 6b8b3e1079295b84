import type { EntityKind } from '../entity.ts'
import type { Slug } from '../slug.ts'

/** An entity must match every given key; of a list, one value is enough. Null and absent mean no restriction. */
export interface EntityFilter {
  readonly kinds?: readonly EntityKind[] | null | undefined
  /** Entities that its claims name, and those that said something on them. */
  readonly story?: Slug | null | undefined
  /** Found by a text search. */
  readonly ids?: readonly Slug[] | null | undefined
}

export const ENTITY_ORDERS = ['SLUG', 'NAME'] as const
export type EntityOrder = (typeof ENTITY_ORDERS)[number]
