import type { ItemTypes, ObjectList } from './model-objects.ts'

/** Something together with the instant at which this record learnt it. */
export interface Recorded<T> {
  readonly item: T
  /** ISO instant. */
  readonly recordedAt: string
}

export type RecordedObjects = { readonly [L in ObjectList]: readonly Recorded<ItemTypes[L]>[] }

/** A whole, self-contained set of what a record holds: checked, every reference resolved. */
export interface Dataset extends RecordedObjects {
  /** Changes whenever anything in it does. */
  readonly contentHash: string
}
