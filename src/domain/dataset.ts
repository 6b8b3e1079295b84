import type { ItemTypes, ObjectList } from './model-objects.ts'

/** An object with the instant at which it was recorded. */
export interface Recorded<T> {
  readonly item: T
  /** ISO instant. */
  readonly recordedAt: string
}

export type RecordedObjects = { readonly [L in ObjectList]: readonly Recorded<ItemTypes[L]>[] }

/** A complete set of objects: checked, with all references resolved. */
export interface Dataset extends RecordedObjects {
  /** Hash of the content. */
  readonly contentHash: string
}
