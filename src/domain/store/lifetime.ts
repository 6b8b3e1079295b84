import type { RevisionNumber } from '../revision-number.ts'
export interface Lifetime {
  /** The first revision that holds it. */
  readonly recordedIn: RevisionNumber
  /** The first revision that does not hold it any more; null while it is there. */
  readonly removedIn: RevisionNumber | null
}
