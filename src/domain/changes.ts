import type { ItemTypes, ObjectList } from './model-objects.ts'
import type { ObjectKey } from './object-key.ts'

/** An object to store. It replaces the stored object with the same id. */
export interface Put<T> {
  readonly item: T
  /**
   * A draft is stored, but no public reader sees it, and no stored status counts it. Only an object that is not published
   * can be a draft; putting a draft again without this mark publishes it. Former slugs are never drafts.
   */
  readonly visibility?: 'DRAFT' | undefined
}

export type PutLists = { readonly [L in ObjectList]: readonly Put<ItemTypes[L]>[] }

/** A change of the database, published as a whole under one revision. */
export interface Changes {
  readonly put?: Partial<PutLists>
  /** Objects that end; earlier revisions keep them. */
  readonly end?: readonly ObjectKey[]
}
