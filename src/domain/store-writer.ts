import type { Changes } from './changes.ts'
import type { RevisionNumber } from './revision-number.ts'

/** The write port. A load of seeds is one of its callers. */
export interface StoreWriter {
  /**
   * Publishes all changes under one revision, or none of them. Derives statuses, search texts and indexes that depend on a
   * changed object again. The public does not see a revision that has drafts only.
   * @returns the new revision; the expected one if the database has all of the changes already
   * @throws DomainError CONFLICT if another revision was published since the expected one, BUSY if another process
   *   writes for two minutes, DISK_FULL, STORE_UNAVAILABLE; BrokenRulesError (BAD_INPUT) if the database would break a
   *   rule of the model
   */
  append(changes: Changes, options: AppendOptions): Promise<RevisionNumber>
}

export interface AppendOptions {
  /** The person or program that makes the change; shown to readers. */
  readonly author: string
  readonly reason: string
  /** The revision that the author read before the change. */
  readonly expectedRevision: RevisionNumber
  /** Recorded as the instant of the revision; a millisecond after the newest one where this is not later. */
  readonly now: Date
}
