import type { Xml } from '../text/xml.ts'

/** Content of a feed, in one language. Absolute URLs and ISO instants. */
export interface Feed {
  /** Tag URI, the same for ever. */
  readonly id: string
  readonly title: string
  readonly subtitle: string
  /** Instant of the last change of an entry; of the thing or the database, for a feed without entries. */
  readonly updated: string
  /** URL of this page of the feed. */
  readonly self: string
  /** URLs of its other pages (RFC 5005); null where there is none. */
  readonly pages: { readonly first: string; readonly previous: string | null; readonly next: string | null }
  /** URL of the page with the same content. */
  readonly page: string
  /** BCP 47. */
  readonly language: string
  readonly publisher: { readonly name: string; readonly url: string; readonly icon: string }
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
}

/** Entries of one page of a feed. */
export interface FeedPart {
  readonly entries: readonly FeedEntry[]
  /** Whether older entries follow. */
  readonly hasMore: boolean
}

export interface FeedEntry {
  /** Tag URI, the same for ever. */
  readonly id: string
  /** The headline of a claim in one line: status, proposition and by-line. A correction has its kind before it. */
  readonly title: string
  readonly updated: string
  readonly summary: string
  /** Elements of XHTML. */
  readonly content: readonly Xml[]
  /** URL of the current page. */
  readonly page: string
  /** URL of the page as of the change; null where no revision has it. */
  readonly pinned: string | null
  /** Standing of the claim, and its word. */
  readonly status: { readonly term: string; readonly label: string }
  /** Licences and attributions of the quoted sources; null without any. */
  readonly rights: string | null
}
