import type { Slug } from '../slug.ts'
import type { SourceKind } from '../source.ts'

/** A source must match every given key; of a list, one value is enough. Null and absent mean no restriction. */
export interface SourceFilter {
  readonly kinds?: readonly SourceKind[] | null | undefined
  /** Documents in which an assertion on its claims was read, through which it came, and which its claims are about. */
  readonly story?: Slug | null | undefined
  readonly publishedBy?: Slug | null | undefined
  /** Found by a text search. */
  readonly ids?: readonly Slug[] | null | undefined
}

export const SOURCE_ORDERS = ['SLUG', 'NEWEST'] as const
export type SourceOrder = (typeof SOURCE_ORDERS)[number]
