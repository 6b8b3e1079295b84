import type { RevisionNumber } from '../revision-number.ts'
export interface Lifetime {
  /** First revision with the object. */
  readonly recordedIn: RevisionNumber
  /** First revision without it; null while it exists. */
  readonly removedIn: RevisionNumber | null
}
