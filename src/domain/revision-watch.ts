import type { RevisionNumber } from './revision-number.ts'

/** Tells of publications, for work that waits for them. */
export interface RevisionWatch {
  /**
   * Waits until the newest revision is later than `after`.
   * @returns the newest revision, or null once `left` aborts
   */
  later(after: RevisionNumber, left: AbortSignal): Promise<RevisionNumber | null>
}
