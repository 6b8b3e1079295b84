import type { GraphStore } from '../domain/graph-store.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Messages } from '../messages/en.ts'

/** Store, revision and language of one batch. All of its reads have the same revision. */
export interface Reader {
  readonly store: GraphStore
  readonly revision: RevisionNumber
  readonly messages: Messages
  /** Base of absolute URLs, without a trailing slash. */
  readonly publicUrl: string
  /** Waits for the next slice of the request thread if this one is used up. @throws Error if the request has ended */
  readonly pause: () => Promise<void>
}
