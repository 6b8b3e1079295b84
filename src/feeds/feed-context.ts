import type { GraphStore } from '../domain/graph-store.ts'
import type { Revision } from '../domain/revision.ts'
import type { RevisionNumber } from '../domain/revision-number.ts'
import type { Messages } from '../messages/en.ts'
import { linksIn, type PagePath } from '../widgets/view/links.ts'

/** Input of every feed. */
export interface FeedContext {
  readonly store: GraphStore
  readonly messages: Messages
  /** Base of absolute URLs, without a trailing slash. */
  readonly publicUrl: string
  readonly now: Date
  /** Revision that is read. */
  readonly revision: RevisionNumber
  readonly revisions: readonly Revision[]
  /** Number of the newer entries that earlier pages of the feed have; 0 for its first page. */
  readonly skip: number
  /** Returns the cursor of the page of the same revision that begins after a number of entries. */
  readonly cursorAfter: (entries: number) => string
}

/** Returns the instant of a revision in the form of RFC 3339; null for one that the public does not see. */
export function instantOf(number: number, { revisions }: Pick<FeedContext, 'revisions'>): string | null {
  const found = revisions.find((revision) => revision.number === number)
  return found === undefined ? null : new Date(found.recordedAt).toISOString()
}

/** Returns the absolute URL of a page. @param asOf ISO instant; null for the current page */
export const pageUrl = (
  path: PagePath,
  asOf: string | null,
  { publicUrl, messages }: Pick<FeedContext, 'publicUrl' | 'messages'>,
): string => `${publicUrl}${linksIn(messages.tag, asOf).page(path)}`
