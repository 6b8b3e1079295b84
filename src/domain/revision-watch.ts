import type { RevisionNumber } from './revision-number.ts'

/** Notifies work that waits for publications. */
export interface RevisionWatch {
  /**
   * Waits until the newest revision is later than `after`.
   * @returns the newest revision, or null once `left` aborts
   */
  later(after: RevisionNumber, left: AbortSignal): Promise<RevisionNumber | null>
}
